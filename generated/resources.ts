// Written by `npm run generate` from spec/. Do not edit.

import type { ApiPromise } from "../src/model/api-promise.ts";
import type { Bytes, Sender } from "../src/model/generated.ts";
import type { CallOptions } from "../src/model/options.ts";
import {
  listWebhooks,
  createWebhook,
  getWebhook,
  updateWebhook,
  deleteWebhook,
  pingWebhook,
  rotateSigningSecret,
  listEnvironments,
  createEnvironment,
  getEnvironment,
  deleteEnvironment,
  getEnvironmentFiles,
  startEnvironmentFileUpload,
  uploadEnvironmentFile,
  listAgents,
  createAgent,
  getAgent,
  deleteAgent,
  listCredentials,
  createCredential,
  getCredential,
  updateCredential,
  deleteCredential,
  listTriggers,
  createTrigger,
  getTrigger,
  updateTrigger,
  deleteTrigger,
  listTriggerExecutions,
  runTrigger,
  listVoices,
  createVoice,
  getVoice,
  deleteVoice,
  createDecision,
} from "./operations.ts";
import type {
  Agent,
  AgentListResponse,
  CreateDecisionRequest,
  CreateDecisionResponse,
  CreateEnvironmentRequest,
  CreateVoiceRequest,
  Credential,
  CredentialCreateParams,
  CredentialListResponse,
  CredentialUpdate,
  EnvironmentResource,
  GetEnvironmentFilesResponse,
  ListEnvironmentsResponse,
  ListTriggerExecutionsResponse,
  ListTriggersResponse,
  ListVoicesResponse,
  RotateSigningSecretRequest,
  Trigger,
  TriggerCreateParams,
  TriggerExecution,
  TriggerUpdate,
  Voice,
  Webhook,
  WebhookInput,
  WebhookListResponse,
  WebhookRotateSigningSecretResponse,
  WebhookUpdate,
  paths,
} from "./schema.ts";

/** What Vertex AI has in place of `/v1beta` before the rest of a path. */
export const vertexPrefixes = {
  "scoped": "/v1beta1/projects/{project}/locations/{location}",
  "unscoped": "/v1beta1"
} as const;

/** The methods that Vertex AI does not have, by their paths. */
export const geminiOnly: Readonly<Record<string, string>> = {
  "/upload/v1beta/environments/{environment}/files/{path}": "environments.writeFile"
};

type Query<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  parameters: { query?: infer Members };
}
  ? Members
  : never;

/** Addresses that receive the events of the project: that an interaction has ended, or needs something. */
export interface Webhooks {
  /**
   * Lists the registered webhooks of the project, page by page.
   */
  readonly list: (params?: Query<"/v1beta/webhooks", "get">, options?: CallOptions) => ApiPromise<WebhookListResponse>;
  /**
   * Registers an address for the events of this project. Only this response contains the signing
   * secret, in `new_signing_secret`. A repeated request registers a second webhook.
   */
  readonly create: (params: WebhookInput, options?: CallOptions) => ApiPromise<Webhook>;
  /**
   * Reads a registered webhook, without its secrets.
   */
  readonly get: (id: string, options?: CallOptions) => ApiPromise<Webhook>;
  /**
   * Changes the members that the body contains and leaves the others unchanged.
   */
  readonly update: (id: string, params?: WebhookUpdate & Query<"/v1beta/webhooks/{id}", "patch">, options?: CallOptions) => ApiPromise<Webhook>;
  /**
   * Ends deliveries to the webhook and removes it.
   */
  readonly delete: (id: string, options?: CallOptions) => ApiPromise<void>;
  /**
   * Sends a test delivery to the address of the webhook. The response does not wait for it.
   */
  readonly ping: (id: string, options?: CallOptions) => ApiPromise<void>;
  /**
   * Makes a new signing secret for the webhook and returns it; it cannot be read again. The
   * earlier ones end at once or after a day, as the body says.
   */
  readonly rotateSigningSecret: (id: string, params?: RotateSigningSecretRequest, options?: CallOptions) => ApiPromise<WebhookRotateSigningSecretResponse>;
}

/** The calls of one client's webhooks. */
export function createWebhooks(send: Sender): Webhooks {
  return {
    list: (params = {}, options) =>
      send.json(options, params, (api, how) => listWebhooks(api, { ...how, params: { query: params } })),
    create: (params, options) =>
      send.json(options, params, (api, how) => createWebhook(api, { ...how, body: params })),
    get: (id, options) =>
      send.json(options, undefined, (api, how) => getWebhook(api, { ...how, params: { path: { id } } })),
    update: (id, params = {}, options) =>
      send.json(options, params, (api, how) => {
        const { update_mask, ...body } = params;
        return updateWebhook(api, { ...how, params: { path: { id }, query: { update_mask } }, body });
      }),
    delete: (id, options) =>
      send.done(options, undefined, (api, how) => deleteWebhook(api, { ...how, params: { path: { id } } })),
    ping: (id, options) =>
      send.done(options, undefined, (api, how) => pingWebhook(api, { ...how, params: { path: { id } } })),
    rotateSigningSecret: (id, params = {}, options) =>
      send.json(options, params, (api, how) => rotateSigningSecret(api, { ...how, params: { path: { id } }, body: params })),
  };
}

/** Sandboxes in which agents work, and their files. Their ids go into `environment` of an interaction. */
export interface Environments {
  /**
   * Lists the sandboxes of the project, page by page.
   */
  readonly list: (params?: Query<"/v1beta/environments", "get">, options?: CallOptions) => ApiPromise<ListEnvironmentsResponse>;
  /**
   * Creates a sandbox for agents, empty, from sources or as a copy of another. Its id goes into
   * `environment` of an interaction. A repeated request creates a second one.
   */
  readonly create: (params?: CreateEnvironmentRequest, options?: CallOptions) => ApiPromise<EnvironmentResource>;
  /**
   * Reads what is known of a sandbox: status, size and network.
   */
  readonly get: (id: string, options?: CallOptions) => ApiPromise<EnvironmentResource>;
  /**
   * Deletes a sandbox with its files.
   */
  readonly delete: (id: string, options?: CallOptions) => ApiPromise<void>;
  /**
   * Lists a directory of a sandbox, or describes one file. With `alt: media` the response is the
   * content of the file; read it with `parseAs`.
   */
  readonly listFiles: (environment: string, path: string, params?: Query<"/v1beta/environments/{environment}/files/{path}", "get">, options?: CallOptions) => ApiPromise<GetEnvironmentFilesResponse>;
  /**
   * Reads a file as bytes.
   */
  readonly readFile: (environment: string, path: string, options?: CallOptions) => ApiPromise<Bytes>;
  /**
   * Writes a file, by two requests. A file that exists is replaced with `overwrite: true` only.
   * Each request has `timeoutMs` of its own, by default 30 seconds.
   */
  readonly writeFile: (environment: string, path: string, file: Uint8Array | Blob, params?: Query<"/upload/v1beta/environments/{environment}/files/{path}", "put">, options?: CallOptions) => ApiPromise<GetEnvironmentFilesResponse>;
}

/** The calls of one client's environments. */
export function createEnvironments(send: Sender): Environments {
  return {
    list: (params = {}, options) =>
      send.json(options, params, (api, how) => listEnvironments(api, { ...how, params: { query: params } })),
    create: (params = {}, options) =>
      send.json(options, params, (api, how) => createEnvironment(api, { ...how, body: params })),
    get: (id, options) =>
      send.json(options, undefined, (api, how) => getEnvironment(api, { ...how, params: { path: { id } } })),
    delete: (id, options) =>
      send.done(options, undefined, (api, how) => deleteEnvironment(api, { ...how, params: { path: { id } } })),
    listFiles: (environment, path, params = {}, options) =>
      send.json(options, params, (api, how) => getEnvironmentFiles(api, { ...how, params: { path: { environment, path }, query: params } })),
    readFile: (environment, path, options) =>
      send.bytes(options, (api, how) => getEnvironmentFiles(api, { ...how, params: { path: { environment, path }, query: { alt: "media" } } })),
    writeFile: (environment, path, file, params = {}, options) =>
      send.upload(
        options,
        params,
        file,
        (api, how, body) => startEnvironmentFileUpload(api, { ...how, params: { path: { environment, path }, query: params, header: {
          "X-Goog-Upload-Protocol": "resumable",
          "X-Goog-Upload-Command": "start",
          "X-Goog-Upload-Header-Content-Length": body.size,
          "X-Goog-Upload-Header-Content-Type": body.type,
        } } }),
        (api, how, { query, ...rest }) => uploadEnvironmentFile(api, { ...how, ...rest, params: { path: { environment, path }, query, header: { "X-Goog-Upload-Command": "upload, finalize", "X-Goog-Upload-Offset": 0 } } }),
      ),
  };
}

/** Custom agents. Their ids go into `agent` of an interaction. */
export interface Agents {
  /**
   * Lists the custom agents, page by page.
   */
  readonly list: (params?: Query<"/v1beta/agents", "get">, options?: CallOptions) => ApiPromise<AgentListResponse>;
  /**
   * Creates a custom agent on top of another. Its id goes into `agent` of an interaction.
   */
  readonly create: (params?: Agent, options?: CallOptions) => ApiPromise<Agent>;
  /**
   * Reads a custom agent.
   */
  readonly get: (id: string, options?: CallOptions) => ApiPromise<Agent>;
  /**
   * Deletes a custom agent.
   */
  readonly delete: (id: string, options?: CallOptions) => ApiPromise<void>;
}

/** The calls of one client's agents. */
export function createAgents(send: Sender): Agents {
  return {
    list: (params = {}, options) =>
      send.json(options, params, (api, how) => listAgents(api, { ...how, params: { query: params } })),
    create: (params = {}, options) =>
      send.json(options, params, (api, how) => createAgent(api, { ...how, body: params })),
    get: (id, options) =>
      send.json(options, undefined, (api, how) => getAgent(api, { ...how, params: { path: { id } } })),
    delete: (id, options) =>
      send.done(options, undefined, (api, how) => deleteAgent(api, { ...how, params: { path: { id } } })),
  };
}

/** Secrets for the sandboxes of agents, kept by the service. Their ids go into `credential` of an environment variable or of a domain. */
export interface Credentials {
  /**
   * Lists the stored credentials of the project, page by page, without their secrets.
   */
  readonly list: (params?: Query<"/v1beta/credentials", "get">, options?: CallOptions) => ApiPromise<CredentialListResponse>;
  /**
   * Stores a secret that sandboxes use and models never see. Its `id`, which is yours to choose,
   * goes into `credential` of an environment variable or of a domain. The secret cannot be read
   * again.
   */
  readonly create: (params: CredentialCreateParams, options?: CallOptions) => ApiPromise<Credential>;
  /**
   * Reads what is known of a stored credential, without its secret.
   */
  readonly get: (id: string, options?: CallOptions) => ApiPromise<Credential>;
  /**
   * Changes the members that the body holds, such as a renewed secret, and leaves the others as
   * they are. `type` must be the one that the credential was stored with.
   */
  readonly update: (id: string, params: CredentialUpdate & Query<"/v1beta/credentials/{id}", "patch">, options?: CallOptions) => ApiPromise<Credential>;
  /**
   * Deletes a stored credential. Sandboxes that name it no longer receive its secret.
   */
  readonly delete: (id: string, options?: CallOptions) => ApiPromise<void>;
}

/** The calls of one client's credentials. */
export function createCredentials(send: Sender): Credentials {
  return {
    list: (params = {}, options) =>
      send.json(options, params, (api, how) => listCredentials(api, { ...how, params: { query: params } })),
    create: (params, options) =>
      send.json(options, params, (api, how) => createCredential(api, { ...how, body: params })),
    get: (id, options) =>
      send.json(options, undefined, (api, how) => getCredential(api, { ...how, params: { path: { id } } })),
    update: (id, params, options) =>
      send.json(options, params, (api, how) => {
        const { update_mask, ...body } = params;
        return updateCredential(api, { ...how, params: { path: { id }, query: { update_mask } }, body });
      }),
    delete: (id, options) =>
      send.done(options, undefined, (api, how) => deleteCredential(api, { ...how, params: { path: { id } } })),
  };
}

/** Agents that run on a schedule. */
export interface Triggers {
  /**
   * Lists the triggers of the project, page by page.
   */
  readonly list: (params?: Query<"/v1beta/triggers", "get">, options?: CallOptions) => ApiPromise<ListTriggersResponse>;
  /**
   * Runs an agent again and again, on a schedule. A repeated request creates a second trigger, and
   * each of its runs is billed.
   */
  readonly create: (params: TriggerCreateParams, options?: CallOptions) => ApiPromise<Trigger>;
  /**
   * Reads a trigger: its schedule, its status, and when it runs next.
   */
  readonly get: (id: string, options?: CallOptions) => ApiPromise<Trigger>;
  /**
   * Renames, pauses or resumes a trigger. Its schedule and its interaction cannot be changed.
   */
  readonly update: (id: string, params?: TriggerUpdate, options?: CallOptions) => ApiPromise<Trigger>;
  /**
   * Deletes a trigger. A run that it has started continues.
   */
  readonly delete: (id: string, options?: CallOptions) => ApiPromise<void>;
  /**
   * Lists what a trigger has run, page by page.
   */
  readonly listExecutions: (id: string, params?: Query<"/v1beta/triggers/{id}/executions", "get">, options?: CallOptions) => ApiPromise<ListTriggerExecutionsResponse>;
  /**
   * Runs a trigger now, outside of its schedule. A repeated request starts, and bills, a second
   * run.
   */
  readonly run: (id: string, options?: CallOptions) => ApiPromise<TriggerExecution>;
}

/** The calls of one client's triggers. */
export function createTriggers(send: Sender): Triggers {
  return {
    list: (params = {}, options) =>
      send.json(options, params, (api, how) => listTriggers(api, { ...how, params: { query: params } })),
    create: (params, options) =>
      send.json(options, params, (api, how) => createTrigger(api, { ...how, body: params })),
    get: (id, options) =>
      send.json(options, undefined, (api, how) => getTrigger(api, { ...how, params: { path: { id } } })),
    update: (id, params = {}, options) =>
      send.json(options, params, (api, how) => updateTrigger(api, { ...how, params: { path: { id } }, body: params })),
    delete: (id, options) =>
      send.done(options, undefined, (api, how) => deleteTrigger(api, { ...how, params: { path: { id } } })),
    listExecutions: (id, params = {}, options) =>
      send.json(options, params, (api, how) => listTriggerExecutions(api, { ...how, params: { path: { id }, query: params } })),
    run: (id, options) =>
      send.json(options, undefined, (api, how) => runTrigger(api, { ...how, params: { path: { id } } })),
  };
}

/** Voices to speak with, prebuilt or made from a description or a recording. Their ids go into `voice` of a speech configuration. */
export interface Voices {
  /**
   * Lists the voices to speak with, page by page: the prebuilt ones and those of the project. Of
   * several filters all must match; of several values of one filter any.
   */
  readonly list: (params?: Query<"/v1beta/voices", "get">, options?: CallOptions) => ApiPromise<ListVoicesResponse>;
  /**
   * Makes a voice from a description or from a recording. With `store` the answer has an `id`,
   * without it a `key`; either goes into `voice` of a speech configuration. A repeated request
   * makes a second voice.
   */
  readonly create: (params: CreateVoiceRequest, options?: CallOptions) => ApiPromise<Voice>;
  /**
   * Reads a stored or a prebuilt voice.
   */
  readonly get: (id: string, options?: CallOptions) => ApiPromise<Voice>;
  /**
   * Deletes a stored voice. Prebuilt voices cannot be deleted.
   */
  readonly delete: (id: string, options?: CallOptions) => ApiPromise<void>;
}

/** The calls of one client's voices. */
export function createVoices(send: Sender): Voices {
  return {
    list: (params = {}, options) =>
      send.json(options, params, (api, how) => listVoices(api, { ...how, params: { query: params } })),
    create: (params, options) =>
      send.json(options, params, (api, how) => createVoice(api, { ...how, body: params })),
    get: (id, options) =>
      send.json(options, undefined, (api, how) => getVoice(api, { ...how, params: { path: { id } } })),
    delete: (id, options) =>
      send.done(options, undefined, (api, how) => deleteVoice(api, { ...how, params: { path: { id } } })),
  };
}

/** Closed questions about an input, answered with probabilities. */
export interface Decisions {
  /**
   * Has a model answer closed questions about one input, each with probabilities. Nothing is
   * stored; a repeated request is billed again.
   */
  readonly create: (params: CreateDecisionRequest, options?: CallOptions) => ApiPromise<CreateDecisionResponse>;
}

/** The calls of one client's decisions. */
export function createDecisions(send: Sender): Decisions {
  return {
    create: (params, options) =>
      send.json(options, params, (api, how) => createDecision(api, { ...how, body: params })),
  };
}
