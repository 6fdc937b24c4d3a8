// A case of the conformance suite: what the service does, how the client is called, and what the client must
// return. In comes the JSON of one file of conformance/cases, out goes the case, checked, so that a mistake in
// a file never looks like a mistake of a client. docs/conformance.md describes the format.

import { isObject, listOf } from "../util/json.ts";

/** A part of the suite; the first word of a case's name. */
export const groups = [
  "framing",
  "ends",
  "resume",
  "replay",
  "errors",
  "lost",
  "quota",
  "outage",
  "process",
  "tools",
  "legacy",
  "checkpoint",
] as const;

/** One of {@link groups}. */
export type Group = (typeof groups)[number];

/** How the command is asked to call its client: the JSON in `CONFORMANCE_CALL`. */
export interface Call {
  /**
   * `create`: send `body`, and read the answer or the stream. `get`: read `id` with `query`. `wait`:
   * read `id` until its status is terminal. `resume`: continue from `position`, in a new process.
   */
  readonly method: "create" | "get" | "wait" | "resume";
  readonly body?: object;
  readonly id?: string;
  readonly query?: object;
  /** What the command printed when it stopped after `stopAfter` characters. */
  readonly position?: unknown;
  /** Stop reading after this many characters of text, and print the position. */
  readonly stopAfter?: number;
  /** Longest silence on a stream, in milliseconds, for clients with such an option. */
  readonly idleTimeoutMs?: number;
  /** The result of each function: the client answers the model's calls until there are none. */
  readonly results?: Readonly<Record<string, string>>;
  /** Whether the client must continue by itself after `requires_continuation`. */
  readonly continue?: true;
}

/** One piece of a body: events of the run, one event, bytes, a pause, or the end. */
export type Piece =
  | "done"
  | "close"
  | "reset"
  | "silence"
  | { readonly run: readonly [from: number, to?: number] }
  | { readonly event: object }
  | { readonly raw: string; readonly times?: number }
  | { readonly waitMs: number };

/** One answer of the service, for the requests that match it. */
export interface Rule {
  readonly on: "create" | "get" | "reattach" | "cancel";
  /** `last_event_id` of the request; null for a request without one. @defaultValue any */
  readonly after?: string | null;
  /** What the request's body must contain. @defaultValue anything */
  readonly body?: object;
  /** How often it answers before the next matching rule does. @defaultValue 1; for the last one: always */
  readonly times?: number;
  /** @defaultValue 200 */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer as JSON, as text, as a stream; `lost`: the connection breaks before any of it. */
  readonly json?: unknown;
  readonly text?: string;
  readonly stream?: readonly Piece[];
  readonly lost?: true;
  /** Bytes in each chunk of a stream. @defaultValue one chunk for each piece */
  readonly chunkBytes?: number;
  /** What ends a line of a stream. @defaultValue "\n" */
  readonly newline?: string;
}

/** The expected result. */
export interface Expectation {
  readonly text?: string;
  readonly status?: string;
  /** Whether the client reports an error. */
  readonly error: boolean;
  /** What its message must contain. */
  readonly errorContains?: string;
  readonly calls?: readonly { readonly name: string; readonly arguments: object }[];
  /** Number of creates that reach the service. */
  readonly posts?: number;
  /** Largest number of requests of all kinds. */
  readonly maxRequests?: number;
}

/** One file of conformance/cases. */
export interface ConformanceCase {
  /** The file's name without `.json`; begins with the group. */
  readonly name: string;
  /** What the client must survive. */
  readonly sentence: string;
  /** Numbers of the service's habits in docs/wire.md, such as `W1`. */
  readonly habits: readonly string[];
  readonly call: Call;
  /** The events of the run, once, in full; the rules send parts of it. */
  readonly run?: readonly object[];
  readonly service: readonly Rule[];
  readonly expect: Expectation;
  /** A client that fails it, or a broken one of the tests; null when all known clients pass. */
  readonly failedBy: string | null;
}

const members: Readonly<Record<keyof ConformanceCase, boolean>> = {
  name: true,
  sentence: true,
  habits: true,
  call: true,
  run: false,
  service: true,
  expect: true,
  failedBy: true,
};

const ruleMembers: Readonly<Record<keyof Rule, true>> = {
  on: true,
  after: true,
  body: true,
  times: true,
  status: true,
  headers: true,
  json: true,
  text: true,
  stream: true,
  lost: true,
  chunkBytes: true,
  newline: true,
};

const callMembers: Readonly<Record<Exclude<keyof Call, "position">, true>> = {
  method: true,
  body: true,
  id: true,
  query: true,
  stopAfter: true,
  idleTimeoutMs: true,
  results: true,
  continue: true,
};

const expectMembers: Readonly<Record<keyof Expectation, true>> = {
  text: true,
  status: true,
  error: true,
  errorContains: true,
  calls: true,
  posts: true,
  maxRequests: true,
};

/** The group of a case. */
export function groupOf({ name }: Pick<ConformanceCase, "name">): string {
  return name.split("-", 1).join();
}

/**
 * Reads one file.
 *
 * @param file its name without `.json`
 * @throws Error that names the file and the mistake in it
 */
export function readCase(file: string, text: string): ConformanceCase {
  const value = parse(file, text);
  for (const [name, isNeeded] of Object.entries(members)) {
    if (isNeeded && !(name in value)) throw new Error(`${file}.json: "${name}" is missing.`);
  }
  checkNames(file, value, members);
  checkNames(file, value["call"], callMembers);
  checkNames(file, value["expect"], expectMembers);
  for (const rule of listOf(value["service"])) checkNames(file, rule, ruleMembers);
  // The members that decide what is sent and judged were checked above; the rest is the author's.
  const conformanceCase = value as unknown as ConformanceCase;
  if (conformanceCase.name !== file) {
    throw new Error(`${file}.json: its name is "${conformanceCase.name}".`);
  }
  if (!(groups as readonly string[]).includes(groupOf(conformanceCase))) {
    throw new Error(`${file}.json: the name must begin with one of ${groups.join(", ")}.`);
  }
  return conformanceCase;
}

function parse(file: string, text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file}.json is not JSON.`, { cause });
  }
  if (!isObject(value)) throw new Error(`${file}.json is not a JSON object.`);
  return value;
}

function checkNames(file: string, value: unknown, known: object): void {
  if (!isObject(value)) throw new Error(`${file}.json: expected an object.`);
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(known, name));
  if (unknown !== undefined) throw new Error(`${file}.json: unknown member "${unknown}".`);
}
