// Hooks that make OpenTelemetry spans and metrics of runs, by the `gen_ai` semantic conventions. In come
// records, out go one span per run, a span below it for each request and reconnect, and three histograms.
// Requests may come long after the start of a run, so the active context is read once, at the start.

import { context, metrics, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type {
  Attributes,
  Context,
  MeterProvider,
  Span,
  Tracer,
  TracerProvider,
} from "@opentelemetry/api";
import type { Hooks, ReconnectRecord, RunEndRecord, RunRecord } from "../model/hooks.ts";
import {
  contentOfRequest,
  contentOfResult,
  errorTypeOf,
  nameOf,
  operationOf,
  requestAttributes,
  resultAttributes,
  serverAttributes,
  tokensOf,
} from "./attributes.ts";
import { truncate } from "../util/printable.ts";
import { memberOf } from "../util/thrown.ts";
import { createInstruments } from "./instruments.ts";
import type { Instruments } from "./instruments.ts";

/** Options of {@link otelHooks}. */
export interface OtelOptions {
  /** Makes the tracer. @defaultValue the global tracer provider */
  tracerProvider?: TracerProvider | undefined;
  /** Makes the histograms. @defaultValue the global meter provider, as it is at the first run */
  meterProvider?: MeterProvider | undefined;
  /**
   * Whether spans contain the content of requests and responses: instructions, input and output as JSON,
   * without the bytes of media, and the full messages of errors, which may quote them. This may be personal
   * data, and as long as the conversation.
   *
   * @defaultValue `false`
   */
  captureContent?: boolean | undefined;
}

/** The instrumentation name of spans and histograms. */
const scopeName = "gemini-interactions";
/** Longest code, status or reason on a span without content, in characters. */
const maxFactsLength = 120;
/** Runs whose tokens were counted are remembered, up to this many. */
const maxCounted = 1_000;

/**
 * Returns hooks that make spans and metrics of runs: `new InteractionsClient({ hooks: otelHooks() })`. The
 * span of a run is a child of the span that is active when the run starts. `get` without a stream, `cancel`
 * and `delete` are not runs, and do not create spans.
 */
export function otelHooks(options: OtelOptions = {}): Hooks {
  const { tracerProvider = trace, captureContent = false } = options;
  const tracer = tracerProvider.getTracer(scopeName);
  let instruments: Instruments | undefined;
  const counted = new Set<string>();
  /** The tokens of a run count once, even if it is followed twice or read again. */
  const countOnce = (id: string | undefined): boolean => {
    if (!id) return true;
    const isNew = !counted.has(id);
    counted.add(id);
    const [oldest = ""] = counted;
    if (counted.size > maxCounted) counted.delete(oldest);
    return isNew;
  };
  return {
    onRunStart(run) {
      const { meterProvider = metrics } = options;
      instruments ??= createInstruments(meterProvider.getMeter(scopeName));
      return new RunSpan(run, { tracer, instruments, captureContent, countOnce }).hooks();
    },
  };
}

/** What the spans of all runs share. */
interface Telemetry {
  readonly tracer: Tracer;
  readonly instruments: Instruments;
  readonly captureContent: boolean;
  /** Whether the tokens of this interaction are still to be counted. */
  readonly countOnce: (interactionId: string | undefined) => boolean;
}

/** The span of one run, and those below it. */
class RunSpan {
  readonly #run: RunRecord;
  readonly #telemetry: Telemetry;
  readonly #startedAt = performance.now();
  readonly #span: Span;
  readonly #context: Context;
  /** The attributes of the span and of the measurements. */
  #common: Attributes;
  #reconnect: Span | undefined;
  /** Requests without an answer yet, by method and URL. */
  readonly #requests = new Map<string, Span>();

  constructor(run: RunRecord, telemetry: Telemetry) {
    this.#run = run;
    this.#telemetry = telemetry;
    this.#common = operationOf(run);
    const parent = context.active();
    const attributes = { ...this.#common, ...requestAttributes(run) };
    const name = nameOf(run, run.model ?? run.agent);
    this.#span = telemetry.tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, parent);
    this.#context = trace.setSpan(parent, this.#span);
    if (telemetry.captureContent) this.#span.setAttributes(contentOfRequest(run.params()));
  }

  hooks(): Hooks {
    return {
      onRequest: ({ method, url, attempt }) => this.#startRequest(method, url, attempt),
      onResponse: ({ method, url, status }) => {
        const errorType = status < 400 ? undefined : String(status);
        this.#endRequest(method, url, errorType, { "http.response.status_code": status });
      },
      onRequestError: ({ method, url, error }) => this.#endRequest(method, url, errorTypeOf(error)),
      onRetry: ({ attempt, delayMs, reason }) => {
        const attributes = { attempt, delay_ms: delayMs, reason: this.#reasonOf(reason) };
        this.#span.addEvent("gemini_interactions.retry", attributes);
      },
      onReconnect: (record) => this.#startReconnect(record),
      onFirstToken: () => this.#tellFirstToken(),
      onRunEnd: (end) => this.#end(end),
    };
  }

  #startRequest(method: string, url: string, attempt: number): void {
    const server = serverAttributes(url);
    this.#common = { ...this.#common, ...server };
    this.#span.setAttributes(server);
    const { "gen_ai.provider.name": _, ...address } = server;
    const attributes: Attributes = {
      ...address,
      "http.request.method": method,
      "url.full": url.replace(/[?#].*/s, ""),
      ...(attempt > 1 ? { "http.request.resend_count": attempt - 1 } : {}),
    };
    const parent =
      this.#reconnect === undefined ? this.#context : trace.setSpan(this.#context, this.#reconnect);
    const options = { kind: SpanKind.CLIENT, attributes };
    this.#requests.set(
      `${method} ${url}`,
      this.#telemetry.tracer.startSpan(method, options, parent),
    );
  }

  #endRequest(
    method: string,
    url: string,
    errorType: string | undefined,
    attributes: Attributes = {},
  ): void {
    const key = `${method} ${url}`;
    const span = this.#requests.get(key);
    this.#requests.delete(key);
    for (const ended of [span, this.#reconnect]) {
      if (errorType !== undefined) markFailed(ended, errorType);
    }
    span?.setAttributes(attributes).end();
    this.#endReconnect();
  }

  #startReconnect({ attempt, reason, lastEventId }: ReconnectRecord): void {
    this.#endReconnect();
    const attributes: Attributes = {
      "gemini_interactions.reconnect.attempt": attempt,
      "gemini_interactions.reconnect.reason": this.#reasonOf(reason),
      ...(lastEventId === undefined ? {} : { "gemini_interactions.last_event_id": lastEventId }),
    };
    this.#reconnect = this.#telemetry.tracer.startSpan("reconnect", { attributes }, this.#context);
  }

  #endReconnect(): void {
    this.#reconnect?.end();
    this.#reconnect = undefined;
  }

  #tellFirstToken(): void {
    const seconds = this.#elapsedSeconds();
    this.#span.setAttribute("gen_ai.response.time_to_first_chunk", seconds);
    this.#telemetry.instruments.timeToFirstChunk.record(seconds, this.#common, this.#context);
  }

  #end(end: RunEndRecord): void {
    try {
      this.#describe(end);
    } finally {
      // What an abort has interrupted.
      for (const span of this.#requests.values()) span.end();
      this.#endReconnect();
      this.#span.end();
    }
  }

  #describe(end: RunEndRecord): void {
    const { instruments, captureContent } = this.#telemetry;
    const result = resultAttributes(end);
    const { "gen_ai.response.model": model, "gen_ai.agent.name": agent } = result;
    const target = model ?? agent;
    if (typeof target === "string") this.#span.updateName(nameOf(this.#run, target));
    this.#span.setAttributes(result);
    const learnt: Attributes = {
      ...(model === undefined ? {} : { "gen_ai.response.model": model }),
      ...(agent === undefined ? {} : { "gen_ai.agent.name": agent }),
    };
    this.#common = { ...this.#common, ...learnt };
    this.#countTokens(end);
    const errorType = errorTypeOfEnd(end);
    const error: Attributes = errorType === undefined ? {} : { "error.type": errorType };
    instruments.duration.record(
      this.#elapsedSeconds(),
      { ...this.#common, ...error },
      this.#context,
    );
    if (errorType !== undefined) {
      markFailed(this.#span, errorType, this.#messageOf(end.error));
    }
    if (captureContent) this.#span.setAttributes(contentOfResult(end));
  }

  #countTokens({ usage, interactionId }: RunEndRecord): void {
    const { instruments, countOnce } = this.#telemetry;
    const { input, output } = tokensOf(usage);
    if ((input ?? output) === undefined || !countOnce(interactionId)) return;
    for (const [type, count] of Object.entries({ input, output })) {
      const attributes = { ...this.#common, "gen_ai.token.type": type };
      if (count !== undefined) instruments.tokenUsage.record(count, attributes, this.#context);
    }
  }

  /**
   * The description of an error. A message of a service or a gateway may quote the request or the response,
   * so without captureContent only code and status are kept.
   */
  #messageOf(error: unknown): string | undefined {
    const message = memberOf(error, "message");
    if (this.#telemetry.captureContent) return typeof message === "string" ? message : undefined;
    const facts = [memberOf(error, "status"), memberOf(error, "code")];
    const told = facts.filter((fact) => typeof fact === "number" || typeof fact === "string");
    return told.length === 0 ? undefined : truncate(told.join(" "), maxFactsLength);
  }

  /** Why a request is repeated; without captureContent, without the text from outside. */
  #reasonOf(reason: string): string {
    if (this.#telemetry.captureContent) return reason;
    return truncate(reason.split(": ", 1)[0] ?? "", maxFactsLength);
  }

  #elapsedSeconds(): number {
    return (performance.now() - this.#startedAt) / 1_000;
  }
}

/**
 * The kind of error that a run ended with, if any. A plain abort and leaving the loop are the caller's
 * decision, not errors; an abort with another reason, such as a time limit, is an error.
 */
function errorTypeOfEnd({ outcome, error, status }: RunEndRecord): string | undefined {
  if (outcome === "failed") return errorTypeOf(error);
  if (outcome === "aborted" && errorTypeOf(error) !== "AbortError") return errorTypeOf(error);
  return outcome === "ended" && status === "failed" ? status : undefined;
}

function markFailed(span: Span | undefined, type: string, message?: string): void {
  const told = message === undefined ? {} : { message };
  span?.setAttribute("error.type", type).setStatus({ code: SpanStatusCode.ERROR, ...told });
}
