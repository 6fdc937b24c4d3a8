// Written by `npm run generate` from spec/. Do not edit.

import type { Client, FetchResponse, MaybeOptionalInit } from "openapi-fetch";
import type { paths } from "./schema.ts";

/**
 * What every call below takes: an openapi-fetch client, such as `client.api`.
 *
 * The calls are the direct way to the service. They send exactly what they are given and answer
 * `{ data, error, response }`: a refusal is an `error`, not an exception. Credentials, retries
 * and time limits are the client's; a stream that breaks off is not resumed.
 *
 * @example
 * A stream comes as bytes, and `parseSse` makes events of them.
 *
 * ```ts
 * const { data, error } = await operations.createInteraction(client.api, {
 *   body: { model: "gemini-2.5-flash", input: "Write a haiku about streams", stream: true },
 *   parseAs: "stream",
 * });
 * if (!data) throw new Error(JSON.stringify(error));
 * for await (const event of parseSse(data)) {
 *   if (event.event_type === "step.delta" && event.delta.type === "text") {
 *     process.stdout.write(event.delta.text);
 *   }
 * }
 * ```
 */
export type InteractionsApi = Client<paths, "application/json">;

// openapi-fetch takes unknown keys beside the typed ones.
type Open<Init> = Init & { [key: string]: unknown };

/**
 * Create an interaction: `POST /v1beta/interactions`.
 *
 * Runs a model or an agent on the given input. `stream: true` in the body turns the answer into
 * server-sent events; `background: true` answers at once and runs on at the service. Not
 * idempotent: a repeated request is a second, billed run.
 */
export function createInteraction<Init extends MaybeOptionalInit<paths["/v1beta/interactions"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/interactions"]["post"], Init, "application/json">> {
  return api.POST("/v1beta/interactions", init);
}

/**
 * Get an interaction: `GET /v1beta/interactions/{id}`.
 *
 * Reads a stored interaction, or with `stream` replays its events and goes on live.
 */
export function getInteractionById<Init extends MaybeOptionalInit<paths["/v1beta/interactions/{id}"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/interactions/{id}"]["get"], Init, "application/json">> {
  return api.GET("/v1beta/interactions/{id}", init);
}

/**
 * Delete an interaction: `DELETE /v1beta/interactions/{id}`.
 *
 * Removes a stored interaction; it does not cancel a run. Some backends answer 501.
 */
export function deleteInteraction<Init extends MaybeOptionalInit<paths["/v1beta/interactions/{id}"], "delete">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/interactions/{id}"]["delete"], Init, "application/json">> {
  return api.DELETE("/v1beta/interactions/{id}", init);
}

/**
 * Cancel an interaction: `POST /v1beta/interactions/{id}/cancel`.
 *
 * Stops a background run that is still going. The answer may still say `in_progress` for a moment.
 * Tokens already produced are billed.
 */
export function cancelInteractionById<Init extends MaybeOptionalInit<paths["/v1beta/interactions/{id}/cancel"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/interactions/{id}/cancel"]["post"], Init, "application/json">> {
  return api.POST("/v1beta/interactions/{id}/cancel", init);
}

/**
 * Create an interaction on Vertex AI: `POST /v1beta1/projects/{project}/locations/{location}/interactions`.
 *
 * Runs a model or an agent on the given input. `stream: true` in the body turns the answer into
 * server-sent events; `background: true` answers at once and runs on at the service. Not
 * idempotent: a repeated request is a second, billed run.
 */
export function createVertexInteraction<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/interactions"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/interactions"]["post"], Init, "application/json">> {
  return api.POST("/v1beta1/projects/{project}/locations/{location}/interactions", init);
}

/**
 * Get an interaction on Vertex AI: `GET /v1beta1/projects/{project}/locations/{location}/interactions/{id}`.
 *
 * Reads a stored interaction, or with `stream` replays its events and goes on live.
 */
export function getVertexInteractionById<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/interactions/{id}"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/interactions/{id}"]["get"], Init, "application/json">> {
  return api.GET("/v1beta1/projects/{project}/locations/{location}/interactions/{id}", init);
}

/**
 * Delete an interaction on Vertex AI: `DELETE /v1beta1/projects/{project}/locations/{location}/interactions/{id}`.
 *
 * Removes a stored interaction; it does not cancel a run. Some backends answer 501.
 */
export function deleteVertexInteraction<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/interactions/{id}"], "delete">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/interactions/{id}"]["delete"], Init, "application/json">> {
  return api.DELETE("/v1beta1/projects/{project}/locations/{location}/interactions/{id}", init);
}

/**
 * Cancel an interaction on Vertex AI: `POST /v1beta1/projects/{project}/locations/{location}/interactions/{id}/cancel`.
 *
 * Stops a background run that is still going. The answer may still say `in_progress` for a moment.
 * Tokens already produced are billed.
 */
export function cancelVertexInteractionById<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/interactions/{id}/cancel"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/interactions/{id}/cancel"]["post"], Init, "application/json">> {
  return api.POST("/v1beta1/projects/{project}/locations/{location}/interactions/{id}/cancel", init);
}

/**
 * Get an interaction on Vertex AI without its project and location: `GET /v1beta1/interactions/{id}`.
 *
 * Reads a stored interaction, or with `stream` replays its events and goes on live.
 */
export function getUnscopedVertexInteractionById<Init extends MaybeOptionalInit<paths["/v1beta1/interactions/{id}"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/interactions/{id}"]["get"], Init, "application/json">> {
  return api.GET("/v1beta1/interactions/{id}", init);
}

/**
 * Delete an interaction on Vertex AI without its project and location: `DELETE /v1beta1/interactions/{id}`.
 *
 * Removes a stored interaction; it does not cancel a run. Some backends answer 501.
 */
export function deleteUnscopedVertexInteraction<Init extends MaybeOptionalInit<paths["/v1beta1/interactions/{id}"], "delete">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/interactions/{id}"]["delete"], Init, "application/json">> {
  return api.DELETE("/v1beta1/interactions/{id}", init);
}

/**
 * Cancel an interaction on Vertex AI without its project and location: `POST /v1beta1/interactions/{id}/cancel`.
 *
 * Stops a background run that is still going. The answer may still say `in_progress` for a moment.
 * Tokens already produced are billed.
 */
export function cancelUnscopedVertexInteractionById<Init extends MaybeOptionalInit<paths["/v1beta1/interactions/{id}/cancel"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/interactions/{id}/cancel"]["post"], Init, "application/json">> {
  return api.POST("/v1beta1/interactions/{id}/cancel", init);
}
