// The Interactions service in memory: receives requests as `fetch` does, records them, injects faults, and
// sends the replies of the operations. It handles HTTP and SSE; the runs are in runs/.

import type { CreateInteractionRequest, Interaction } from "../../generated/schema.ts";
import { isObject, parseJson } from "../util/json.ts";
import { checkServiceOptions } from "./check-options.ts";
import { pulledBody, toBytes } from "./wire/body.ts";
import { injectFaults, limitBytes, TakenFaults } from "./faults/faults.ts";
import type { Fault, FaultHits } from "./faults/faults.ts";
import { readIncoming } from "./wire/incoming.ts";
import type { Incoming } from "./wire/incoming.ts";
import { networkError } from "./faults/network-error.ts";
import { Operations } from "./operations.ts";
import type { Call } from "./operations.ts";
import type {
  InteractionsService,
  InteractionsServiceOptions,
  ReceivedRequest,
} from "./options.ts";
import { errorReply } from "./wire/replies.ts";
import type { Reply } from "./wire/replies.ts";
import { RespondError } from "./runs/respond.ts";
import { findRoute } from "./wire/routes.ts";
import { eventStream } from "./wire/sse.ts";
import { Webhooks } from "./webhooks.ts";
import type { WebhookDelivery } from "./webhooks.ts";

/**
 * Creates an Interactions service in memory, to replace the real one in tests and demos.
 *
 * @throws TypeError for unknown options, and for values that are not valid
 */
export function createInteractionsService(
  options: InteractionsServiceOptions = {},
): InteractionsService {
  checkServiceOptions(options);
  return new Service(options);
}

/** How many bytes of request bodies are kept in all. */
const keptBodyBytes = 1_048_576;

type Received = { -readonly [K in keyof ReceivedRequest]: ReceivedRequest[K] };

class Service implements InteractionsService {
  readonly requests: Received[] = [];
  readonly faults: Fault[] = [];
  readonly errors: Error[] = [];
  readonly #options: InteractionsServiceOptions;
  readonly #now: () => number;
  readonly #hits: FaultHits = new Map();
  /** The requests whose bodies are kept, oldest first, with the sizes of the bodies. */
  readonly #kept = new Map<Received, number>();
  #keptBytes = 0;
  #webhooks: Webhooks;
  #operations: Operations;

  constructor(options: InteractionsServiceOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => Date.now());
    this.faults.push(...(options.faults ?? []));
    this.#webhooks = new Webhooks(options.webhooks ?? {}, this.#now);
    this.#operations = new Operations(options, this.#webhooks);
    this.#operations.restore(options.state ?? []);
  }

  get interactions(): Interaction[] {
    return this.#operations.interactions;
  }

  get deliveries(): readonly WebhookDelivery[] {
    return this.#webhooks.deliveries;
  }

  get openStreams(): number {
    return this.requests.filter(({ isStream, state }) => isStream && state === "open").length;
  }

  get closedStreams(): number {
    return this.requests.filter(({ isStream, state }) => isStream && state !== "open").length;
  }

  reset(): void {
    this.#operations.dispose();
    this.requests.length = 0;
    this.#kept.clear();
    this.#keptBytes = 0;
    this.errors.length = 0;
    this.#hits.clear();
    this.faults.splice(0, Infinity, ...(this.#options.faults ?? []));
    this.#webhooks = new Webhooks(this.#options.webhooks ?? {}, this.#now);
    this.#operations = new Operations(this.#options, this.#webhooks);
  }

  readonly fetch: InteractionsService["fetch"] = async (input, init) => {
    const request = readIncoming(input, init);
    request.signal.throwIfAborted();
    const received: Received = {
      method: request.method,
      url: request.url.href,
      path: request.url.pathname,
      headers: new Headers(request.headers),
      body: undefined,
      status: undefined,
      isStream: false,
      state: "pending",
    };
    this.requests.push(received);
    try {
      return await this.#answer(request, received);
    } catch (error) {
      received.state = request.signal.aborted ? "aborted" : "cut";
      if (error instanceof RespondError) this.errors.push(error);
      throw error;
    }
  };

  async #answer(request: Incoming, received: Received): Promise<Response> {
    const { url, signal } = request;
    const route = findRoute(request.method, url.pathname);
    const bytes = await request.bytes();
    const sent = parseJson(new TextDecoder().decode(bytes));
    const body = isObject(sent) ? sent : undefined;
    // The public type says so: it has not been checked yet.
    received.body =
      route.operation === "create" ? (body as CreateInteractionRequest | undefined) : undefined;
    if (received.body !== undefined) this.#keepBody(received, bytes.length);
    const isStream =
      route.operation === "create"
        ? body?.["stream"] === true
        : route.operation === "get" && url.searchParams.get("stream") === "true";
    const isChained =
      route.operation === "create" && typeof body?.["previous_interaction_id"] === "string";
    const target = { operation: route.operation ?? "", isStream, isChained };
    const faults = new TakenFaults(this.faults, this.#hits, target, this.#now());
    const { ending } = faults;
    if (ending?.kind === "silence" && ending.beforeHeaders === true) return rejectOnAbort(signal);
    const call: Call = { request, route, body, bytes, faults };
    if (ending?.kind === "network-error") {
      if (ending.accepted === true) (await this.#operations.handle(call)).onEnd?.("cut");
      throw networkError(ending.code);
    }
    const reply =
      ending?.kind === "answer" ? errorReply(ending) : await this.#operations.handle(call);
    return this.#send(reply, signal, received, faults);
  }

  /** Discards the oldest bodies: a service that runs for days would keep everything ever sent. */
  #keepBody(received: Received, size: number): void {
    this.#kept.set(received, size);
    this.#keptBytes += size;
    for (const [oldest, bytes] of this.#kept) {
      if (this.#keptBytes <= keptBodyBytes || oldest === received) return;
      oldest.body = undefined;
      this.#kept.delete(oldest);
      this.#keptBytes -= bytes;
    }
  }

  #send(
    { status, headers: entries, interactionId, bytes, frames, onEnd }: Reply,
    signal: AbortSignal,
    received: Received,
    faults: TakenFaults,
  ): Response {
    const headers = new Headers();
    // One by one: a fault may spell a header's name otherwise.
    for (const [name, value] of Object.entries(entries)) headers.set(name, value);
    const contentType = faults.get("content-type")?.value;
    if (contentType !== undefined) headers.set("content-type", contentType);
    received.status = status;
    if (frames === undefined) {
      received.state = "finished";
      return new Response(bytes ?? null, { status, headers });
    }
    received.isStream = entries["content-type"] === eventStream;
    received.state = "open";
    const body = pulledBody(
      (control) => {
        const faulty = injectFaults(frames(control), faults, control, interactionId);
        return limitBytes(toBytes(faulty, this.#options.chunkBytes), faults, control);
      },
      {
        signal,
        onEnd(state) {
          received.state = state;
          onEnd?.(state);
        },
      },
    );
    return new Response(body, { status, headers });
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
