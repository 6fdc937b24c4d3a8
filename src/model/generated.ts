// The types that generated/ is written with: how its clients send their calls, and what its tables hold.
// They do not depend on the spec, so they are written here, and scripts/ writes only what does.

import type { InteractionsApi } from "../../generated/operations.ts";
import type { ApiPromise } from "./api-promise.ts";
import type { CallOptions } from "./options.ts";

/** How one call is sent: what openapi-fetch is given beside the parameters. */
export type Sending = {
  headers: Record<string, string>;
  fetch: (request: Request) => Promise<Response>;
  parseAs?: "json" | "text" | "arrayBuffer" | "stream";
};

/** What every call resolves with. */
export interface Result<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** What the clients of resources send their calls by; src/http/resources.ts makes it. */
export interface Sender {
  /** The answer is JSON. */
  json<Data>(
    options: CallOptions | undefined,
    params: object | undefined,
    send: (api: InteractionsApi, how: Sending) => Promise<Result<Data>>,
  ): ApiPromise<Data>;
  /** The answer is that it was done. */
  done(
    options: CallOptions | undefined,
    params: object | undefined,
    send: (api: InteractionsApi, how: Sending) => Promise<Result<unknown>>,
  ): ApiPromise<void>;
  /** The answer is a file. */
  bytes(
    options: CallOptions | undefined,
    send: (
      api: InteractionsApi,
      how: Sending & { parseAs: "arrayBuffer" },
    ) => Promise<Result<ArrayBuffer>>,
  ): ApiPromise<Bytes>;
  /** Two calls: one opens an upload, the other sends the file and is answered with JSON. */
  upload<Data>(
    options: CallOptions | undefined,
    params: object,
    file: Uint8Array | Blob,
    start: (api: InteractionsApi, how: Sending, file: Blob) => Promise<Result<unknown>>,
    finish: (api: InteractionsApi, how: Sending, upload: Upload) => Promise<Result<Data>>,
  ): ApiPromise<Data>;
}

/** What the second call of an upload is given. */
export interface Upload {
  readonly body: Blob;
  /** Sends it as it is. */
  readonly bodySerializer: (body: Blob) => Blob;
  /** Of the address that the first one was answered with. */
  readonly query: { upload_id: string };
}

/** `Uint8Array<ArrayBuffer>`; before TypeScript 5.7 `Uint8Array`, which is not generic there. */
export type Bytes = ReturnType<TextEncoder["encode"]>;

/** What a value is compared with; `name` refers to the table that it stands in. */
export interface ValueSchema {
  readonly name?: string;
  readonly type?: string;
  readonly const?: unknown;
  /** The known values of an open enum; in answers only. */
  readonly enum?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, ValueSchema>>;
  readonly additionalProperties?: boolean | ValueSchema;
  readonly items?: ValueSchema;
  readonly anyOf?: readonly ValueSchema[];
}
