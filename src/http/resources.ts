// How the generated clients of the resources send their calls, whatever resource it is: each is checked,
// sent by `send`, and resolves with what its answer holds.

import type { Result, Sender, Sending } from "../model/generated.ts";
import { ApiPromise } from "../model/api-promise.ts";
import type { ApiAnswer } from "../model/api-promise.ts";
import { ResponseParseError } from "../model/errors.ts";
import type { CallOptions } from "../model/options.ts";
import { checkParams } from "../model/params.ts";
import { homeOf } from "./place.ts";
import { bytesOf, doneOf, jsonOf, send } from "./send.ts";
import type { Outcome } from "./send.ts";
import type { Http, OwnCall } from "./transport.ts";

/** Sends the calls of the generated clients. */
export function createSender(http: Http): Sender {
  const home = homeOf(http);
  const json = { accept: "application/json" } as const;
  const file = { accept: "*/*" } as const;
  const call = <Data, Read>(
    options: CallOptions = {},
    params: object = {},
    own: OwnCall,
    operate: (how: Sending) => Promise<Result<Data>>,
    read: (http: Http, outcome: Outcome<Data>) => ApiAnswer<Read>,
  ): ApiPromise<Read> =>
    promise(async () => {
      checkParams(params);
      return read(http, await send(http, options, own, operate));
    });
  return {
    json: (options, params, operate) =>
      call(options, params, json, (how) => operate(home, how), jsonOf),
    done: (options, params, operate) =>
      call(options, params, json, (how) => operate(home, { ...how, parseAs: "text" }), doneOf),
    bytes: (options, operate) =>
      call(options, {}, file, (how) => operate(home, { ...how, parseAs: "arrayBuffer" }), bytesOf),
    upload: (options = {}, params, content, start, finish) =>
      promise(async () => {
        checkParams(params);
        // A copy: the caller may change its bytes while they wait.
        const body = toBlob(content);
        const started = await send(http, options, json, (how) =>
          start(home, { ...how, parseAs: "text" }, body),
        );
        const query = uploadOf(http, started);
        return jsonOf(
          http,
          await send(http, options, json, (how) =>
            finish(
              home,
              { ...how, headers: { ...how.headers, "content-type": fileType } },
              { body, bodySerializer: (blob) => blob, query },
            ),
          ),
        );
      }),
  };
}

/** The query of the address that the start of an upload was answered with: its path is that of the start. */
function uploadOf(http: Http, outcome: Outcome<unknown>): { upload_id: string } {
  doneOf(http, outcome);
  const { response } = outcome;
  const address = response.headers.get("x-goog-upload-url") ?? "";
  const query = URL.canParse(address) ? Object.fromEntries(new URL(address).searchParams) : {};
  const { upload_id } = query;
  if (upload_id !== undefined) return { ...query, upload_id };
  const message = "The service opened no upload: its answer has no x-goog-upload-url.";
  throw new ResponseParseError(message, { status: response.status, body: "" });
}

const fileType = "application/octet-stream";

function toBlob(file: unknown): Blob {
  const type = file instanceof Blob && file.type !== "" ? file.type : fileType;
  if (file instanceof Blob || file instanceof Uint8Array) {
    // Blob takes shared memory as well, though its type does not.
    return new Blob([file as Blob | Uint8Array<ArrayBuffer>], { type });
  }
  throw new TypeError(`A file is written from a Uint8Array or a Blob, got ${typeof file}.`);
}

function promise<Data>(call: () => Promise<{ data: Data; response: Response }>): ApiPromise<Data> {
  return new ApiPromise(call());
}
