// The client that apps use: its parts, and one method per task. In come options and parameters, out go
// promises; the work is done in http/ and stream/. The only logic that belongs here is which calls are
// runs, for the hooks.

import type { InteractionsApi } from "../generated/operations.ts";
import {
  createAgents,
  createCredentials,
  createDecisions,
  createEnvironments,
  createTriggers,
  createVoices,
  createWebhooks,
} from "../generated/resources.ts";
import type {
  Agents,
  Credentials,
  Decisions,
  Environments,
  Triggers,
  Voices,
  Webhooks,
} from "../generated/resources.ts";
import { ApiPromise } from "./model/api-promise.ts";
import type { ApiAnswer } from "./model/api-promise.ts";
import { resolveEndpoint } from "./http/endpoint.ts";
import { createInteractionCalls } from "./http/interactions.ts";
import { createSender } from "./http/resources.ts";
import { createHttp } from "./http/transport.ts";
import { interactionIdOf } from "./replay/cursor.ts";
import { openCreated, openResumed, openStored } from "./stream/open.ts";
import type { StreamContext } from "./stream/open.ts";
import { resolveBackend } from "./http/backend.ts";
import { resolveBackoff } from "./http/retry.ts";
import type { CallOptions, InteractionsClientOptions, StreamOptions } from "./model/options.ts";
import type { InteractionStream } from "./stream/stream.ts";
import type { CreateInteractionParams, GetInteractionParams, Interaction } from "./model/types.ts";
import { tell } from "./stream/run-hooks.ts";
import type { RunFacts } from "./stream/run-hooks.ts";
import { waitForCompletion } from "./stream/wait.ts";
import type { WaitOptions } from "./stream/wait.ts";

/**
 * Client for the Interactions API, on the Gemini API or on Vertex AI. The first argument of a
 * method is the request, in the service's own snake_case; the last contains client options, in camelCase.
 */
export class InteractionsClient {
  /**
   * The low-level openapi-fetch client over the generated `paths`. It uses this client's credentials
   * and limits, and sends exactly the path you write; only the version segment follows `apiVersion`.
   */
  readonly api: InteractionsApi;
  /** Custom agents: `list`, `create`, `get`, `delete`. Their ids go into `agent` of a create. */
  readonly agents: Agents;
  /**
   * Sandboxes of agents: `list`, `create`, `get`, `delete`, `listFiles`, `readFile`, `writeFile`. Their
   * ids go into `environment` of a create.
   */
  readonly environments: Environments;
  /**
   * Addresses that receive the project's events: `list`, `create`, `get`, `update`, `delete`,
   * `ping`, `rotateSigningSecret`. `gemini-interactions/webhooks` verifies the deliveries.
   */
  readonly webhooks: Webhooks;
  /**
   * Secrets for the sandboxes of agents: `list`, `create`, `get`, `update`, `delete`. Their ids go into
   * `credential` of an environment variable or a domain.
   */
  readonly credentials: Credentials;
  /** Agents on a schedule: `list`, `create`, `get`, `update`, `delete`, `run`, `listExecutions`. */
  readonly triggers: Triggers;
  /** Voices for speech: `list`, `create`, `get`, `delete`. Their ids go into a `speech_config`. */
  readonly voices: Voices;
  /** Closed questions about an input: `create` returns the answers; nothing is stored. */
  readonly decisions: Decisions;
  readonly #context: StreamContext;

  /**
   * @throws TypeError without credentials, with two kinds of them, or for a value that would send them
   * to the wrong place
   */
  constructor(options: InteractionsClientOptions = {}) {
    const backend = resolveBackend(options);
    const http = createHttp(backend, resolveEndpoint(backend, options), options);
    const sender = createSender(http);
    this.api = http.api;
    this.agents = createAgents(sender);
    this.environments = createEnvironments(sender);
    this.webhooks = createWebhooks(sender);
    this.credentials = createCredentials(sender);
    this.triggers = createTriggers(sender);
    this.voices = createVoices(sender);
    this.decisions = createDecisions(sender);
    this.#context = {
      calls: createInteractionCalls(http),
      backoff: resolveBackoff(options.retry),
      hooks: options.hooks ?? {},
      idleTimeoutMs: options.idleTimeoutMs,
    };
  }

  /**
   * Runs a model or an agent. With `stream: true` the promise resolves when the stream opens. Not
   * idempotent: a second call starts, and bills, a second run.
   *
   * @throws TypeError for arguments the service would refuse, before anything is sent
   */
  create<Stream extends boolean = false>(
    params: CreateInteractionParams & { stream?: Stream | undefined },
    options: Stream extends false ? CallOptions : StreamOptions = {},
  ): ApiPromise<Stream extends true ? InteractionStream : Interaction> {
    // Checked where they are sent, as are those of get.
    const stream = params?.stream === true;
    const call = (context: StreamContext): Promise<ApiAnswer<Interaction | InteractionStream>> =>
      stream ? openCreated(context, params, options) : context.calls.create(params, options);
    // `stream` decides what it resolves with.
    return this.#run({ operation: "create", stream, params }, options, call) as ApiPromise<
      Stream extends true ? InteractionStream : Interaction
    >;
  }

  /**
   * Reads a stored interaction. With `stream: true` it reads the events instead, from the beginning or
   * after `last_event_id`, then live ones while the run continues.
   *
   * @throws TypeError for an id that is not one path segment, before anything is sent
   */
  get<Stream extends boolean = false>(
    id: string,
    params: GetInteractionParams & { stream?: Stream | undefined } = {},
    options: Stream extends false ? CallOptions : StreamOptions = {},
  ): ApiPromise<Stream extends true ? InteractionStream : Interaction> {
    const facts = { operation: "get", stream: true, interactionId: id } as const;
    const result: ApiPromise<Interaction | InteractionStream> =
      params?.stream === true
        ? this.#run(facts, options, (context) => openStored(context, id, params, options))
        : new ApiPromise(this.#context.calls.get(id, params, options));
    // `stream` decides what it resolves with.
    return result as ApiPromise<Stream extends true ? InteractionStream : Interaction>;
  }

  /**
   * Continues from where a stream was left, in any process: each piece of content after the cursor
   * arrives once. Save `stream.cursor` together with your result of the events before it.
   *
   * @throws TypeError for anything that is not a cursor, before anything is sent
   */
  resume(cursor: string, options: StreamOptions = {}): ApiPromise<InteractionStream> {
    const resume = async (): Promise<ApiAnswer<InteractionStream>> => {
      const interactionId = interactionIdOf(cursor);
      const facts = { operation: "resume", stream: true, interactionId } as const;
      return tell(this.#context, facts, options, (context) =>
        openResumed(context, cursor, options),
      );
    };
    return new ApiPromise(resume());
  }

  /** Stops a background run. The status may still be `in_progress` for a moment. */
  cancel(id: string, options: CallOptions = {}): ApiPromise<Interaction> {
    return new ApiPromise(this.#context.calls.cancel(id, options));
  }

  /** Deletes a stored interaction. It does not stop a run: cancel it first. */
  delete(id: string, options: CallOptions = {}): ApiPromise<void> {
    return new ApiPromise(this.#context.calls.delete(id, options));
  }

  /**
   * Polls until the interaction has a terminal status, and resolves with it, whatever the status:
   * `completed`, `failed`, `requires_action`, or one this version does not know.
   *
   * @throws WaitTimeoutError past the deadline, with the interaction as last seen
   */
  waitForCompletion(id: string, options: WaitOptions = {}): Promise<Interaction> {
    const facts = { operation: "waitForCompletion", stream: false, interactionId: id } as const;
    return tell(this.#context, facts, options, async ({ calls }) => {
      const data = await waitForCompletion(calls, id, options);
      return { data };
    }).then(({ data }) => data);
  }

  #run<Result>(
    facts: RunFacts,
    options: CallOptions,
    call: (context: StreamContext) => Promise<ApiAnswer<Result>>,
  ): ApiPromise<Result> {
    return new ApiPromise(tell(this.#context, facts, options, call));
  }
}
