import { expect } from "vitest";
import type { InteractionStream } from "../../src/index.ts";
import type { InteractionsService } from "../../src/testing/index.ts";
import { settle } from "./settle.ts";

/** All that comes, in order. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** What a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.fail("expected a rejection"),
    (reason: unknown) => reason,
  );
}

/** What a promise rejects with, once the fake timers have run that long. */
export async function lateRejection(promise: Promise<unknown>): Promise<unknown> {
  return settle(rejection(promise));
}

/** The requests after the first, as `METHOD last-segment?query`. */
export function laterRequests({ requests }: InteractionsService): string[] {
  return requests.slice(1).map(({ method, url }) => `${method} ${url.split("/").at(-1)}`);
}

/** All of the model's text. */
export async function textOf(opening: PromiseLike<InteractionStream>): Promise<string> {
  return (await collect((await opening).text())).join("");
}
