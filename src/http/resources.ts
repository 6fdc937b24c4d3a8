// The resources beside interactions: agents, environments, webhooks. One table each, a line for each
// call, and one function that makes the calls of a table; the types of what is sent and returned come
// from the generated paths. On Vertex AI the same paths stand under the client's project and location.

import type { paths } from "../../generated/schema.ts";
import { ApiPromise } from "../model/api-promise.ts";
import type { ApiAnswer } from "../model/api-promise.ts";
import type { CallOptions } from "../model/options.ts";
import { parseAnswer } from "./answer.ts";
import type { Http } from "./api.ts";
import { madeBy } from "./call.ts";
import { checkParams, isGone, send, textOf, toError } from "./outcome.ts";

/** Method, path, and as what the argument after the ids is sent; `bytes` reads a file without one. */
type Row = readonly [
  method: "GET" | "POST" | "PATCH" | "DELETE",
  path: keyof paths extends infer Path
    ? Path extends `/v1beta${infer Rest}`
      ? Rest
      : never
    : never,
  sentAs?: "query" | "body" | "bytes",
];

/** Custom agents. Their ids go into `agent` of a create. */
export const agents = {
  /** Lists the agents, page by page. */
  list: ["GET", "/agents", "query"],
  /** Creates an agent on top of another; its id is yours to choose. */
  create: ["POST", "/agents", "body"],
  /** Reads an agent. */
  get: ["GET", "/agents/{id}"],
  /** Deletes an agent. */
  delete: ["DELETE", "/agents/{id}"],
} as const;

/** Sandboxes of agents. Their ids go into `environment` of a create. */
export const environments = {
  /** Lists the environments, page by page. */
  list: ["GET", "/environments", "query"],
  /** Creates an environment, empty, from sources, or as a copy of another. */
  create: ["POST", "/environments", "body"],
  /** Reads what is known of an environment: status, size and network. */
  get: ["GET", "/environments/{id}"],
  /** Deletes an environment with its files. */
  delete: ["DELETE", "/environments/{id}"],
  /** Lists a directory, or tells about one file. The path is relative, such as `src/main.py`. */
  listFiles: ["GET", "/environments/{environment}/files/{path}", "query"],
  /** Reads a file as bytes. The path is relative, such as `src/main.py`. */
  readFile: ["GET", "/environments/{environment}/files/{path}", "bytes"],
} as const;

/** Addresses that are told of the project's events. */
export const webhooks = {
  /** Lists the webhooks, page by page. */
  list: ["GET", "/webhooks", "query"],
  /** Registers a webhook. Only this answer has its secret, in `new_signing_secret`. */
  create: ["POST", "/webhooks", "body"],
  /** Reads a webhook, without its secrets. */
  get: ["GET", "/webhooks/{id}"],
  /** Changes the members that are given. */
  update: ["PATCH", "/webhooks/{id}", "body"],
  /** Ends the deliveries to a webhook and removes it. */
  delete: ["DELETE", "/webhooks/{id}"],
  /** Lets the service send a test delivery, and does not wait for it. */
  ping: ["POST", "/webhooks/{id}:ping"],
  /** Makes a new secret, which cannot be read again. The earlier ones end as the body says. */
  rotateSigningSecret: ["POST", "/webhooks/{id}:rotateSigningSecret", "body"],
} as const;

/** The calls of one table. */
export type Resource<Rows> = {
  readonly [Name in keyof Rows]: Rows[Name] extends Row
    ? (
        ...args: [...Ids<Rows[Name][1]>, ...Sent<Rows[Name]>, options?: CallOptions]
      ) => ApiPromise<Returned<Rows[Name]>>
    : never;
};

type Ids<Path> = Path extends `${string}/files/{path}`
  ? [id: string, path: string]
  : Path extends `${string}{id}${string}`
    ? [id: string]
    : [];

type OperationOf<R extends Row> = paths[`/v1beta${R[1]}`][Lowercase<R[0]> &
  keyof paths[`/v1beta${R[1]}`]];

type Sent<R extends Row> = R[2] extends "query"
  ? OperationOf<R> extends { parameters: { query?: infer Query } }
    ? [params?: Query]
    : never
  : R[2] extends "body"
    ? OperationOf<R> extends { requestBody: { content: { "application/json": infer Body } } }
      ? {} extends Body
        ? [params?: Body]
        : [params: Body]
      : never
    : [];

/** `Uint8Array<ArrayBuffer>`; before TypeScript 5.7 `Uint8Array`, which is not generic there. */
type Bytes = ReturnType<TextEncoder["encode"]>;

type Returned<R extends Row> = R[2] extends "bytes"
  ? Bytes
  : OperationOf<R> extends { responses: { 200: { content: { "application/json": infer Answer } } } }
    ? Answer
    : void;

/** The calls of a table, over one backend. */
export function createResource<Rows extends Readonly<Record<string, Row>>>(
  http: Http,
  rows: Rows,
): Resource<Rows> {
  const calls = Object.entries(rows).map(([name, row]) => [
    name,
    (...args: unknown[]) => new ApiPromise(call(http, row, args)),
  ]);
  // Each row's arguments and answer are what the type reads from its path.
  return Object.fromEntries(calls) as Resource<Rows>;
}

async function call(
  http: Http,
  [method, path, sentAs]: Row,
  args: unknown[],
): Promise<ApiAnswer<unknown>> {
  const names = path.match(/(?<=\{)\w+/g) ?? [];
  const ids = Object.fromEntries(names.map((name) => [name, args.shift()]));
  const isFile = sentAs === "bytes";
  // The types above say what stands where.
  const params = sentAs === undefined || isFile ? {} : (args.shift() ?? {});
  const options = (args[0] ?? {}) as CallOptions;
  checkParams(params);
  const starts = madeBy({ method, url: path });
  const kind = { operation: "other", wantsStream: false, starts, isDirect: isFile } as const;
  const outcome = await send(http, kind, options, {
    method,
    path,
    ids,
    query: isFile ? { alt: "media" } : {},
    [sentAs ?? "query"]: params,
  });
  const { response, prepared } = outcome;
  if (!response.ok && !isGone(outcome)) throw toError(http, outcome);
  if (isFile) return { data: new Uint8Array(await response.arrayBuffer()), response };
  // Of a DELETE and of a POST that sends nothing, the answer is that it was done.
  if (sentAs === undefined && method !== "GET") return { data: undefined, response };
  const data = parseAnswer(prepared.call, response, await textOf(outcome), http.cleaner);
  return { data, response };
}
