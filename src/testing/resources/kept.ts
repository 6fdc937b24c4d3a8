// The operations of a resource that is only stored: list, create, get, update, delete. In come its collection
// and a function that makes the stored value from a body, out goes a table of operations by method and path.
// A resource with more operations adds its own.

import type { ValueSchema } from "../../../generated/request-schemas.ts";
import { errorReply, jsonReply } from "../wire/replies.ts";
import type { Reply } from "../wire/replies.ts";
import { pageReply } from "./collection.ts";
import type { Collection, ResourceCall } from "./collection.ts";

/** Answers a request. */
export interface Operation {
  readonly reply: (call: ResourceCall) => Reply;
  /** What the body may be; absent where nothing is read of it as JSON. */
  readonly schema?: ValueSchema;
}

/** Operations by method and path, such as `GET agents/{id}`. */
export type Operations = Readonly<Record<string, Operation>>;

/** How a resource is kept. */
export interface KeptResource<Stored> {
  /** Name of the schema that the body of a create is of. */
  readonly create: string;
  /** What is stored of a body that was checked by its schema, under this id. */
  readonly make: (body: ResourceCall["body"], id: string) => Stored;
  /** Name of the schema that the body of an update is of; absent where there is no update. */
  readonly update?: string;
  /** What is stored after an update. */
  readonly change?: (stored: Stored, body: ResourceCall["body"]) => Stored;
  /** What a response contains of it; everything by default. */
  readonly describe?: (stored: Stored) => object;
}

/** The operations of a kept resource. */
export function keep<Stored extends object>(
  name: string,
  collection: Collection<Stored>,
  { create, make, update, change, describe = (stored) => stored }: KeptResource<Stored>,
): Operations {
  const found = (id: string, reply: (stored: Stored) => Reply): Reply => {
    const stored = collection.get(id);
    return stored === undefined ? collection.notFound(id) : reply(stored);
  };
  const store = (id: string, stored: Stored): Reply => {
    collection.set(id, stored);
    return jsonReply(describe(stored));
  };
  return {
    [`GET ${name}`]: {
      reply: ({ url }) => pageReply(url, name, collection.values().map(describe)),
    },
    [`POST ${name}`]: {
      schema: { name: create },
      reply({ body }) {
        const id = typeof body["id"] === "string" ? body["id"] : collection.nextId();
        if (collection.get(id) === undefined) return store(id, make(body, id));
        const message = `${collection.title} ${id} already exists.`;
        return errorReply({ status: 409, code: "already_exists", message });
      },
    },
    [`GET ${name}/{id}`]: { reply: ({ id }) => found(id, (stored) => jsonReply(describe(stored))) },
    ...(update !== undefined &&
      change !== undefined && {
        [`PATCH ${name}/{id}`]: {
          schema: { name: update },
          reply: ({ id, body }) => found(id, (stored) => store(id, change(stored, body))),
        },
      }),
    [`DELETE ${name}/{id}`]: { reply: ({ id }) => collection.delete(id) },
  };
}
