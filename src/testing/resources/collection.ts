// The stored resources of one kind, by id, such as the agents. Each change is passed as plain JSON to a
// callback that keeps it, and lists are returned page by page.

import { isObject } from "../../util/json.ts";
import { errorReply, jsonReply } from "../wire/replies.ts";
import type { Reply } from "../wire/replies.ts";
import type { ServiceChange } from "../options.ts";

/** A request for one of these resources. */
export interface ResourceCall {
  readonly url: URL;
  readonly headers: Headers;
  /** Empty for a list and a create. */
  readonly id: string;
  /** Path of a file; empty elsewhere. */
  readonly path: string;
  /** The JSON object that was sent; empty when nothing was. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly bytes: Uint8Array;
}

/** Names of the collections, as in a path. */
export type CollectionName =
  | "agents"
  | "environments"
  | "webhooks"
  | "credentials"
  | "triggers"
  | "voices";

/** The stored resources of one kind. */
export class Collection<Stored extends object> {
  readonly #name: CollectionName;
  readonly #stored = new Map<string, Stored>();
  readonly #onChange: ((change: ServiceChange) => void) | undefined;
  #count = 0;

  readonly #isStored: (value: Readonly<Record<string, unknown>>) => boolean;

  /** @param isStored whether what was read back is what `set` had written */
  constructor(
    name: CollectionName,
    onChange: ((change: ServiceChange) => void) | undefined,
    isStored: (value: Readonly<Record<string, unknown>>) => boolean,
  ) {
    this.#name = name;
    this.#onChange = onChange;
    this.#isStored = isStored;
  }

  /** Takes over what an earlier service had stored. */
  restore(changes: readonly ServiceChange[]): void {
    for (const { kind, id, ...change } of changes) {
      const [collection, own = ""] = id.split("/");
      if (kind !== "resource" || collection !== this.#name) continue;
      // An id is given once, also after what had it was deleted.
      if (!this.#stored.has(own)) this.#count += 1;
      const value = "value" in change ? change.value : undefined;
      // Written by `set`.
      if (isObject(value) && this.#isStored(value)) this.#stored.set(own, value as Stored);
      else this.#stored.delete(own);
    }
  }

  /** A new id: never one that was used before. */
  nextId(): string {
    let id: string;
    do {
      this.#count += 1;
      id = `${this.#name.slice(0, -1)}-${this.#count}`;
      // Callers name agents themselves, and a torn state file has lost some names.
    } while (this.#stored.has(id));
    return id;
  }

  /** What one of them is called in a message. */
  get title(): string {
    return this.#name.slice(0, 1).toUpperCase() + this.#name.slice(1, -1);
  }

  get(id: string): Stored | undefined {
    return this.#stored.get(id);
  }

  values(): Stored[] {
    return [...this.#stored.values()];
  }

  set(id: string, value: Stored): void {
    this.#stored.set(id, value);
    this.#onChange?.({ kind: "resource", id: `${this.#name}/${id}`, value });
  }

  delete(id: string): Reply {
    if (!this.#stored.delete(id)) return this.notFound(id);
    this.#onChange?.({ kind: "resource", id: `${this.#name}/${id}` });
    return jsonReply({});
  }

  notFound(id: string): Reply {
    return errorReply({ status: 404, message: `${this.title} ${id} not found.` });
  }
}

/** One page of a list, as `page_size` and `page_token` ask for it. */
export function pageReply(url: URL, member: string, items: readonly unknown[]): Reply {
  const { searchParams } = url;
  const size = Number(searchParams.get("page_size") ?? 0);
  const from = Number(searchParams.get("page_token") ?? 0);
  if (!Number.isInteger(size) || size < 0) return badRequest("Invalid input at 'page_size'.");
  if (!Number.isInteger(from) || from < 0) return badRequest("Invalid input at 'page_token'.");
  const end = from + Math.min(size === 0 ? 50 : size, 1_000);
  return jsonReply({
    ...(items.length > from ? { [member]: items.slice(from, end) } : {}),
    ...(items.length > end ? { next_page_token: String(end) } : {}),
  });
}

/** A 400 for the request. */
export function badRequest(message: string): Reply {
  return errorReply({ status: 400, message });
}
