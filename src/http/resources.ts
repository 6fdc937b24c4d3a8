// How the generated clients of agents, environments and webhooks send their calls: each is checked, sent
// by `send`, and resolves with what its answer holds.

import type { Place, Sender } from "../../generated/resources.ts";
import { ApiPromise } from "../model/api-promise.ts";
import { scopeOf } from "./backend.ts";
import { bytesOf, checkParams, doneOf, jsonOf, send } from "./send.ts";
import type { Http } from "./transport.ts";

/** Where the resources of a client are. */
export function placeOf({ backend, client: api }: Pick<Http, "backend" | "client">): Place {
  const scope = scopeOf(backend);
  return scope === undefined ? { form: "gemini", api } : { form: "scoped", api, scope };
}

/** Sends the calls of the generated clients. */
export function createSender(http: Http): Sender {
  const at = placeOf(http);
  const json = { accept: "application/json" } as const;
  const file = { accept: "*/*" } as const;
  return {
    json: (options = {}, params = {}, operate) =>
      promise(async () => {
        checkParams(params);
        return jsonOf(http, await send(http, options, json, (how) => operate(at, how)));
      }),
    done: (options = {}, params = {}, operate) =>
      promise(async () => {
        checkParams(params);
        const sent = send(http, options, json, (how) => operate(at, { ...how, parseAs: "text" }));
        return doneOf(http, await sent);
      }),
    bytes: (options = {}, operate) =>
      promise(async () => {
        const sent = send(http, options, file, (how) =>
          operate(at, { ...how, parseAs: "arrayBuffer" }),
        );
        return bytesOf(http, await sent);
      }),
  };
}

function promise<Data>(call: () => Promise<{ data: Data; response: Response }>): ApiPromise<Data> {
  return new ApiPromise(call());
}
