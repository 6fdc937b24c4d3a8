// Written by `npm run generate` from spec/. Do not edit.

import type { ParseAs } from "openapi-fetch";
import type { ApiPromise } from "../src/model/api-promise.ts";
import type { CallOptions } from "../src/model/options.ts";
import type { ResourceScope } from "../src/model/resource-name.ts";
import {
  createInteraction,
  createVertexInteraction,
  getInteractionById,
  getVertexInteractionById,
  getUnscopedVertexInteractionById,
  deleteInteraction,
  deleteVertexInteraction,
  deleteUnscopedVertexInteraction,
  cancelInteractionById,
  cancelVertexInteractionById,
  cancelUnscopedVertexInteractionById,
  listWebhooks,
  listVertexWebhooks,
  createWebhook,
  createVertexWebhook,
  getWebhook,
  getVertexWebhook,
  updateWebhook,
  updateVertexWebhook,
  deleteWebhook,
  deleteVertexWebhook,
  pingWebhook,
  pingVertexWebhook,
  rotateSigningSecret,
  rotateVertexSigningSecret,
  listEnvironments,
  listVertexEnvironments,
  createEnvironment,
  createVertexEnvironment,
  getEnvironment,
  getVertexEnvironment,
  deleteEnvironment,
  deleteVertexEnvironment,
  getEnvironmentFiles,
  getVertexEnvironmentFiles,
  startEnvironmentFileUpload,
  uploadEnvironmentFile,
  listAgents,
  listVertexAgents,
  createAgent,
  createVertexAgent,
  getAgent,
  getVertexAgent,
  deleteAgent,
  deleteVertexAgent,
  listCredentials,
  listVertexCredentials,
  createCredential,
  createVertexCredential,
  getCredential,
  getVertexCredential,
  updateCredential,
  updateVertexCredential,
  deleteCredential,
  deleteVertexCredential,
  listTriggers,
  listVertexTriggers,
  createTrigger,
  createVertexTrigger,
  getTrigger,
  getVertexTrigger,
  updateTrigger,
  updateVertexTrigger,
  deleteTrigger,
  deleteVertexTrigger,
  listTriggerExecutions,
  listVertexTriggerExecutions,
  runTrigger,
  runVertexTrigger,
  listVoices,
  listVertexVoices,
  createVoice,
  createVertexVoice,
  getVoice,
  getVertexVoice,
  deleteVoice,
  deleteVertexVoice,
  createDecision,
  createVertexDecision,
} from "./operations.ts";
import type { InteractionsApi } from "./operations.ts";
import type {
  Agent,
  AgentListResponse,
  CreateDecisionRequest,
  CreateDecisionResponse,
  CreateEnvironmentRequest,
  CreateInteractionRequest,
  CreateVoiceRequest,
  Credential,
  CredentialCreateParams,
  CredentialListResponse,
  CredentialUpdate,
  EnvironmentResource,
  GetEnvironmentFilesResponse,
  Interaction,
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

/** Where the resources of a client are. */
export type Place =
  | { readonly form: "gemini"; readonly api: InteractionsApi }
  | { readonly form: "scoped"; readonly api: InteractionsApi; readonly scope: ResourceScope };

/** Where one interaction is: on Vertex AI also without project and location. */
export type IdPlace = Place | { readonly form: "unscoped"; readonly api: InteractionsApi };

/** How one call is sent: what openapi-fetch is given beside the parameters. */
export type Sending = {
  headers: Record<string, string>;
  fetch: (request: Request) => Promise<Response>;
  parseAs?: ParseAs;
};

/** What every call resolves with. */
export interface Result<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** What the clients below send their calls by; see src/http/resources.ts. */
export interface Sender {
  /** The answer is JSON. */
  json<Data>(
    options: CallOptions | undefined,
    params: object | undefined,
    send: (at: Place, how: Sending) => Promise<Result<Data>>,
  ): ApiPromise<Data>;
  /** The answer is that it was done. */
  done(
    options: CallOptions | undefined,
    params: object | undefined,
    send: (at: Place, how: Sending) => Promise<Result<unknown>>,
  ): ApiPromise<void>;
  /** The answer is a file. */
  bytes(
    options: CallOptions | undefined,
    send: (
      at: Place,
      how: Sending & { parseAs: "arrayBuffer" },
    ) => Promise<Result<ArrayBuffer>>,
  ): ApiPromise<Bytes>;
  /** Two calls: one opens an upload, the other sends the file and is answered with JSON. */
  upload<Data>(
    options: CallOptions | undefined,
    params: object,
    file: Uint8Array | Blob,
    start: (at: Place, how: Sending, file: Blob) => Promise<Result<unknown>>,
    finish: (at: Place, how: Sending, upload: Upload) => Promise<Result<Data>>,
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
type Bytes = ReturnType<TextEncoder["encode"]>;

type Query<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  parameters: { query?: infer Members };
}
  ? Members
  : never;

function geminiOnly(method: string): never {
  throw new TypeError(
    `${method}() is a call of the Gemini API: Vertex AI has none like it. Use a client with an apiKey.`,
  );
}

/** {@link createInteraction}, on whatever place the client's resources are. */
export function createInteractionAt<How extends Sending>(
  at: Place,
  how: How,
  body: CreateInteractionRequest,
): ReturnType<
  | typeof createInteraction<How & { body: CreateInteractionRequest; }>
  | typeof createVertexInteraction<How & { params: { path: { project: string; location: string } }; body: CreateInteractionRequest; }>
> {
  if (at.form === "gemini") return createInteraction(at.api, { ...how, body });
  return createVertexInteraction(at.api, { ...how, params: { path: { ...at.scope } }, body });
}

/** {@link getInteractionById}, on whatever place the client's resources are. */
export function getInteractionByIdAt<How extends Sending>(
  at: IdPlace,
  how: How,
  id: string,
  query: Query<"/v1beta/interactions/{id}", "get">,
): ReturnType<
  | typeof getInteractionById<How & { params: { path: { id: string }; query: Query<"/v1beta/interactions/{id}", "get"> }; }>
  | typeof getVertexInteractionById<How & { params: { path: { project: string; location: string; id: string }; query: Query<"/v1beta/interactions/{id}", "get"> }; }>
> {
  if (at.form === "gemini") return getInteractionById(at.api, { ...how, params: { path: { id }, query } });
  if (at.form === "unscoped") return getUnscopedVertexInteractionById(at.api, { ...how, params: { path: { id }, query } });
  return getVertexInteractionById(at.api, { ...how, params: { path: { ...at.scope, id }, query } });
}

/** {@link deleteInteraction}, on whatever place the client's resources are. */
export function deleteInteractionAt<How extends Sending>(
  at: IdPlace,
  how: How,
  id: string,
): ReturnType<
  | typeof deleteInteraction<How & { params: { path: { id: string } }; }>
  | typeof deleteVertexInteraction<How & { params: { path: { project: string; location: string; id: string } }; }>
> {
  if (at.form === "gemini") return deleteInteraction(at.api, { ...how, params: { path: { id } } });
  if (at.form === "unscoped") return deleteUnscopedVertexInteraction(at.api, { ...how, params: { path: { id } } });
  return deleteVertexInteraction(at.api, { ...how, params: { path: { ...at.scope, id } } });
}

/** {@link cancelInteractionById}, on whatever place the client's resources are. */
export function cancelInteractionByIdAt<How extends Sending>(
  at: IdPlace,
  how: How,
  id: string,
): ReturnType<
  | typeof cancelInteractionById<How & { params: { path: { id: string } }; }>
  | typeof cancelVertexInteractionById<How & { params: { path: { project: string; location: string; id: string } }; }>
> {
  if (at.form === "gemini") return cancelInteractionById(at.api, { ...how, params: { path: { id } } });
  if (at.form === "unscoped") return cancelUnscopedVertexInteractionById(at.api, { ...how, params: { path: { id } } });
  return cancelVertexInteractionById(at.api, { ...how, params: { path: { ...at.scope, id } } });
}

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
      send.json(options, params, (at, how) => 
        at.form === "gemini"
          ? listWebhooks(at.api, { ...how, params: { query: params } })
          : listVertexWebhooks(at.api, { ...how, params: { path: { ...at.scope }, query: params } })),
    create: (params, options) =>
      send.json(options, params, (at, how) => 
        at.form === "gemini"
          ? createWebhook(at.api, { ...how, body: params })
          : createVertexWebhook(at.api, { ...how, params: { path: { ...at.scope } }, body: params })),
    get: (id, options) =>
      send.json(options, undefined, (at, how) => 
        at.form === "gemini"
          ? getWebhook(at.api, { ...how, params: { path: { id } } })
          : getVertexWebhook(at.api, { ...how, params: { path: { ...at.scope, id } } })),
    update: (id, params = {}, options) =>
      send.json(options, params, (at, how) => {
        const { update_mask, ...body } = params;
        return at.form === "gemini"
          ? updateWebhook(at.api, { ...how, params: { path: { id }, query: { update_mask } }, body })
          : updateVertexWebhook(at.api, { ...how, params: { path: { ...at.scope, id }, query: { update_mask } }, body });
      }),
    delete: (id, options) =>
      send.done(options, undefined, (at, how) => 
        at.form === "gemini"
          ? deleteWebhook(at.api, { ...how, params: { path: { id } } })
          : deleteVertexWebhook(at.api, { ...how, params: { path: { ...at.scope, id } } })),
    ping: (id, options) =>
      send.done(options, undefined, (at, how) => 
        at.form === "gemini"
          ? pingWebhook(at.api, { ...how, params: { path: { id } } })
          : pingVertexWebhook(at.api, { ...how, params: { path: { ...at.scope, id } } })),
    rotateSigningSecret: (id, params = {}, options) =>
      send.json(options, params, (at, how) => 
        at.form === "gemini"
          ? rotateSigningSecret(at.api, { ...how, params: { path: { id } }, body: params })
          : rotateVertexSigningSecret(at.api, { ...how, params: { path: { ...at.scope, id } }, body: params })),
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
      send.json(options, params, (at, how) => 
        at.form === "gemini"
          ? listEnvironments(at.api, { ...how, params: { query: params } })
          : listVertexEnvironments(at.api, { ...how, params: { path: { ...at.scope }, query: params } })),
    create: (params = {}, options) =>
      send.json(options, params, (at, how) => 
        at.form === "gemini"
          ? createEnvironment(at.api, { ...how, body: params })
          : createVertexEnvironment(at.api, { ...how, params: { path: { ...at.scope } }, body: params })),
    get: (id, options) =>
      send.json(options, undefined, (at, how) => 
        at.form === "gemini"
          ? getEnvironment(at.api, { ...how, params: { path: { id } } })
          : getVertexEnvironment(at.api, { ...how, params: { path: { ...at.scope, id } } })),
    delete: (id, options) =>
      send.done(options, undefined, (at, how) => 
        at.form === "gemini"
          ? deleteEnvironment(at.api, { ...how, params: { path: { id } } })
          : deleteVertexEnvironment(at.api, { ...how, params: { path: { ...at.scope, id } } })),
    listFiles: (environment, path, params = {}, options) =>
      send.json(options, params, (at, how) => 
        at.form === "gemini"
          ? getEnvironmentFiles(at.api, { ...how, params: { path: { environment, path }, query: params } })
          : getVertexEnvironmentFiles(at.api, { ...how, params: { path: { ...at.scope, environment, path }, query: params } })),
    readFile: (environment, path, options) =>
      send.bytes(options, (at, how) => 
        at.form === "gemini"
          ? getEnvironmentFiles(at.api, { ...how, params: { path: { environment, path }, query: { alt: "media" } } })
          : getVertexEnvironmentFiles(at.api, { ...how, params: { path: { ...at.scope, environment, path }, query: { alt: "media" } } })),
    writeFile: (environment, path, file, params = {}, options) =>
      send.upload(
        options,
        params,
        file,
        (at, how, body) => 
        at.form === "gemini"
          ? startEnvironmentFileUpload(at.api, { ...how, params: { path: { environment, path }, query: params, header: {
          "X-Goog-Upload-Protocol": "resumable",
          "X-Goog-Upload-Command": "start",
          "X-Goog-Upload-Header-Content-Length": body.size,
          "X-Goog-Upload-Header-Content-Type": body.type,
        } } })
          : geminiOnly("environments.writeFile"),
        (at, how, { query, ...rest }) => 
        at.form === "gemini"
          ? uploadEnvironmentFile(at.api, { ...how, ...rest, params: { path: { environment, path }, query, header: { "X-Goog-Upload-Command": "upload, finalize", "X-Goog-Upload-Offset": 0 } } })
          : geminiOnly("environments.writeFile"),
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
      send.json(options, params, (at, how) => 
        at.form === "gemini"
          ? listAgents(at.api, { ...how, params: { query: params } })
          : listVertexAgents(at.api, { ...how, params: { path: { ...at.scope }, query: params } })),
    create: (params = {}, options) =>
      send.json(options, params, (at, how) => 
        at.form === "gemini"
          ? createAgent(at.api, { ...how, body: params })
          : createVertexAgent(at.api, { ...how, params: { path: { ...at.scope } }, body: params })),
    get: (id, options) =>
      send.json(options, undefined, (at, how) => 
        at.form === "gemini"
          ? getAgent(at.api, { ...how, params: { path: { id } } })
          : getVertexAgent(at.api, { ...how, params: { path: { ...at.scope, id } } })),
    delete: (id, options) =>
      send.done(options, undefined, (at, how) => 
        at.form === "gemini"
          ? deleteAgent(at.api, { ...how, params: { path: { id } } })
          : deleteVertexAgent(at.api, { ...how, params: { path: { ...at.scope, id } } })),
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
      send.json(options, params, (at, how) => 
        at.form === "gemini"
          ? listCredentials(at.api, { ...how, params: { query: params } })
          : listVertexCredentials(at.api, { ...how, params: { path: { ...at.scope }, query: params } })),
    create: (params, options) =>
      send.json(options, params, (at, how) => 
        at.form === "gemini"
          ? createCredential(at.api, { ...how, body: params })
          : createVertexCredential(at.api, { ...how, params: { path: { ...at.scope } }, body: params })),
    get: (id, options) =>
      send.json(options, undefined, (at, how) => 
        at.form === "gemini"
          ? getCredential(at.api, { ...how, params: { path: { id } } })
          : getVertexCredential(at.api, { ...how, params: { path: { ...at.scope, id } } })),
    update: (id, params, options) =>
      send.json(options, params, (at, how) => {
        const { update_mask, ...body } = params;
        return at.form === "gemini"
          ? updateCredential(at.api, { ...how, params: { path: { id }, query: { update_mask } }, body })
          : updateVertexCredential(at.api, { ...how, params: { path: { ...at.scope, id }, query: { update_mask } }, body });
      }),
    delete: (id, options) =>
      send.done(options, undefined, (at, how) => 
        at.form === "gemini"
          ? deleteCredential(at.api, { ...how, params: { path: { id } } })
          : deleteVertexCredential(at.api, { ...how, params: { path: { ...at.scope, id } } })),
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
      send.json(options, params, (at, how) => 
        at.form === "gemini"
          ? listTriggers(at.api, { ...how, params: { query: params } })
          : listVertexTriggers(at.api, { ...how, params: { path: { ...at.scope }, query: params } })),
    create: (params, options) =>
      send.json(options, params, (at, how) => 
        at.form === "gemini"
          ? createTrigger(at.api, { ...how, body: params })
          : createVertexTrigger(at.api, { ...how, params: { path: { ...at.scope } }, body: params })),
    get: (id, options) =>
      send.json(options, undefined, (at, how) => 
        at.form === "gemini"
          ? getTrigger(at.api, { ...how, params: { path: { id } } })
          : getVertexTrigger(at.api, { ...how, params: { path: { ...at.scope, id } } })),
    update: (id, params = {}, options) =>
      send.json(options, params, (at, how) => 
        at.form === "gemini"
          ? updateTrigger(at.api, { ...how, params: { path: { id } }, body: params })
          : updateVertexTrigger(at.api, { ...how, params: { path: { ...at.scope, id } }, body: params })),
    delete: (id, options) =>
      send.done(options, undefined, (at, how) => 
        at.form === "gemini"
          ? deleteTrigger(at.api, { ...how, params: { path: { id } } })
          : deleteVertexTrigger(at.api, { ...how, params: { path: { ...at.scope, id } } })),
    listExecutions: (id, params = {}, options) =>
      send.json(options, params, (at, how) => 
        at.form === "gemini"
          ? listTriggerExecutions(at.api, { ...how, params: { path: { id }, query: params } })
          : listVertexTriggerExecutions(at.api, { ...how, params: { path: { ...at.scope, id }, query: params } })),
    run: (id, options) =>
      send.json(options, undefined, (at, how) => 
        at.form === "gemini"
          ? runTrigger(at.api, { ...how, params: { path: { id } } })
          : runVertexTrigger(at.api, { ...how, params: { path: { ...at.scope, id } } })),
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
      send.json(options, params, (at, how) => 
        at.form === "gemini"
          ? listVoices(at.api, { ...how, params: { query: params } })
          : listVertexVoices(at.api, { ...how, params: { path: { ...at.scope }, query: params } })),
    create: (params, options) =>
      send.json(options, params, (at, how) => 
        at.form === "gemini"
          ? createVoice(at.api, { ...how, body: params })
          : createVertexVoice(at.api, { ...how, params: { path: { ...at.scope } }, body: params })),
    get: (id, options) =>
      send.json(options, undefined, (at, how) => 
        at.form === "gemini"
          ? getVoice(at.api, { ...how, params: { path: { id } } })
          : getVertexVoice(at.api, { ...how, params: { path: { ...at.scope, id } } })),
    delete: (id, options) =>
      send.done(options, undefined, (at, how) => 
        at.form === "gemini"
          ? deleteVoice(at.api, { ...how, params: { path: { id } } })
          : deleteVertexVoice(at.api, { ...how, params: { path: { ...at.scope, id } } })),
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
      send.json(options, params, (at, how) => 
        at.form === "gemini"
          ? createDecision(at.api, { ...how, body: params })
          : createVertexDecision(at.api, { ...how, params: { path: { ...at.scope } }, body: params })),
  };
}
