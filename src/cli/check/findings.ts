// Finds where the traffic of a check differs from the spec, the recordings or the strict testing service.
// Findings are facts only: names of members, types, codes and numbers.

import { createInteractionsService } from "../../testing/index.ts";
import { isObject, parseJson } from "../../util/json.ts";
import { compare } from "./compare.ts";
import { interactionIdIn, readStream } from "./events.ts";
import type { SeenEvent } from "./events.ts";
import type { Exchange } from "./observer.ts";
import { unknownId } from "./steps.ts";

/** What was seen of the service, apart from the steps. */
export interface Findings {
  /** Unexpected: worth an issue. */
  readonly deviations: readonly string[];
  /** Worth noting, but neither right nor wrong. */
  readonly facts: readonly string[];
}

/** Compares the traffic with what is known of the service. */
export async function findingsOf(exchanges: readonly Exchange[]): Promise<Findings> {
  const deviations = [
    ...exchanges.flatMap(findInBody),
    ...exchanges.flatMap((exchange) => findInAnswer(exchange)),
    ...(await Promise.all(exchanges.map(findInRefusal))).flat(),
    ...findRepeats(exchanges),
  ];
  const ids = idsOf(exchanges);
  return {
    deviations: counted([...deviations, ...ids.deviations]),
    facts: [...ids.facts, ...findTransient(exchanges)],
  };
}

/** Each line once, with how often it was found. */
function counted(lines: readonly string[]): string[] {
  return [...new Set(lines)].map((line) => {
    const count = lines.filter((each) => each === line).length;
    return count === 1 ? line : `${line} (${count} times)`;
  });
}

function findInBody({ text, isStream, status, method }: Exchange): string[] {
  if (isStream) {
    return readStream(text).events.flatMap(({ value }) => compare(value, "InteractionStreamEvent"));
  }
  if (status === 0 || text.trim() === "") return [];
  const value = parseJson(text);
  if (status >= 400) {
    return value === undefined
      ? [`an error ${status} is not JSON`]
      : compare(value, "ErrorResponse");
  }
  return method === "DELETE" ? [] : compare(value, "Interaction");
}

const lifecycle = new Set([
  "interaction.created",
  "interaction.status_update",
  "interaction.completed",
]);

const typeOf = ({ value }: SeenEvent): string => String(value["event_type"]);

/** What the spec cannot say: ids that must be there, the end of a stream. */
function findInAnswer({ text, isStream, isWhole, status, method, body, url }: Exchange): string[] {
  if (status >= 400 || status === 0 || method === "DELETE") return [];
  const isStored = body?.["store"] !== false;
  if (!isStream) {
    const asked = body?.["stream"] === true || url.searchParams.get("stream") === "true";
    return [
      ...(asked ? ["a request for a stream was answered with JSON"] : []),
      ...(isStored && interactionIdIn(parseJson(text)) === undefined
        ? ["a stored interaction has no id"]
        : []),
    ];
  }
  const { events, isDone, strays } = readStream(text);
  const [first] = events;
  const last = events.find((event) => typeOf(event) === "interaction.completed");
  const usage = isObject(last?.value["interaction"])
    ? last.value["interaction"]["usage"]
    : undefined;
  const isForeground = method === "POST" && body?.["background"] !== true;
  return [
    ...(isStored
      ? events
          .filter((event) => lifecycle.has(typeOf(event)))
          .filter(({ value }) => interactionIdIn(value) === undefined)
          .map((event) => `${typeOf(event)} does not name its interaction`)
      : []),
    ...(method === "POST" && first !== undefined && typeOf(first) !== "interaction.created"
      ? ["the first event of a run is not interaction.created"]
      : []),
    ...(isWhole && !isDone ? ["a stream ended without [DONE]"] : []),
    ...(isWhole && last === undefined ? ["a stream ended without interaction.completed"] : []),
    ...(isWhole && isForeground && last !== undefined && usage === undefined
      ? ["interaction.completed of a foreground stream has no usage"]
      : []),
    ...(strays > 0 ? ["a stream has lines that are not an event"] : []),
  ];
}

/** Creates that only one of the two refuses: the service, or the strict testing service. */
async function findInRefusal({ method, url, body, status, text }: Exchange): Promise<string[]> {
  const code = codeIn(text);
  if (method === "DELETE" || url.pathname.endsWith("/cancel")) {
    const name = method === "DELETE" ? "delete" : "cancel";
    return status >= 400 && !isTransient(status)
      ? [`${name} is answered with ${status}${code}`]
      : [];
  }
  if (method === "GET" && url.pathname.endsWith(`/${unknownId}`)) {
    return status === 404 ? [] : [`an unknown id is answered with ${status}${code}, not 404`];
  }
  // The service in memory does not know earlier interactions.
  if (method !== "POST" || body === undefined || "previous_interaction_id" in body) return [];
  if (status === 0 || isTransient(status) || status === 401 || status === 403) return [];
  const expected = await refusalOf(body);
  if (expected === undefined) {
    return status < 400
      ? []
      : [`a create is refused with ${status}${code} that the strict testing service accepts`];
  }
  if (status < 400)
    return [`a create is accepted that the strict testing service refuses: ${expected}`];
  return status === 400 ? [] : [`a create is refused with ${status}${code}, not 400`];
}

/** Why the testing service refuses a create, if it does. */
async function refusalOf(body: Readonly<Record<string, unknown>>): Promise<string | undefined> {
  const { fetch } = createInteractionsService({ mode: "faithful" });
  const response = await fetch("https://check.invalid/v1beta/interactions", {
    method: "POST",
    body: JSON.stringify({ ...body, stream: false }),
  });
  if (response.ok) return undefined;
  const answer: unknown = await response.json();
  const error = isObject(answer) && isObject(answer["error"]) ? answer["error"] : {};
  return typeof error["message"] === "string" ? error["message"] : String(response.status);
}

function codeIn(text: string): string {
  const value = parseJson(text);
  const error = isObject(value) && isObject(value["error"]) ? value["error"] : {};
  const code = error["status"] ?? error["code"];
  return typeof code === "string" && /^[a-zA-Z_]{1,48}$/.test(code) ? ` ${code}` : "";
}

const isTransient = (status: number): boolean => [408, 429, 500, 502, 503, 504].includes(status);

function findTransient(exchanges: readonly Exchange[]): string[] {
  return counted(
    exchanges
      .filter(({ status }) => isTransient(status))
      .map(({ status, text }) => `an answer ${status}${codeIn(text)} was followed by a retry`),
  );
}

/** A reattached stream that begins again although it was asked to continue after an event. */
function findRepeats(exchanges: readonly Exchange[]): string[] {
  return exchanges.flatMap(({ isStream, url, text }) => {
    const after = url.searchParams.get("last_event_id");
    if (!isStream || after === null) return [];
    const before = exchanges.find(
      (each) => each.isStream && each.method === "POST" && each.text.includes(after),
    );
    const known = new Set(readStream(before?.text ?? "").events.flatMap(({ id }) => id ?? []));
    const again = readStream(text).events.filter(({ id }) => id !== undefined && known.has(id));
    const isOlder = again.some(({ id }) => id === after || isBefore(known, id ?? "", after));
    return isOlder ? ["events up to last_event_id are sent again"] : [];
  });
}

function isBefore(known: ReadonlySet<string>, id: string, after: string): boolean {
  const order = [...known];
  return order.indexOf(id) < order.indexOf(after);
}

/**
 * Which events have ids. In recordings none of a foreground stream and some of a background stream, by the
 * guide all of both. The library handles every mixture, but a third one is a finding.
 */
function idsOf(exchanges: readonly Exchange[]): Findings {
  const streams = exchanges.filter(({ isStream }) => isStream);
  const [foreground, background] = [false, true].map((wanted) => {
    const events = streams
      // Only the background run is reattached.
      .filter(({ body, method }) => (method === "GET" || body?.["background"] === true) === wanted)
      .flatMap(({ text }) => readStream(text).events);
    return { all: events.length, some: events.filter(({ id }) => id !== undefined).length };
  });
  if (!foreground?.all || !background?.all) return { deviations: [], facts: [] };
  const words = `event ids: on ${foreground.some} of ${foreground.all} events of foreground streams, on ${background.some} of ${background.all} of background streams`;
  const isRecorded =
    foreground.some === 0 && background.some > 0 && background.some < background.all;
  const isGuide = foreground.some === foreground.all && background.some === background.all;
  return {
    facts: [words],
    deviations:
      isRecorded || isGuide
        ? []
        : [`${words}: known: none and some (recorded), or all of both (guide)`],
  };
}
