// Runs one fault case, in memory or over sockets, and judges what has arrived.

import { vi } from "vitest";
import { accumulate, InteractionsClient, StreamInterruptedError } from "../../src/index.ts";
import type { Interaction, InteractionStreamEvent } from "../../src/index.ts";
import { startServer } from "../../src/testing/node.ts";
import type { RunningServer } from "../../src/testing/node.ts";
import { drainTimeoutMs } from "../../src/stream/drain.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { InteractionsService } from "../../src/testing/index.ts";
import { traceOf } from "../support/trace.ts";
import type { FaultCase } from "./cases.ts";
import { outlives } from "./scenes.ts";
import type { Scene } from "./scenes.ts";

/** What came of a case. */
export interface Verdict {
  readonly result: "passed" | "lost" | "doubled" | "hung" | "wrong";
  /** What was expected and what came instead. */
  readonly detail?: string;
}

/** What a consumer got, however it read. */
interface Delivery {
  readonly events: InteractionStreamEvent[];
  text: string | undefined;
  final: Interaction | undefined;
  error: unknown;
}

/** The place where a case runs: in this process only, or with a server and sockets between. */
interface Stage {
  readonly service: InteractionsService;
  readonly client: InteractionsClient;
  /** How long the client looks for the rest of a run. */
  readonly patienceMs: number;
  readonly restart: () => Promise<void>;
}

/** Ten losses in a row may take longer than the minute that a foreground run has by default. */
const patienceMs = 3_600_000;
/** Longest silence of a socket before it counts as dead: more than a busy machine needs to answer. */
const socketIdleMs = 250;
/** Over sockets the time is real: a run that cannot be found again is not looked for any longer. */
const lostSocketPatienceMs = 500;
/** Longest time for one case over sockets. */
const socketLimitMs = 20_000;

/** Runs a case without sockets, on fake timers. */
export async function runInMemory(faultCase: FaultCase): Promise<Verdict> {
  const service = createService(faultCase);
  const client = createClient({ fetch: service.fetch });
  const stage = { service, client, patienceMs, restart: async () => undefined };
  const delivery = createDelivery();
  const isSettled = await driveClock(service, delivery, consume(faultCase, stage, delivery));
  if (!isSettled) return { result: "hung", detail: `after ${delivery.events.length} events` };
  await linger(service, delivery);
  return judge(faultCase, service, delivery, await uninterrupted(faultCase.scene));
}

/** Runs a case over a server of its own. */
export async function runOverSocket(faultCase: FaultCase): Promise<Verdict> {
  const service = createService(faultCase);
  let server: RunningServer = await startServer(service);
  const { url: baseUrl, port } = server;
  const client = createClient({ baseUrl, idleTimeoutMs: socketIdleMs });
  const restart = async (): Promise<void> => {
    await server.close();
    server = await startServer(service, { port });
  };
  const delivery = createDelivery();
  const baseline = await uninterrupted(faultCase.scene);
  const patience = outlives(faultCase.scene) ? patienceMs : lostSocketPatienceMs;
  const stage = { service, client, patienceMs: patience, restart };
  const consuming = consume(faultCase, stage, delivery);
  const isSettled = await withinLimit(consuming);
  const isClosed = await withinLimit(closed(service));
  await server.close();
  if (!isSettled) return { result: "hung", detail: `after ${delivery.events.length} events` };
  if (!isClosed) return { result: "wrong", detail: "a stream stays open at the service" };
  return judge(faultCase, service, delivery, baseline);
}

function createService({ scene, faults, chunkBytes, isPaced }: FaultCase): InteractionsService {
  const { mode, dialect, answer, splitText, ids } = scene;
  return createInteractionsService({
    mode,
    dialect,
    splitText,
    chunkBytes,
    respond: () => answer,
    eventIntervalMs: isPaced === true ? 1 : 0,
    faults: [...faults, { kind: "event-ids", show: ids, times: Infinity }],
  });
}

function createClient(
  options: ConstructorParameters<typeof InteractionsClient>[0],
): InteractionsClient {
  const retry = { baseDelayMs: 0, maxDelayMs: 0 };
  return new InteractionsClient({ apiKey: "key", retry, ...options });
}

function createDelivery(): Delivery {
  return { events: [], text: undefined, final: undefined, error: undefined };
}

/** Reads the run as the case says; whatever is thrown is part of the delivery. */
async function consume(
  faultCase: FaultCase,
  { client, patienceMs: timeoutMs, restart }: Stage,
  delivery: Delivery,
): Promise<void> {
  const { reading, scene } = faultCase;
  try {
    let stream = await client.create(paramsOf(scene), { resume: { timeoutMs } });
    if (reading === "end") {
      delivery.final = await stream.finalInteraction();
      return;
    }
    if (reading === "text") {
      delivery.text = "";
      for await (const text of stream.text()) delivery.text += text;
      return;
    }
    const movesAfter = typeof reading === "object" ? reading.movesAfter : Infinity;
    const stop = faultCase.restart;
    for (let hasEnded = false; !hasEnded;) {
      hasEnded = true;
      let count = 0;
      let restarting: Promise<void> | undefined;
      for await (const event of stream) {
        delivery.events.push(event);
        count += 1;
        if (count === movesAfter) {
          hasEnded = false;
          break;
        }
        if (delivery.events.length === stop?.after) restarting = restart();
        if (stop?.during === false) await restarting;
      }
      await restarting;
      if (hasEnded) break;
      const cursor = stream.cursor ?? "";
      stream = await client.resume(cursor);
    }
    delivery.final = await stream.finalInteraction();
  } catch (error) {
    delivery.error = error;
  }
}

function paramsOf({
  origin,
}: Scene): Parameters<InteractionsClient["create"]>[0] & { stream: true } {
  const request = { model: "gemini-3.5-flash", input: "Go", stream: true } as const;
  if (origin === "background") return { ...request, background: true };
  return origin === "stateless" ? { ...request, store: false } : request;
}

/**
 * Runs the fake clock until the promise settles: a timer fires only when nothing else is left to
 * happen. False when it never does.
 */
async function driveClock(
  service: InteractionsService,
  delivery: Delivery,
  promise: Promise<void>,
): Promise<boolean> {
  const outcome = { isSettled: false };
  void promise.finally(() => {
    outcome.isSettled = true;
  });
  for (let fired = 0; fired < 10_000; fired++) {
    for (let quiet = 0, before = -1; quiet < 3 && !outcome.isSettled; quiet++) {
      await new Promise((resolve) => setImmediate(resolve));
      const now = service.requests.length + service.closedStreams + delivery.events.length;
      if (now !== before) quiet = 0;
      before = now;
    }
    if (outcome.isSettled) return true;
    if (vi.getTimerCount() === 0) return false;
    vi.advanceTimersToNextTimer();
  }
  return false;
}

async function withinLimit(promise: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), socketLimitMs);
  });
  const isSettled = await Promise.race([promise.then(() => true), limit]);
  clearTimeout(timer);
  return isSettled;
}

/** A body that is silent after its last event is let go a moment later; any other is not. */
async function linger(service: InteractionsService, { error }: Delivery): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (service.openStreams === 0 || error !== undefined) return;
  vi.advanceTimersByTime(drainTimeoutMs);
  await new Promise((resolve) => setImmediate(resolve));
}

/** Resolves once the service has no open stream; over sockets it learns of a close later. */
async function closed(service: InteractionsService): Promise<void> {
  while (service.openStreams > 0) await new Promise((resolve) => setTimeout(resolve, 1));
}

const baselines = new Map<Scene, Promise<Delivery>>();

/** What the run brings when nothing goes wrong: events, text and the end. */
function uninterrupted(scene: Scene): Promise<Delivery> {
  const known = baselines.get(scene);
  if (known !== undefined) return known;
  const read = (async () => {
    const delivery = createDelivery();
    for (const reading of ["text", "events"] as const) {
      const faultCase = { kind: "", scene, faults: [], reading, outcome: "whole" } as const;
      const service = createService(faultCase);
      const client = createClient({ fetch: service.fetch });
      const stage = { service, client, patienceMs, restart: async () => undefined };
      await consume(faultCase, stage, delivery);
    }
    return delivery;
  })();
  baselines.set(scene, read);
  return read;
}

function judge(
  { scene, outcome, delivered, reading, isPaced }: FaultCase,
  service: InteractionsService,
  { events, text, final, error }: Delivery,
  whole: Delivery,
): Verdict {
  if (service.openStreams > 0) return wrong("a stream stays open at the service");
  const interrupted = error instanceof StreamInterruptedError ? error : undefined;
  if (error !== undefined && interrupted === undefined) {
    return wrong(error instanceof Error ? (error.stack ?? error.message) : "threw no error");
  }
  const isNameless = isPaced === true && interrupted?.interactionId === undefined;
  if (interrupted !== undefined && outcome === "whole" && !isNameless) {
    return wrong(String(interrupted));
  }
  if (interrupted === undefined && outcome === "part") return wrong("was not interrupted");
  if (interrupted === undefined) {
    return (
      compareEvents(
        reading === "events" || typeof reading === "object",
        scene,
        events,
        whole.events,
      ) ??
      compare("text", text, whole.text, reading === "text") ??
      compare("final interaction", clean(final), clean(whole.final), reading !== "text") ??
      passed
    );
  }
  const all = whole.events;
  if (reading === "text") return isPrefix(text ?? "", whole.text ?? "");
  if (reading === "end") {
    const ends = delivered === undefined ? all.map((_, index) => index) : [delivered];
    const parts = ends.map((end) => JSON.stringify(clean(accumulate(all.slice(0, end)))));
    const snapshot = JSON.stringify(clean(interrupted.snapshot));
    return parts.includes(snapshot) ? passed : wrong(`kept ${snapshot}`);
  }
  const [got, expected] = [traceOf(events), traceOf(all)];
  if (delivered !== undefined) {
    return compareEvents(true, scene, events, all.slice(0, delivered)) ?? passed;
  }
  return isPrefix(got.join("\n"), expected.join("\n"));
}

const passed: Verdict = { result: "passed" };

function wrong(detail: string): Verdict {
  return { result: "wrong", detail };
}

function compareEvents(
  isWanted: boolean,
  { overlaps, isCaptured }: Scene,
  got: readonly InteractionStreamEvent[],
  expected: readonly InteractionStreamEvent[],
): Verdict | undefined {
  if (!isWanted) return undefined;
  if (isToldByStored(got)) return compareOutlines(got, expected);
  const order = overlaps ? byStep : (events: typeof got) => events;
  const [ours, theirs] = [traceOf(order(got)).join("\n"), traceOf(order(expected)).join("\n")];
  const detail = `expected ${theirs}\n     got ${ours}`;
  // A captured stream shows pieces that its stored interaction joins: there the sum has to do.
  if (ours !== theirs && !isCaptured) {
    if (ours.length === theirs.length) return wrong(detail);
    return { result: ours.length < theirs.length ? "lost" : "doubled", detail };
  }
  for (const edge of [/(created|interaction.start)$/, /complete(d)?$/]) {
    const count = (events: typeof got): number =>
      events.filter(({ event_type: type }) => edge.test(type)).length;
    if (count(got) !== count(expected)) return wrong(`${edge.source}: ${count(got)} times`);
  }
  return compare("accumulated", clean(accumulate(got)), clean(accumulate(expected)), true);
}

/** Whether the rest of the run came from the stored interaction: then its last event has all of it. */
function isToldByStored(events: readonly InteractionStreamEvent[]): boolean {
  const { interaction }: Loose = { ...events.at(-1) };
  return [interaction?.steps, interaction?.outputs].some(
    (list: unknown) => Array.isArray(list) && list.length > 0,
  );
}

/**
 * Of a rest from the stored interaction: each step starts and stops once, its text came once and in
 * order, wherever it was; nothing else of a step came twice, and all of it is in the end.
 */
function compareOutlines(
  got: readonly InteractionStreamEvent[],
  expected: readonly InteractionStreamEvent[],
): Verdict | undefined {
  const [ours, theirs] = [outlineOf(got), outlineOf(expected)];
  const detail = `expected ${theirs.join("\n")}\n     got ${ours.join("\n")}`;
  if (ours.length !== theirs.length) return wrong(detail);
  if (ours.join("\n") !== theirs.join("\n")) {
    return { result: ours.join().length < theirs.join().length ? "lost" : "doubled", detail };
  }
  const whole = traceOf(expected);
  const items = (trace: string[]): string[] =>
    trace.filter((line) => / (cites|is signed) /.test(line));
  const twice = items(traceOf(got)).find(
    (line, at, all) => all.indexOf(line) !== at && whole.indexOf(line) === whole.lastIndexOf(line),
  );
  if (twice !== undefined) return { result: "doubled", detail: twice };
  return compare("accumulated", clean(accumulate(got)), clean(accumulate(expected)), true);
}

/** The edges of the run, of each step, and its text but for arguments, one step after another. */
function outlineOf(events: readonly InteractionStreamEvent[]): string[] {
  const edges: string[] = [];
  const steps = new Map<number, { start: string; text: string; stops: number }>();
  for (const event of events) {
    const { event_type: type, index, step, content, delta }: Loose = { ...event };
    if (index === undefined) {
      if (type !== "interaction.status_update") edges.push(type);
      continue;
    }
    const known = steps.get(index) ?? { start: "", text: "", stops: 0 };
    steps.set(index, known);
    const part: Loose = { ...(step ?? content ?? delta) };
    if (type.endsWith(".start")) {
      // Contents of the earlier dialect may start without their ids.
      const id = step === undefined ? "" : (part["id"] ?? part["call_id"]);
      const begin = `${part["type"]} ${id} `;
      // From the stored interaction a call that was cut starts once more, whole.
      const isAgain = part["type"] === "function_call" && known.start === begin;
      if (!isAgain) known.start += begin;
    }
    if (type.endsWith(".stop")) known.stops += 1;
    const blocks: Loose[] = Array.isArray(part["content"]) ? part["content"] : [];
    const said = [part["text"], part["result"], ...blocks.map((block) => block["text"])];
    known.text += said.filter((one) => typeof one === "string").join("");
  }
  const lines = [...steps.keys()].toSorted((one, other) => one - other);
  return [...edges, ...lines.map((index) => `${index} ${JSON.stringify(steps.get(index))}`)];
}

// oxlint-disable-next-line typescript/no-explicit-any -- an oracle of any event
type Loose = { readonly [name: string]: any };

/** A stored interaction tells the steps one after another, even those that overlapped. */
function byStep(events: readonly InteractionStreamEvent[]): InteractionStreamEvent[] {
  const placed = events.map((event, at) => {
    const isEdge = !("index" in event);
    const step = isEdge ? (at < 2 ? -1 : Infinity) : event.index;
    return { event, step };
  });
  return placed.toSorted((one, other) => one.step - other.step).map(({ event }) => event);
}

/** The members that all ways to an interaction share: not when it was, nor what it cost. */
function clean(interaction: Interaction | undefined): unknown {
  if (interaction === undefined) return undefined;
  const { id, status, steps, outputs, environment_id: environment } = interaction;
  return sortKeys({ id, status, steps, outputs, environment });
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    // Streams show a signature before they know it.
    .filter(([key, member]) => key !== "signature" || member !== "")
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, member]) => [key, sortKeys(member)]));
}

function compare(
  what: string,
  got: unknown,
  expected: unknown,
  isWanted: boolean,
): Verdict | undefined {
  const [ours, theirs] = [JSON.stringify(got), JSON.stringify(expected)];
  if (!isWanted || ours === theirs) return undefined;
  return wrong(`${what}: expected ${theirs}\n     got ${ours}`);
}

function isPrefix(got: string, whole: string): Verdict {
  if (whole.startsWith(got)) return passed;
  return wrong(`is no prefix of what was expected: ${got}`);
}
