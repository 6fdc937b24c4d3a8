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
 * Send a file into an environment: `POST /upload/v1beta/environments/{environment}/files/{path}`.
 *
 * Sends the bytes of an upload that was started, to the address that the start answered; with
 * `upload, finalize` they are the last, and the file is there.
 */
export function uploadEnvironmentFile<Init extends MaybeOptionalInit<paths["/upload/v1beta/environments/{environment}/files/{path}"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/upload/v1beta/environments/{environment}/files/{path}"]["post"], Init, "application/json">> {
  return api.POST("/upload/v1beta/environments/{environment}/files/{path}", init);
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
 * List the credentials: `GET /v1beta/credentials`.
 *
 * Lists the stored credentials of the project, page by page, without their secrets.
 */
export function listCredentials<Init extends MaybeOptionalInit<paths["/v1beta/credentials"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/credentials"]["get"], Init, "application/json">> {
  return api.GET("/v1beta/credentials", init);
}

/**
 * Store a credential: `POST /v1beta/credentials`.
 *
 * Stores a secret that sandboxes use and models never see. Its `id`, which is yours to choose, goes
 * into `credential` of an environment variable or of a domain. The secret cannot be read again.
 */
export function createCredential<Init extends MaybeOptionalInit<paths["/v1beta/credentials"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/credentials"]["post"], Init, "application/json">> {
  return api.POST("/v1beta/credentials", init);
}

/**
 * Get a credential: `GET /v1beta/credentials/{id}`.
 *
 * Reads what is known of a stored credential, without its secret.
 */
export function getCredential<Init extends MaybeOptionalInit<paths["/v1beta/credentials/{id}"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/credentials/{id}"]["get"], Init, "application/json">> {
  return api.GET("/v1beta/credentials/{id}", init);
}

/**
 * Delete a credential: `DELETE /v1beta/credentials/{id}`.
 *
 * Deletes a stored credential. Sandboxes that name it no longer receive its secret.
 */
export function deleteCredential<Init extends MaybeOptionalInit<paths["/v1beta/credentials/{id}"], "delete">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/credentials/{id}"]["delete"], Init, "application/json">> {
  return api.DELETE("/v1beta/credentials/{id}", init);
}

/**
 * Change a credential: `PATCH /v1beta/credentials/{id}`.
 *
 * Changes the members that the body holds, such as a renewed secret, and leaves the others as they
 * are. `type` must be the one that the credential was stored with.
 */
export function updateCredential<Init extends MaybeOptionalInit<paths["/v1beta/credentials/{id}"], "patch">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/credentials/{id}"]["patch"], Init, "application/json">> {
  return api.PATCH("/v1beta/credentials/{id}", init);
}

/**
 * List the triggers: `GET /v1beta/triggers`.
 *
 * Lists the triggers of the project, page by page.
 */
export function listTriggers<Init extends MaybeOptionalInit<paths["/v1beta/triggers"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/triggers"]["get"], Init, "application/json">> {
  return api.GET("/v1beta/triggers", init);
}

/**
 * Create a trigger: `POST /v1beta/triggers`.
 *
 * Runs an agent again and again, on a schedule. A repeated request creates a second trigger, and
 * each of its runs is billed.
 */
export function createTrigger<Init extends MaybeOptionalInit<paths["/v1beta/triggers"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/triggers"]["post"], Init, "application/json">> {
  return api.POST("/v1beta/triggers", init);
}

/**
 * Get a trigger: `GET /v1beta/triggers/{id}`.
 *
 * Reads a trigger: its schedule, its status, and when it runs next.
 */
export function getTrigger<Init extends MaybeOptionalInit<paths["/v1beta/triggers/{id}"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/triggers/{id}"]["get"], Init, "application/json">> {
  return api.GET("/v1beta/triggers/{id}", init);
}

/**
 * Delete a trigger: `DELETE /v1beta/triggers/{id}`.
 *
 * Deletes a trigger. A run that it has started continues.
 */
export function deleteTrigger<Init extends MaybeOptionalInit<paths["/v1beta/triggers/{id}"], "delete">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/triggers/{id}"]["delete"], Init, "application/json">> {
  return api.DELETE("/v1beta/triggers/{id}", init);
}

/**
 * Change a trigger: `PATCH /v1beta/triggers/{id}`.
 *
 * Renames, pauses or resumes a trigger. Its schedule and its interaction cannot be changed.
 */
export function updateTrigger<Init extends MaybeOptionalInit<paths["/v1beta/triggers/{id}"], "patch">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/triggers/{id}"]["patch"], Init, "application/json">> {
  return api.PATCH("/v1beta/triggers/{id}", init);
}

/**
 * List the executions of a trigger: `GET /v1beta/triggers/{id}/executions`.
 *
 * Lists what a trigger has run, page by page.
 */
export function listTriggerExecutions<Init extends MaybeOptionalInit<paths["/v1beta/triggers/{id}/executions"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/triggers/{id}/executions"]["get"], Init, "application/json">> {
  return api.GET("/v1beta/triggers/{id}/executions", init);
}

/**
 * Run a trigger: `POST /v1beta/triggers/{id}/executions`.
 *
 * Runs a trigger now, outside of its schedule. A repeated request starts, and bills, a second run.
 */
export function runTrigger<Init extends MaybeOptionalInit<paths["/v1beta/triggers/{id}/executions"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/triggers/{id}/executions"]["post"], Init, "application/json">> {
  return api.POST("/v1beta/triggers/{id}/executions", init);
}

/**
 * List the voices: `GET /v1beta/voices`.
 *
 * Lists the voices to speak with, page by page: the prebuilt ones and those of the project. Of
 * several filters all must match; of several values of one filter any.
 */
export function listVoices<Init extends MaybeOptionalInit<paths["/v1beta/voices"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/voices"]["get"], Init, "application/json">> {
  return api.GET("/v1beta/voices", init);
}

/**
 * Create a voice: `POST /v1beta/voices`.
 *
 * Makes a voice from a description or from a recording. With `store` the answer has an `id`,
 * without it a `key`; either goes into `voice` of a speech configuration. A repeated request makes
 * a second voice.
 */
export function createVoice<Init extends MaybeOptionalInit<paths["/v1beta/voices"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/voices"]["post"], Init, "application/json">> {
  return api.POST("/v1beta/voices", init);
}

/**
 * Get a voice: `GET /v1beta/voices/{id}`.
 *
 * Reads a stored or a prebuilt voice.
 */
export function getVoice<Init extends MaybeOptionalInit<paths["/v1beta/voices/{id}"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/voices/{id}"]["get"], Init, "application/json">> {
  return api.GET("/v1beta/voices/{id}", init);
}

/**
 * Delete a voice: `DELETE /v1beta/voices/{id}`.
 *
 * Deletes a stored voice. Prebuilt voices cannot be deleted.
 */
export function deleteVoice<Init extends MaybeOptionalInit<paths["/v1beta/voices/{id}"], "delete">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/voices/{id}"]["delete"], Init, "application/json">> {
  return api.DELETE("/v1beta/voices/{id}", init);
}

/**
 * Answer questions about an input: `POST /v1beta/decisions`.
 *
 * Has a model answer closed questions about one input, each with probabilities. Nothing is stored;
 * a repeated request is billed again.
 */
export function createDecision<Init extends MaybeOptionalInit<paths["/v1beta/decisions"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta/decisions"]["post"], Init, "application/json">> {
  return api.POST("/v1beta/decisions", init);
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

/**
 * List the credentials on Vertex AI: `GET /v1beta1/projects/{project}/locations/{location}/credentials`.
 *
 * Lists the stored credentials of the project, page by page, without their secrets.
 */
export function listVertexCredentials<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/credentials"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/credentials"]["get"], Init, "application/json">> {
  return api.GET("/v1beta1/projects/{project}/locations/{location}/credentials", init);
}

/**
 * Store a credential on Vertex AI: `POST /v1beta1/projects/{project}/locations/{location}/credentials`.
 *
 * Stores a secret that sandboxes use and models never see. Its `id`, which is yours to choose, goes
 * into `credential` of an environment variable or of a domain. The secret cannot be read again.
 */
export function createVertexCredential<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/credentials"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/credentials"]["post"], Init, "application/json">> {
  return api.POST("/v1beta1/projects/{project}/locations/{location}/credentials", init);
}

/**
 * Get a credential on Vertex AI: `GET /v1beta1/projects/{project}/locations/{location}/credentials/{id}`.
 *
 * Reads what is known of a stored credential, without its secret.
 */
export function getVertexCredential<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/credentials/{id}"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/credentials/{id}"]["get"], Init, "application/json">> {
  return api.GET("/v1beta1/projects/{project}/locations/{location}/credentials/{id}", init);
}

/**
 * Delete a credential on Vertex AI: `DELETE /v1beta1/projects/{project}/locations/{location}/credentials/{id}`.
 *
 * Deletes a stored credential. Sandboxes that name it no longer receive its secret.
 */
export function deleteVertexCredential<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/credentials/{id}"], "delete">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/credentials/{id}"]["delete"], Init, "application/json">> {
  return api.DELETE("/v1beta1/projects/{project}/locations/{location}/credentials/{id}", init);
}

/**
 * Change a credential on Vertex AI: `PATCH /v1beta1/projects/{project}/locations/{location}/credentials/{id}`.
 *
 * Changes the members that the body holds, such as a renewed secret, and leaves the others as they
 * are. `type` must be the one that the credential was stored with.
 */
export function updateVertexCredential<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/credentials/{id}"], "patch">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/credentials/{id}"]["patch"], Init, "application/json">> {
  return api.PATCH("/v1beta1/projects/{project}/locations/{location}/credentials/{id}", init);
}

/**
 * List the triggers on Vertex AI: `GET /v1beta1/projects/{project}/locations/{location}/triggers`.
 *
 * Lists the triggers of the project, page by page.
 */
export function listVertexTriggers<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/triggers"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/triggers"]["get"], Init, "application/json">> {
  return api.GET("/v1beta1/projects/{project}/locations/{location}/triggers", init);
}

/**
 * Create a trigger on Vertex AI: `POST /v1beta1/projects/{project}/locations/{location}/triggers`.
 *
 * Runs an agent again and again, on a schedule. A repeated request creates a second trigger, and
 * each of its runs is billed.
 */
export function createVertexTrigger<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/triggers"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/triggers"]["post"], Init, "application/json">> {
  return api.POST("/v1beta1/projects/{project}/locations/{location}/triggers", init);
}

/**
 * Get a trigger on Vertex AI: `GET /v1beta1/projects/{project}/locations/{location}/triggers/{id}`.
 *
 * Reads a trigger: its schedule, its status, and when it runs next.
 */
export function getVertexTrigger<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/triggers/{id}"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/triggers/{id}"]["get"], Init, "application/json">> {
  return api.GET("/v1beta1/projects/{project}/locations/{location}/triggers/{id}", init);
}

/**
 * Delete a trigger on Vertex AI: `DELETE /v1beta1/projects/{project}/locations/{location}/triggers/{id}`.
 *
 * Deletes a trigger. A run that it has started continues.
 */
export function deleteVertexTrigger<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/triggers/{id}"], "delete">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/triggers/{id}"]["delete"], Init, "application/json">> {
  return api.DELETE("/v1beta1/projects/{project}/locations/{location}/triggers/{id}", init);
}

/**
 * Change a trigger on Vertex AI: `PATCH /v1beta1/projects/{project}/locations/{location}/triggers/{id}`.
 *
 * Renames, pauses or resumes a trigger. Its schedule and its interaction cannot be changed.
 */
export function updateVertexTrigger<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/triggers/{id}"], "patch">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/triggers/{id}"]["patch"], Init, "application/json">> {
  return api.PATCH("/v1beta1/projects/{project}/locations/{location}/triggers/{id}", init);
}

/**
 * List the executions of a trigger on Vertex AI: `GET /v1beta1/projects/{project}/locations/{location}/triggers/{id}/executions`.
 *
 * Lists what a trigger has run, page by page.
 */
export function listVertexTriggerExecutions<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/triggers/{id}/executions"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/triggers/{id}/executions"]["get"], Init, "application/json">> {
  return api.GET("/v1beta1/projects/{project}/locations/{location}/triggers/{id}/executions", init);
}

/**
 * Run a trigger on Vertex AI: `POST /v1beta1/projects/{project}/locations/{location}/triggers/{id}/executions`.
 *
 * Runs a trigger now, outside of its schedule. A repeated request starts, and bills, a second run.
 */
export function runVertexTrigger<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/triggers/{id}/executions"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/triggers/{id}/executions"]["post"], Init, "application/json">> {
  return api.POST("/v1beta1/projects/{project}/locations/{location}/triggers/{id}/executions", init);
}

/**
 * List the voices on Vertex AI: `GET /v1beta1/projects/{project}/locations/{location}/voices`.
 *
 * Lists the voices to speak with, page by page: the prebuilt ones and those of the project. Of
 * several filters all must match; of several values of one filter any.
 */
export function listVertexVoices<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/voices"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/voices"]["get"], Init, "application/json">> {
  return api.GET("/v1beta1/projects/{project}/locations/{location}/voices", init);
}

/**
 * Create a voice on Vertex AI: `POST /v1beta1/projects/{project}/locations/{location}/voices`.
 *
 * Makes a voice from a description or from a recording. With `store` the answer has an `id`,
 * without it a `key`; either goes into `voice` of a speech configuration. A repeated request makes
 * a second voice.
 */
export function createVertexVoice<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/voices"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/voices"]["post"], Init, "application/json">> {
  return api.POST("/v1beta1/projects/{project}/locations/{location}/voices", init);
}

/**
 * Get a voice on Vertex AI: `GET /v1beta1/projects/{project}/locations/{location}/voices/{id}`.
 *
 * Reads a stored or a prebuilt voice.
 */
export function getVertexVoice<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/voices/{id}"], "get">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/voices/{id}"]["get"], Init, "application/json">> {
  return api.GET("/v1beta1/projects/{project}/locations/{location}/voices/{id}", init);
}

/**
 * Delete a voice on Vertex AI: `DELETE /v1beta1/projects/{project}/locations/{location}/voices/{id}`.
 *
 * Deletes a stored voice. Prebuilt voices cannot be deleted.
 */
export function deleteVertexVoice<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/voices/{id}"], "delete">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/voices/{id}"]["delete"], Init, "application/json">> {
  return api.DELETE("/v1beta1/projects/{project}/locations/{location}/voices/{id}", init);
}

/**
 * Answer questions about an input on Vertex AI: `POST /v1beta1/projects/{project}/locations/{location}/decisions`.
 *
 * Has a model answer closed questions about one input, each with probabilities. Nothing is stored;
 * a repeated request is billed again.
 */
export function createVertexDecision<Init extends MaybeOptionalInit<paths["/v1beta1/projects/{project}/locations/{location}/decisions"], "post">>(
  api: InteractionsApi,
  init: Open<Init>,
): Promise<FetchResponse<paths["/v1beta1/projects/{project}/locations/{location}/decisions"]["post"], Init, "application/json">> {
  return api.POST("/v1beta1/projects/{project}/locations/{location}/decisions", init);
}
