// Create, get, cancel and delete over the stored runs. In comes a request whose route and body were parsed,
// out goes a reply; changes of what is stored are reported to a callback that keeps them.

import type { CreateInteractionRequest, Interaction } from "../../generated/schema.ts";
import { abortable } from "../util/abort.ts";
import { checkCredentials, checkRoute, findProblem, findStrayResult } from "./strict/checks.ts";
import type { TakenFaults } from "./faults/faults.ts";
import type { Incoming } from "./wire/incoming.ts";
import type { InteractionsServiceOptions, ServiceChange } from "./options.ts";
import { errorReply, jsonReply } from "./wire/replies.ts";
import type { Reply } from "./wire/replies.ts";
import { refusedStream, startOf, streamRun } from "./runs/replay.ts";
import { createSchema, findInvalidMember, withoutUnset } from "./strict/request-check.ts";
import { Resources } from "./resources/resources.ts";
import { findRefusal, findUnknownVersion, UnsignedCalls } from "./strict/refused.ts";
import { findAnswer } from "./runs/respond.ts";
import type { Route } from "./wire/routes.ts";
import { Run } from "./runs/runs.ts";
import type { RunSettings } from "./runs/runs.ts";
import { eventStream } from "./wire/sse.ts";
import type { Webhooks } from "./webhooks.ts";

/** A request on its way through the service. */
export interface Call {
  readonly request: Incoming;
  readonly route: Route;
  /** The JSON object that was sent, if one was. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /** The whole body. */
  readonly bytes: Uint8Array;
  readonly faults: TakenFaults;
}

/** The stored runs, and what can be done with them. */
export class Operations {
  readonly #options: InteractionsServiceOptions;
  readonly #webhooks: Webhooks;
  readonly #settings: RunSettings;
  readonly #resources: Resources;
  readonly #runs = new Map<string, Run>();
  readonly #unsignedCalls = new UnsignedCalls();
  #turn = 0;
  #runCount = 0;

  constructor(options: InteractionsServiceOptions, webhooks: Webhooks) {
    this.#options = options;
    this.#webhooks = webhooks;
    this.#settings = {
      mode: options.mode ?? "guide",
      dialect: options.dialect ?? "current",
      splitText: options.splitText,
      eventIntervalMs: options.eventIntervalMs ?? 0,
      now: options.now ?? (() => Date.now()),
      onEnd: (run) => this.#finish(run),
    };
    this.#resources = new Resources({
      isStrict: this.#isStrict,
      now: this.#settings.now,
      onChange: options.onChange,
      webhooks,
    });
  }

  /** Takes over what an earlier service had stored. */
  restore(changes: readonly ServiceChange[]): void {
    this.#resources.restore(changes);
    for (const change of changes) {
      if (change.kind !== "run") continue;
      this.#turn += 1;
      this.#runCount += 1;
      const { id, request, answer, createdMs } = change;
      this.#unsignedCalls.add(answer);
      const own = changes.filter((other) => other.id === id);
      if (own.some(({ kind }) => kind === "delete")) continue;
      const ended = own.some(({ kind }) => kind === "end");
      const cancelledAt = own.find((other) => other.kind === "cancel")?.happened;
      const before = { createdMs, ended, cancelledAt };
      this.#runs.set(id, new Run(id, request, answer, this.#settings, before));
    }
  }

  /** The stored runs as they are now. */
  get interactions(): Interaction[] {
    const visible = [...this.#runs.values()].filter((run) => run.isVisible);
    return visible.map((run) => run.toJson({ timeline: true }));
  }

  /** Ends the clocks of all runs. */
  dispose(): void {
    for (const run of this.#runs.values()) run.dispose();
  }

  /** Answers a request. */
  async handle(call: Call): Promise<Reply> {
    const { request, route } = call;
    if (route.operation === "jwks") return jsonReply(await this.#webhooks.jwks());
    const refused =
      checkRoute(request, route, this.#options.vertexPaths ?? "both") ??
      (this.#isStrict ? findUnknownVersion(route.version) : undefined) ??
      checkCredentials(request, this.#options);
    if (refused !== undefined) return refused;
    if (route.resource !== undefined) {
      return this.#resources.handle(route.resource, request.url, request.headers, call.bytes);
    }
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

  async #create({ request: { signal }, body: sent, faults }: Call): Promise<Reply> {
    const body = sent && readBody(sent);
    const problem = findProblem(body) ?? this.#findUnknown(body);
    if (problem !== undefined) return badRequest(problem);
    // Checked just above, as far as the service checks it.
    const request = body as unknown as CreateInteractionRequest;
    const { previous_interaction_id: previousId } = request;
    const previous = previousId === undefined ? undefined : this.#find(previousId);
    if (previousId !== undefined) {
      if (previous === undefined) return badRequest("Request contains an invalid argument.");
      if (previous.running) return badRequest(`Interaction ${previousId} is still in progress.`);
    }
    const stray = this.#isStrict && findStrayResult(request, previous?.answer.steps ?? []);
    if (stray) return badRequest(`Invalid input at '${stray}'.`);
    const refused = this.#isStrict ? findRefusal(request, this.#unsignedCalls) : undefined;
    if (refused !== undefined) return refused;
    const turn = this.#turn;
    this.#turn += 1;
    const answer = await abortable(signal, () => findAnswer(this.#options, turn, request));
    const run = new Run(this.#nextId(), request, answer, this.#settings);
    if (answer.refused !== undefined) {
      run.dispose();
      return request.stream === true
        ? refusedStream(run, answer.refused)
        : errorReply({ status: 400, ...answer.refused });
    }
    this.#unsignedCalls.add(answer);
    this.#store(run);
    if (request.stream === true) return stream(run, 0, faults);
    if (!run.background && !(await run.reach(run.events.length, signal))) {
      run.disconnect();
      throw signal.reason;
    }
    return jsonReply(run.toJson());
  }

  get #isStrict(): boolean {
    return this.#options.strict !== false && this.#settings.dialect === "current";
  }

  #findUnknown(body: Call["body"]): string | undefined {
    if (!this.#isStrict || body === undefined) return undefined;
    return findInvalidMember(body, createSchema(body));
  }

  #nextId(): string {
    this.#runCount += 1;
    const own = this.#options.createId?.(this.#runCount);
    if (own !== undefined) return own;
    // A state file whose lines were torn knows fewer runs than there were.
    while (this.#runs.has(`v1_run${this.#runCount}`)) this.#runCount += 1;
    return `v1_run${this.#runCount}`;
  }

  #store(run: Run): void {
    if (!run.stored) return;
    this.#runs.set(run.id, run);
    const { id, createdMs, request, answer, events } = run;
    // A function is not JSON: its result is kept in its place.
    const kept = answer.shape === undefined ? answer : { ...answer, events: [...events] };
    this.#options.onChange?.({ kind: "run", id, createdMs, request, answer: kept });
  }

  #finish(run: Run): void {
    if (run.stored) this.#options.onChange?.({ kind: "end", id: run.id });
    const registered = (type: string) => this.#resources.endpointsFor(type);
    void this.#webhooks.announce(run.toJson(), run.request.webhook_config, registered);
  }

  #get({ request: { url }, route, faults }: Call): Reply {
    const lastEventId = url.searchParams.get("last_event_id") ?? "";
    const wanted = url.searchParams.get("stream") === "true";
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
    if (run.running && run.background) {
      run.cancel();
      this.#options.onChange?.({ kind: "cancel", id: run.id, happened: run.happened });
    }
    if (run.closing !== undefined) return jsonReply(run.toJson({ timeline: true }));
    const message = `Interaction ${route.id} is not a background interaction in progress.`;
    return errorReply({ status: 400, code: "failed_precondition", message });
  }

  #delete({ route }: Call): Reply {
    const run = this.#find(route.id);
    if (run === undefined) return notFound(route.id);
    this.#runs.delete(route.id);
    this.#options.onChange?.({ kind: "delete", id: route.id });
    return { status: 200, headers: {} };
  }

  #find(id: string): Run | undefined {
    const run = this.#runs.get(id);
    return run?.isVisible === true ? run : undefined;
  }
}

function stream(run: Run, cursor: number, faults: TakenFaults): Reply {
  const { from, splitText } = faults.get("replay") ?? {};
  const settings = {
    from: startOf(run, cursor, from),
    eventIds: faults.get("event-ids")?.show ?? run.eventIds,
    splitText,
  };
  return {
    status: 200,
    headers: { "content-type": eventStream },
    interactionId: run.id,
    frames: (control) => streamRun(run, settings, control),
    onEnd(state) {
      if (state !== "finished") run.disconnect();
    },
  };
}

function badRequest(message: string): Reply {
  return errorReply({ status: 400, message });
}

/** The service treats a null member as not set. */
function readBody(sent: object): Readonly<Record<string, unknown>> {
  const set = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== null));
  return withoutUnset(set, createSchema(set));
}

function notFound(id: string): Reply {
  return errorReply({ status: 404, message: `Interaction ${id} not found.` });
}
