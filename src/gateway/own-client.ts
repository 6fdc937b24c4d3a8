// A gateway's answers where it has credentials of its own: each request is one call of a client, once
// the program has said that this caller may make it. Nothing but interactions can be reached.

import { startedBy } from "../http/call.ts";
import type { CreateInteractionParams } from "../model/types.ts";
import { isObject, parseJson } from "../util/json.ts";
import { answerWith, problem } from "./answers.ts";
import type { ClientGatewayOptions } from "./index.ts";
import { follow, placeIn } from "./resumable-fetch.ts";
import { routeOf } from "./route.ts";

/** Answers each request by a call of the client. */
export function answerAs({ client, authorize }: ClientGatewayOptions) {
  if (typeof authorize !== "function") {
    throw new TypeError("A gateway with a client needs authorize, which says who may use it.");
  }
  return async (request: Request, body: Uint8Array<ArrayBuffer>): Promise<Response> => {
    const { method, signal, headers } = request;
    const url = new URL(request.url);
    const { operation, id = "" } = routeOf(method, url) ?? {};
    if (operation === undefined) return problem(404, "not_found", "Only interactions are here.");
    const isCreate = operation === "create";
    const params = isCreate ? parseJson(new TextDecoder().decode(body)) : {};
    if (!isObject(params)) return problem(400, "invalid_request", "The body is not a JSON object.");
    const interactionId = id || (params["previous_interaction_id"] ?? undefined);
    if (interactionId !== undefined && typeof interactionId !== "string") {
      return problem(400, "invalid_request", "previous_interaction_id is not a string.");
    }
    // Unknown: it comes from a program that may have no types.
    const decision: unknown = await authorize(request, { operation, interactionId });
    if (decision !== true) {
      return problem(403, "permission_denied", "The gateway does not allow this.");
    }
    const isSet = (name: string): boolean => url.searchParams.get(name) === "true";
    const options = { signal, accumulate: false };
    // The client and the service check what it is made of.
    const create = params as unknown as CreateInteractionParams & { stream: boolean };
    const calls = {
      create: () => client.create(create, create.stream ? options : { signal }),
      get: () =>
        isSet("stream")
          ? follow(client, id, placeIn(headers, url), options)
          : client.get(id, isSet("include_input") ? { include_input: true } : {}, { signal }),
      cancel: () => client.cancel(id, { signal }),
      delete: () => client.delete(id, { signal }),
    };
    const starts = isCreate ? startedBy(params) : "nothing";
    return answerWith({ call: calls[operation], starts, signal });
  };
}
