// A gateway's answers where it has credentials of its own: each request is one call of a client, once
// the program has said that this caller may make it. Nothing but interactions can be reached.

import { startedBy } from "../http/call.ts";
import type { CreateInteractionParams, Interaction } from "../model/types.ts";
import type { InteractionStream } from "../stream/stream.ts";
import { isObject, parseJson } from "../util/json.ts";
import { answerOf, problem } from "./answers.ts";
import { eventsOf } from "./events.ts";
import type { ClientGatewayOptions } from "./index.ts";
import { placeIn, runOf } from "./resumable-fetch.ts";
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
      return problem(400, "invalid_request", "previous_interaction_id is not a text.");
    }
    const after = operation === "get" ? placeIn(headers, url) : "";
    const run = runOf(after);
    if (run !== undefined && run !== id) {
      return problem(400, "invalid_request", "The cursor is of another run.");
    }
    // Unknown: it comes from a program that may have no types.
    const decision: unknown = await authorize(request, { operation, interactionId });
    if (decision !== true) {
      return problem(403, "permission_denied", "The gateway does not allow this.");
    }
    const isSet = (name: string): boolean => url.searchParams.get(name) === "true";
    const call = (): Promise<Interaction | InteractionStream | void> => {
      const options = { signal, accumulate: false };
      if (operation === "cancel") return client.cancel(id, { signal });
      if (operation === "delete") return client.delete(id, { signal });
      // The client and the service check what it is made of.
      const own = params as unknown as CreateInteractionParams & { stream: boolean };
      if (isCreate) return client.create(own, own.stream ? options : { signal });
      if (run !== undefined) return client.resume(after, options);
      const last_event_id = after || undefined;
      if (isSet("stream")) return client.get(id, { stream: true, last_event_id }, options);
      return client.get(id, isSet("include_input") ? { include_input: true } : {}, { signal });
    };
    try {
      const result = await call();
      if (!result) return new Response();
      return "cursor" in result ? eventsOf(result, new Headers()) : Response.json(result);
    } catch (error) {
      signal.throwIfAborted();
      return answerOf(error, isCreate ? startedBy(params) : "nothing");
    }
  };
}
