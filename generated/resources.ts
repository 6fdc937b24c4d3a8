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
  listAgents,
  listVertexAgents,
  createAgent,
  createVertexAgent,
  getAgent,
  getVertexAgent,
  deleteAgent,
  deleteVertexAgent,
} from "./operations.ts";
import type { InteractionsApi } from "./operations.ts";
import type {
  Agent,
  AgentListResponse,
  CreateEnvironmentRequest,
  CreateInteractionRequest,
  EnvironmentResource,
  GetEnvironmentFilesResponse,
  Interaction,
  ListEnvironmentsResponse,
  RotateSigningSecretRequest,
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
}

/** `Uint8Array<ArrayBuffer>`; before TypeScript 5.7 `Uint8Array`, which is not generic there. */
type Bytes = ReturnType<TextEncoder["encode"]>;

type Query<Path extends keyof paths, Method extends keyof paths[Path]> = paths[Path][Method] extends {
  parameters: { query?: infer Members };
}
  ? Members
  : never;

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
  readonly update: (id: string, params?: WebhookUpdate, options?: CallOptions) => ApiPromise<Webhook>;
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
          : listVertexWebhooks(at.api, { ...how, params: { path: { ...at.scope }, query: params } }),
      ),
    create: (params, options) =>
      send.json(options, params, (at, how) =>
        at.form === "gemini"
          ? createWebhook(at.api, { ...how, body: params })
          : createVertexWebhook(at.api, { ...how, params: { path: { ...at.scope } }, body: params }),
      ),
    get: (id, options) =>
      send.json(options, undefined, (at, how) =>
        at.form === "gemini"
          ? getWebhook(at.api, { ...how, params: { path: { id } } })
          : getVertexWebhook(at.api, { ...how, params: { path: { ...at.scope, id } } }),
      ),
    update: (id, params = {}, options) =>
      send.json(options, params, (at, how) =>
        at.form === "gemini"
          ? updateWebhook(at.api, { ...how, params: { path: { id } }, body: params })
          : updateVertexWebhook(at.api, { ...how, params: { path: { ...at.scope, id } }, body: params }),
      ),
    delete: (id, options) =>
      send.done(options, undefined, (at, how) =>
        at.form === "gemini"
          ? deleteWebhook(at.api, { ...how, params: { path: { id } } })
          : deleteVertexWebhook(at.api, { ...how, params: { path: { ...at.scope, id } } }),
      ),
    ping: (id, options) =>
      send.done(options, undefined, (at, how) =>
        at.form === "gemini"
          ? pingWebhook(at.api, { ...how, params: { path: { id } } })
          : pingVertexWebhook(at.api, { ...how, params: { path: { ...at.scope, id } } }),
      ),
    rotateSigningSecret: (id, params = {}, options) =>
      send.json(options, params, (at, how) =>
        at.form === "gemini"
          ? rotateSigningSecret(at.api, { ...how, params: { path: { id } }, body: params })
          : rotateVertexSigningSecret(at.api, { ...how, params: { path: { ...at.scope, id } }, body: params }),
      ),
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
}

/** The calls of one client's environments. */
export function createEnvironments(send: Sender): Environments {
  return {
    list: (params = {}, options) =>
      send.json(options, params, (at, how) =>
        at.form === "gemini"
          ? listEnvironments(at.api, { ...how, params: { query: params } })
          : listVertexEnvironments(at.api, { ...how, params: { path: { ...at.scope }, query: params } }),
      ),
    create: (params = {}, options) =>
      send.json(options, params, (at, how) =>
        at.form === "gemini"
          ? createEnvironment(at.api, { ...how, body: params })
          : createVertexEnvironment(at.api, { ...how, params: { path: { ...at.scope } }, body: params }),
      ),
    get: (id, options) =>
      send.json(options, undefined, (at, how) =>
        at.form === "gemini"
          ? getEnvironment(at.api, { ...how, params: { path: { id } } })
          : getVertexEnvironment(at.api, { ...how, params: { path: { ...at.scope, id } } }),
      ),
    delete: (id, options) =>
      send.done(options, undefined, (at, how) =>
        at.form === "gemini"
          ? deleteEnvironment(at.api, { ...how, params: { path: { id } } })
          : deleteVertexEnvironment(at.api, { ...how, params: { path: { ...at.scope, id } } }),
      ),
    listFiles: (environment, path, params = {}, options) =>
      send.json(options, params, (at, how) =>
        at.form === "gemini"
          ? getEnvironmentFiles(at.api, { ...how, params: { path: { environment, path }, query: params } })
          : getVertexEnvironmentFiles(at.api, { ...how, params: { path: { ...at.scope, environment, path }, query: params } }),
      ),
    readFile: (environment, path, options) =>
      send.bytes(options, (at, how) =>
        at.form === "gemini"
          ? getEnvironmentFiles(at.api, { ...how, params: { path: { environment, path }, query: { alt: "media" } } })
          : getVertexEnvironmentFiles(at.api, { ...how, params: { path: { ...at.scope, environment, path }, query: { alt: "media" } } }),
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
          : listVertexAgents(at.api, { ...how, params: { path: { ...at.scope }, query: params } }),
      ),
    create: (params = {}, options) =>
      send.json(options, params, (at, how) =>
        at.form === "gemini"
          ? createAgent(at.api, { ...how, body: params })
          : createVertexAgent(at.api, { ...how, params: { path: { ...at.scope } }, body: params }),
      ),
    get: (id, options) =>
      send.json(options, undefined, (at, how) =>
        at.form === "gemini"
          ? getAgent(at.api, { ...how, params: { path: { id } } })
          : getVertexAgent(at.api, { ...how, params: { path: { ...at.scope, id } } }),
      ),
    delete: (id, options) =>
      send.done(options, undefined, (at, how) =>
        at.form === "gemini"
          ? deleteAgent(at.api, { ...how, params: { path: { id } } })
          : deleteVertexAgent(at.api, { ...how, params: { path: { ...at.scope, id } } }),
      ),
  };
}
