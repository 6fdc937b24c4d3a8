import type { CreateInteractionRequest } from "../../generated/schema.ts";
import { echo } from "./answer.ts";
import type { Answer, Respond } from "./answer.ts";
import { pulledBody, toBytes } from "./body.ts";
import type { BodyState } from "./body.ts";
import { checkCredentials, checkRoute, findProblem } from "./checks.ts";
import { textStep } from "./events.ts";
import type { Dialect } from "../model/dialect.ts";
import type { SplitText } from "./events.ts";
import { injectFaults, limitBytes, TakenFaults } from "./faults.ts";
import type { Fault } from "./faults.ts";
import { errorReply, jsonReply } from "./replies.ts";
import type { Reply } from "./replies.ts";
import { startOf, streamRun } from "./replay.ts";
import type { StreamSettings } from "./replay.ts";
import { findRoute } from "./routes.ts";
import type { Route, VertexPaths } from "./routes.ts";
import { Run } from "./runs.ts";

/** Options of {@link createInteractionsService}. */
export interface InteractionsServiceOptions {
  /**
   * `guide` is the service as its guides describe it: every event has an id and every stored run
   * goes on without its connection and can be resumed. `faithful` is the one seen on the wire:
   * foreground runs have no event ids and end with their connection, background runs have few ids,
   * a GET lists the input too, and `interaction.completed` has no usage.
   *
   * @defaultValue `"guide"`
   */
  mode?: "guide" | "faithful" | undefined;
  /** @defaultValue `"current"` */
  dialect?: Dialect | undefined;
  /** @defaultValue repeats the text of the input */
  respond?: Respond | undefined;
  /**
   * Time between two events in milliseconds, by the global `setTimeout`. With 0, readers get them
   * at once; a run without reader moves on with every GET, and is at its end in the third.
   *
   * @defaultValue 0
   */
  eventIntervalMs?: number | undefined;
  /** @defaultValue one piece per word */
  splitText?: SplitText | undefined;
  /** Bytes per network chunk; `Infinity` for a single chunk. @defaultValue one event per chunk */
  chunkBytes?: number | undefined;
  /** What goes wrong, in order; see {@link InteractionsService.faults}. @defaultValue nothing */
  faults?: readonly Fault[] | undefined;
  /** API keys that are taken. Without `apiKeys` and `tokens` nothing is asked for. */
  apiKeys?: readonly string[] | undefined;
  /** Bearer tokens that are taken; the array is read anew for each request. */
  tokens?: readonly string[] | undefined;
  /** Which URL forms of Vertex lead to get, cancel and delete. @defaultValue `"both"` */
  vertexPaths?: VertexPaths | undefined;
}

/** One request as the service received it. */
export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  /** The path of `url`. */
  readonly path: string;
  readonly headers: Headers;
  /** The JSON object that was sent, if one was. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /** Whether it was answered with a stream of events. */
  readonly isStream: boolean;
  /**
   * `pending` until there is a response, `open` until its body has ended: `finished` completely,
   * `cut` by a fault, `aborted` because the caller aborted the request or cancelled the body.
   */
  readonly state: "pending" | "open" | BodyState;
}

/** An Interactions service in memory. */
export interface InteractionsService {
  /** Answers a request like the platform's `fetch`; needs no `this`. */
  readonly fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>;
  /** What was received, in order. */
  readonly requests: readonly ReceivedRequest[];
  /** What is still to go wrong; change it at any time. A fault that was used up is taken out. */
  readonly faults: Fault[];
  /** How many streams have a body that is neither at its end nor cancelled. */
  readonly openStreams: number;
  /** How many streams have ended, in whatever way. */
  readonly closedStreams: number;
}

/** Makes an Interactions service in memory, to stand in for the real one in tests and demos. */
export function createInteractionsService(
  options: InteractionsServiceOptions = {},
): InteractionsService {
  return new Service(options);
}

type Received = { -readonly [K in keyof ReceivedRequest]: ReceivedRequest[K] };

/** A request on its way through the service. */
interface Call {
  readonly request: Request;
  readonly url: URL;
  readonly route: Route;
  readonly body: ReceivedRequest["body"];
  readonly faults: TakenFaults;
}

class Service implements InteractionsService {
  readonly requests: Received[] = [];
  readonly faults: Fault[];
  readonly #options: InteractionsServiceOptions;
  readonly #hits = new Map<Fault, number>();
  readonly #runs = new Map<string, Run>();
  #runCount = 0;

  constructor(options: InteractionsServiceOptions) {
    this.#options = options;
    this.faults = [...(options.faults ?? [])];
  }

  get openStreams(): number {
    return this.requests.filter(({ isStream, state }) => isStream && state === "open").length;
  }

  get closedStreams(): number {
    return this.requests.filter(({ isStream, state }) => isStream && state !== "open").length;
  }

  readonly fetch = async (input: Request | URL | string, init?: RequestInit): Promise<Response> => {
    const request =
      input instanceof Request && init === undefined ? input : new Request(input, init);
    request.signal.throwIfAborted();
    requests.set(request.signal, request);
    const url = new URL(request.url);
    const received: Received = {
      method: request.method,
      url: request.url,
      path: url.pathname,
      headers: new Headers(request.headers),
      body: undefined,
      isStream: false,
      state: "pending",
    };
    this.requests.push(received);
    try {
      received.body = parseObject(await request.text());
      return await this.#answer(request, url, received);
    } catch (error) {
      received.state = request.signal.aborted ? "aborted" : "cut";
      throw error;
    }
  };

  async #answer(request: Request, url: URL, received: Received): Promise<Response> {
    const route = findRoute(request.method, url.pathname);
    const { body } = received;
    const operation = route.operation ?? "";
    const isStream = operation === "create" ? body?.["stream"] === true : wantsStream(route, url);
    const faults = new TakenFaults(this.faults, this.#hits, operation, isStream);
    const { ending } = faults;
    if (ending?.kind === "silence" && ending.beforeHeaders === true) {
      return rejectOnAbort(request.signal);
    }
    const call: Call = { request, url, route, body, faults };
    if (ending?.kind === "network-error") {
      if (ending.accepted === true) (await this.#handle(call)).onEnd?.("cut");
      throw fetchFailed(ending.code);
    }
    const reply = ending?.kind === "answer" ? errorReply(ending) : await this.#handle(call);
    return this.#send(reply, request.signal, received, faults);
  }

  #send(
    { status, headers: entries, frames, onEnd }: Reply,
    signal: AbortSignal,
    received: Received,
    faults: TakenFaults,
  ): Response {
    const headers = new Headers();
    // One by one: a fault may spell a header's name otherwise.
    for (const [name, value] of Object.entries(entries)) headers.set(name, value);
    const contentType = faults.get("content-type")?.value;
    if (contentType !== undefined) headers.set("content-type", contentType);
    if (frames === undefined) {
      received.state = "finished";
      return new Response(null, { status, headers });
    }
    received.isStream = entries["content-type"] === eventStream;
    received.state = "open";
    const body = pulledBody(
      (control) => {
        const faulty = injectFaults(frames(control), faults, control);
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

  async #handle(call: Call): Promise<Reply> {
    const { request, url, route } = call;
    const refused =
      checkRoute(request, route, this.#options.vertexPaths ?? "both") ??
      checkCredentials(request, url, this.#options);
    if (refused !== undefined) return refused;
    switch (route.operation) {
      case "create":
        return this.#create(call);
      case "get":
        return this.#get(call);
      case "cancel":
        return this.#cancel(call);
      default:
        return this.#delete(call);
    }
  }

  async #create({ request: { signal }, body, faults }: Call): Promise<Reply> {
    const problem = findProblem(body);
    if (problem !== undefined) return badRequest(problem);
    // Checked just now, as far as the service looks at it.
    const request = body as unknown as CreateInteractionRequest;
    const { previous_interaction_id: previousId } = request;
    if (previousId !== undefined) {
      const previous = this.#find(previousId);
      if (previous === undefined) return badRequest("Request contains an invalid argument.");
      if (previous.running) return badRequest(`Interaction ${previousId} is still in progress.`);
    }
    const respond = this.#options.respond ?? echo;
    const answer = await Promise.race([respond(request), rejectOnAbort(signal)]);
    this.#runCount += 1;
    const run = new Run(`v1_run${this.#runCount}`, request, toAnswer(answer), {
      ...this.#options,
      mode: this.#options.mode ?? "guide",
      dialect: this.#options.dialect ?? "current",
      eventIntervalMs: this.#options.eventIntervalMs ?? 0,
    });
    if (run.stored) this.#runs.set(run.id, run);
    if (request.stream === true) return stream(run, 0, faults);
    if (!run.background && !(await run.reach(run.events.length, signal))) {
      run.disconnect();
      throw signal.reason;
    }
    return jsonReply(run.toJson());
  }

  #get({ url, route, faults }: Call): Reply {
    const lastEventId = url.searchParams.get("last_event_id") ?? "";
    const wanted = wantsStream(route, url);
    if (lastEventId !== "" && !wanted) return badRequest("last_event_id requires stream=true.");
    const run = this.#find(route.id);
    if (run === undefined || (wanted && run.bound)) return notFound(route.id);
    if (!wanted) {
      run.poll();
      const includeInput = url.searchParams.get("include_input") === "true";
      return jsonReply(run.toJson({ timeline: true, includeInput }));
    }
    const from = lastEventId === "" ? 0 : run.positions.get(lastEventId);
    if (from === undefined) return badRequest(`Unknown last_event_id "${lastEventId}".`);
    return stream(run, from, faults);
  }

  #cancel({ route }: Call): Reply {
    const run = this.#find(route.id);
    if (run === undefined) return notFound(route.id);
    if (run.running && run.background) run.cancel();
    if (run.closing !== undefined) return jsonReply(run.toJson({ timeline: true }));
    const message = `Interaction ${route.id} is not a background interaction in progress.`;
    return errorReply({ status: 400, code: "failed_precondition", message });
  }

  #delete({ route }: Call): Reply {
    if (this.#find(route.id) === undefined) return notFound(route.id);
    this.#runs.delete(route.id);
    return { status: 200, headers: {} };
  }

  #find(id: string): Run | undefined {
    const run = this.#runs.get(id);
    return run?.isVisible === true ? run : undefined;
  }
}

const eventStream = "text/event-stream";

/** A signal of Node's ceases to fire once its Request is collected; bodies need it longer. */
const requests = new WeakMap<AbortSignal, Request>();

function stream(run: Run, cursor: number, faults: TakenFaults): Reply {
  const { from, splitText } = faults.get("replay") ?? {};
  const settings: StreamSettings = {
    from: startOf(run, cursor, from),
    eventIds: faults.get("event-ids")?.show ?? run.eventIds,
    splitText,
  };
  return {
    status: 200,
    headers: { "content-type": eventStream },
    frames: (control) => streamRun(run, settings, control),
    onEnd(state) {
      if (state !== "finished") run.disconnect();
    },
  };
}

function wantsStream({ operation }: Route, url: URL): boolean {
  return operation === "get" && url.searchParams.get("stream") === "true";
}

function toAnswer(answer: Answer | string): Answer {
  return typeof answer === "string" ? { steps: [textStep(answer)] } : answer;
}

function badRequest(message: string): Reply {
  return errorReply({ status: 400, message });
}

function notFound(id: string): Reply {
  return errorReply({ status: 404, message: `Interaction ${id} not found.` });
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
  });
}

// As Node's fetch does when no response comes.
function fetchFailed(code = "ECONNRESET"): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
}
