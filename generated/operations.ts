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
 *   body: { model: "gemini-3.8-flash", input: "Write a haiku about streams", stream: true },
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
 * Runs a model or an agent on the given input. `stream: true` in the body turns the response into
 * server-sent events; `background: true` responds at once and continues at the service. Not
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
 * Reads a stored interaction, or with `stream` replays its events and then continues live.
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
 * Stops a background run that is still going. The response may still say `in_progress` for a
 * moment. Tokens already produced are billed.
 */
export function cancelInteractionById<Init extends MaybeOptionalInit<paths["/v1beta/interactions/{id}/cancel"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/interactions/{id}/cancel"]["post"], Init, "application/json">> {
  return api.POST("/v1beta/interactions/{id}/cancel", init);
}

/**
 * List the webhooks: `GET /v1beta/webhooks`.
 *
 * Lists the registered webhooks of the project, page by page.
 */
export function listWebhooks<Init extends MaybeOptionalInit<paths["/v1beta/webhooks"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/webhooks"]["get"], Init, "application/json">> {
  return api.GET("/v1beta/webhooks", init);
}

/**
 * Register a webhook: `POST /v1beta/webhooks`.
 *
 * Registers an address for the events of this project. Only this response contains the signing
 * secret, in `new_signing_secret`. A repeated request registers a second webhook.
 */
export function createWebhook<Init extends MaybeOptionalInit<paths["/v1beta/webhooks"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/webhooks"]["post"], Init, "application/json">> {
  return api.POST("/v1beta/webhooks", init);
}

/**
 * Get a webhook: `GET /v1beta/webhooks/{id}`.
 *
 * Reads a registered webhook, without its secrets.
 */
export function getWebhook<Init extends MaybeOptionalInit<paths["/v1beta/webhooks/{id}"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/webhooks/{id}"]["get"], Init, "application/json">> {
  return api.GET("/v1beta/webhooks/{id}", init);
}

/**
 * Delete a webhook: `DELETE /v1beta/webhooks/{id}`.
 *
 * Ends deliveries to the webhook and removes it.
 */
export function deleteWebhook<Init extends MaybeOptionalInit<paths["/v1beta/webhooks/{id}"], "delete">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/webhooks/{id}"]["delete"], Init, "application/json">> {
  return api.DELETE("/v1beta/webhooks/{id}", init);
}

/**
 * Change a webhook: `PATCH /v1beta/webhooks/{id}`.
 *
 * Changes the members that the body contains and leaves the others unchanged.
 */
export function updateWebhook<Init extends MaybeOptionalInit<paths["/v1beta/webhooks/{id}"], "patch">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/webhooks/{id}"]["patch"], Init, "application/json">> {
  return api.PATCH("/v1beta/webhooks/{id}", init);
}

/**
 * Ping a webhook: `POST /v1beta/webhooks/{id}:ping`.
 *
 * Sends a test delivery to the address of the webhook. The response does not wait for it.
 */
export function pingWebhook<Init extends MaybeOptionalInit<paths["/v1beta/webhooks/{id}:ping"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/webhooks/{id}:ping"]["post"], Init, "application/json">> {
  return api.POST("/v1beta/webhooks/{id}:ping", init);
}

/**
 * Rotate a signing secret: `POST /v1beta/webhooks/{id}:rotateSigningSecret`.
 *
 * Makes a new signing secret for the webhook and returns it; it cannot be read again. The earlier
 * ones end at once or after a day, as the body says.
 */
export function rotateSigningSecret<Init extends MaybeOptionalInit<paths["/v1beta/webhooks/{id}:rotateSigningSecret"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/webhooks/{id}:rotateSigningSecret"]["post"], Init, "application/json">> {
  return api.POST("/v1beta/webhooks/{id}:rotateSigningSecret", init);
}

/**
 * List the environments: `GET /v1beta/environments`.
 *
 * Lists the sandboxes of the project, page by page.
 */
export function listEnvironments<Init extends MaybeOptionalInit<paths["/v1beta/environments"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/environments"]["get"], Init, "application/json">> {
  return api.GET("/v1beta/environments", init);
}

/**
 * Create an environment: `POST /v1beta/environments`.
 *
 * Creates a sandbox for agents, empty, from sources or as a copy of another. Its id goes into
 * `environment` of an interaction. A repeated request creates a second one.
 */
export function createEnvironment<Init extends MaybeOptionalInit<paths["/v1beta/environments"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/environments"]["post"], Init, "application/json">> {
  return api.POST("/v1beta/environments", init);
}

/**
 * Get an environment: `GET /v1beta/environments/{id}`.
 *
 * Reads what is known of a sandbox: status, size and network.
 */
export function getEnvironment<Init extends MaybeOptionalInit<paths["/v1beta/environments/{id}"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/environments/{id}"]["get"], Init, "application/json">> {
  return api.GET("/v1beta/environments/{id}", init);
}

/**
 * Delete an environment: `DELETE /v1beta/environments/{id}`.
 *
 * Deletes a sandbox with its files.
 */
export function deleteEnvironment<Init extends MaybeOptionalInit<paths["/v1beta/environments/{id}"], "delete">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/environments/{id}"]["delete"], Init, "application/json">> {
  return api.DELETE("/v1beta/environments/{id}", init);
}

/**
 * List or read files of an environment: `GET /v1beta/environments/{environment}/files/{path}`.
 *
 * Lists a directory of a sandbox, or describes one file. With `alt: media` the response is the
 * content of the file; read it with `parseAs`.
 */
export function getEnvironmentFiles<Init extends MaybeOptionalInit<paths["/v1beta/environments/{environment}/files/{path}"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/environments/{environment}/files/{path}"]["get"], Init, "application/json">> {
  return api.GET("/v1beta/environments/{environment}/files/{path}", init);
}

/**
 * Start an upload into an environment: `PUT /upload/v1beta/environments/{environment}/files/{path}`.
 *
 * Opens a resumable upload session. Its address comes in the header `x-goog-upload-url`; the bytes
 * go there, not to this path.
 */
export function startEnvironmentFileUpload<Init extends MaybeOptionalInit<paths["/upload/v1beta/environments/{environment}/files/{path}"], "put">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/upload/v1beta/environments/{environment}/files/{path}"]["put"], Init, "application/json">> {
  return api.PUT("/upload/v1beta/environments/{environment}/files/{path}", init);
}

/**
 * List the agents: `GET /v1beta/agents`.
 *
 * Lists the custom agents, page by page.
 */
export function listAgents<Init extends MaybeOptionalInit<paths["/v1beta/agents"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/agents"]["get"], Init, "application/json">> {
  return api.GET("/v1beta/agents", init);
}

/**
 * Create an agent: `POST /v1beta/agents`.
 *
 * Creates a custom agent on top of another. Its id goes into `agent` of an interaction.
 */
export function createAgent<Init extends MaybeOptionalInit<paths["/v1beta/agents"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/agents"]["post"], Init, "application/json">> {
  return api.POST("/v1beta/agents", init);
}

/**
 * Get an agent: `GET /v1beta/agents/{id}`.
 *
 * Reads a custom agent.
 */
export function getAgent<Init extends MaybeOptionalInit<paths["/v1beta/agents/{id}"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/agents/{id}"]["get"], Init, "application/json">> {
  return api.GET("/v1beta/agents/{id}", init);
}

/**
 * Delete an agent: `DELETE /v1beta/agents/{id}`.
 *
 * Deletes a custom agent.
 */
export function deleteAgent<Init extends MaybeOptionalInit<paths["/v1beta/agents/{id}"], "delete">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/agents/{id}"]["delete"], Init, "application/json">> {
  return api.DELETE("/v1beta/agents/{id}", init);
}

/**
 * Create an interaction on Vertex AI: `POST /v1beta1/projects/{project}/locations/{location}/interactions`.
 *
 * Runs a model or an agent on the given input. `stream: true` in the body turns the response into
 * server-sent events; `background: true` responds at once and continues at the service. Not
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
 * Reads a stored interaction, or with `stream` replays its events and then continues live.
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
 * Get an interaction on Vertex AI without its project and location: `GET /v1beta1/interactions/{id}`.
 *
 * Reads a stored interaction, or with `stream` replays its events and then continues live.
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
 * Cancel an interaction on Vertex AI: `POST /v1beta1/projects/{project}/locations/{location}/interactions/{id}/cancel`.
 *
 * Stops a background run that is still going. The response may still say `in_progress` for a
 * moment. Tokens already produced are billed.
 */
export function cancelVertexInteractionById<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/interactions/{id}/cancel"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/interactions/{id}/cancel"]["post"], Init, "application/json">> {
  return api.POST("/v1beta1/projects/{project}/locations/{location}/interactions/{id}/cancel", init);
}

/**
 * Cancel an interaction on Vertex AI without its project and location: `POST /v1beta1/interactions/{id}/cancel`.
 *
 * Stops a background run that is still going. The response may still say `in_progress` for a
 * moment. Tokens already produced are billed.
 */
export function cancelUnscopedVertexInteractionById<Init extends MaybeOptionalInit<paths["/v1beta1/interactions/{id}/cancel"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/interactions/{id}/cancel"]["post"], Init, "application/json">> {
  return api.POST("/v1beta1/interactions/{id}/cancel", init);
}

/**
 * List the webhooks on Vertex AI: `GET /v1beta1/projects/{project}/locations/{location}/webhooks`.
 *
 * Lists the registered webhooks of the project, page by page.
 */
export function listVertexWebhooks<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/webhooks"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/webhooks"]["get"], Init, "application/json">> {
  return api.GET("/v1beta1/projects/{project}/locations/{location}/webhooks", init);
}

/**
 * Register a webhook on Vertex AI: `POST /v1beta1/projects/{project}/locations/{location}/webhooks`.
 *
 * Registers an address for the events of this project. Only this response contains the signing
 * secret, in `new_signing_secret`. A repeated request registers a second webhook.
 */
export function createVertexWebhook<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/webhooks"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/webhooks"]["post"], Init, "application/json">> {
  return api.POST("/v1beta1/projects/{project}/locations/{location}/webhooks", init);
}

/**
 * Get a webhook on Vertex AI: `GET /v1beta1/projects/{project}/locations/{location}/webhooks/{id}`.
 *
 * Reads a registered webhook, without its secrets.
 */
export function getVertexWebhook<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/webhooks/{id}"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/webhooks/{id}"]["get"], Init, "application/json">> {
  return api.GET("/v1beta1/projects/{project}/locations/{location}/webhooks/{id}", init);
}

/**
 * Delete a webhook on Vertex AI: `DELETE /v1beta1/projects/{project}/locations/{location}/webhooks/{id}`.
 *
 * Ends deliveries to the webhook and removes it.
 */
export function deleteVertexWebhook<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/webhooks/{id}"], "delete">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/webhooks/{id}"]["delete"], Init, "application/json">> {
  return api.DELETE("/v1beta1/projects/{project}/locations/{location}/webhooks/{id}", init);
}

/**
 * Change a webhook on Vertex AI: `PATCH /v1beta1/projects/{project}/locations/{location}/webhooks/{id}`.
 *
 * Changes the members that the body contains and leaves the others unchanged.
 */
export function updateVertexWebhook<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/webhooks/{id}"], "patch">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/webhooks/{id}"]["patch"], Init, "application/json">> {
  return api.PATCH("/v1beta1/projects/{project}/locations/{location}/webhooks/{id}", init);
}

/**
 * Ping a webhook on Vertex AI: `POST /v1beta1/projects/{project}/locations/{location}/webhooks/{id}:ping`.
 *
 * Sends a test delivery to the address of the webhook. The response does not wait for it.
 */
export function pingVertexWebhook<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/webhooks/{id}:ping"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/webhooks/{id}:ping"]["post"], Init, "application/json">> {
  return api.POST("/v1beta1/projects/{project}/locations/{location}/webhooks/{id}:ping", init);
}

/**
 * Rotate a signing secret on Vertex AI: `POST /v1beta1/projects/{project}/locations/{location}/webhooks/{id}:rotateSigningSecret`.
 *
 * Makes a new signing secret for the webhook and returns it; it cannot be read again. The earlier
 * ones end at once or after a day, as the body says.
 */
export function rotateVertexSigningSecret<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/webhooks/{id}:rotateSigningSecret"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/webhooks/{id}:rotateSigningSecret"]["post"], Init, "application/json">> {
  return api.POST("/v1beta1/projects/{project}/locations/{location}/webhooks/{id}:rotateSigningSecret", init);
}

/**
 * List the environments on Vertex AI: `GET /v1beta1/projects/{project}/locations/{location}/environments`.
 *
 * Lists the sandboxes of the project, page by page.
 */
export function listVertexEnvironments<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/environments"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/environments"]["get"], Init, "application/json">> {
  return api.GET("/v1beta1/projects/{project}/locations/{location}/environments", init);
}

/**
 * Create an environment on Vertex AI: `POST /v1beta1/projects/{project}/locations/{location}/environments`.
 *
 * Creates a sandbox for agents, empty, from sources or as a copy of another. Its id goes into
 * `environment` of an interaction. A repeated request creates a second one.
 */
export function createVertexEnvironment<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/environments"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/environments"]["post"], Init, "application/json">> {
  return api.POST("/v1beta1/projects/{project}/locations/{location}/environments", init);
}

/**
 * Get an environment on Vertex AI: `GET /v1beta1/projects/{project}/locations/{location}/environments/{id}`.
 *
 * Reads what is known of a sandbox: status, size and network.
 */
export function getVertexEnvironment<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/environments/{id}"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/environments/{id}"]["get"], Init, "application/json">> {
  return api.GET("/v1beta1/projects/{project}/locations/{location}/environments/{id}", init);
}

/**
 * Delete an environment on Vertex AI: `DELETE /v1beta1/projects/{project}/locations/{location}/environments/{id}`.
 *
 * Deletes a sandbox with its files.
 */
export function deleteVertexEnvironment<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/environments/{id}"], "delete">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/environments/{id}"]["delete"], Init, "application/json">> {
  return api.DELETE("/v1beta1/projects/{project}/locations/{location}/environments/{id}", init);
}

/**
 * List or read files of an environment on Vertex AI: `GET /v1beta1/projects/{project}/locations/{location}/environments/{environment}/files/{path}`.
 *
 * Lists a directory of a sandbox, or describes one file. With `alt: media` the response is the
 * content of the file; read it with `parseAs`.
 */
export function getVertexEnvironmentFiles<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/environments/{environment}/files/{path}"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/environments/{environment}/files/{path}"]["get"], Init, "application/json">> {
  return api.GET("/v1beta1/projects/{project}/locations/{location}/environments/{environment}/files/{path}", init);
}

/**
 * List the agents on Vertex AI: `GET /v1beta1/projects/{project}/locations/{location}/agents`.
 *
 * Lists the custom agents, page by page.
 */
export function listVertexAgents<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/agents"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/agents"]["get"], Init, "application/json">> {
  return api.GET("/v1beta1/projects/{project}/locations/{location}/agents", init);
}

/**
 * Create an agent on Vertex AI: `POST /v1beta1/projects/{project}/locations/{location}/agents`.
 *
 * Creates a custom agent on top of another. Its id goes into `agent` of an interaction.
 */
export function createVertexAgent<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/agents"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/agents"]["post"], Init, "application/json">> {
  return api.POST("/v1beta1/projects/{project}/locations/{location}/agents", init);
}

/**
 * Get an agent on Vertex AI: `GET /v1beta1/projects/{project}/locations/{location}/agents/{id}`.
 *
 * Reads a custom agent.
 */
export function getVertexAgent<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/agents/{id}"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/agents/{id}"]["get"], Init, "application/json">> {
  return api.GET("/v1beta1/projects/{project}/locations/{location}/agents/{id}", init);
}

/**
 * Delete an agent on Vertex AI: `DELETE /v1beta1/projects/{project}/locations/{location}/agents/{id}`.
 *
 * Deletes a custom agent.
 */
export function deleteVertexAgent<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/agents/{id}"], "delete">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/agents/{id}"]["delete"], Init, "application/json">> {
  return api.DELETE("/v1beta1/projects/{project}/locations/{location}/agents/{id}", init);
}
