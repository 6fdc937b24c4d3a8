// Hooks that write a readable log: one line per event, with the number of its run. In come records, out go
// lines. No line contains a header, a query, or the content of a request or a response; text from outside,
// such as ids and reasons, is reduced to printable text of limited length.

import { oneLine, truncate } from "../util/printable.ts";
import { memberOf } from "../util/thrown.ts";
import type { Hooks, RunEndRecord, RunRecord } from "../model/hooks.ts";

/** Longest line, in characters. */
const maxLineLength = 400;

/**
 * Returns hooks for a readable log: `new InteractionsClient({ hooks: consoleHooks() })`. They write one line
 * for each run, request, retry, reconnect, first text and end, without header values or content.
 *
 * @param write writes one line; `console.info` by default
 */
export function consoleHooks(
  // oxlint-disable-next-line no-console -- to write there is what it is for
  write: (line: string) => void = (line) => console.info(line),
): Hooks {
  let runs = 0;
  return {
    ...callHooks((line) => write(tidy(`[interactions] ${line}`))),
    onRunStart(run) {
      const label = `[interactions run ${(runs += 1)}]`;
      const log = (line: string): void => write(tidy(`${label} ${line}`));
      const startedAt = Date.now();
      log(describeStart(run));
      return {
        ...callHooks(log),
        onFirstToken: () => log(`first text after ${seconds(Date.now() - startedAt)}`),
        onRunEnd: (end) => log(`${describeEnd(end)}, after ${seconds(Date.now() - startedAt)}`),
      };
    },
  };
}

/** The hooks of single calls. */
function callHooks(log: (line: string) => void): Hooks {
  return {
    onRequest: ({ method, url, attempt }) => log(`${method} ${url}${ordinal(attempt)}`),
    onResponse: ({ status, durationMs }) => log(`status ${status} after ${seconds(durationMs)}`),
    onRequestError: ({ error }) => log(`no answer: ${describeError(error)}`),
    onRetry: ({ attempt, delayMs, reason }) =>
      log(`attempt ${attempt + 1} follows in ${seconds(delayMs)}: ${reason}`),
    onReconnect({ attempt, reason, lastEventId }) {
      const after = lastEventId === undefined ? "" : ` after event ${lastEventId}`;
      log(`reconnect ${attempt}${after}: ${reason}`);
    },
  };
}

function describeStart({ operation, stream, model, agent, interactionId }: RunRecord): string {
  const what = model ?? agent ?? interactionId ?? "";
  return `${operation} ${what}${stream ? ", streamed" : ""}`;
}

function describeEnd({ outcome, error, interactionId, status, usage }: RunEndRecord): string {
  const { total_input_tokens: input, total_output_tokens: output } = usage ?? {};
  const parts = [
    outcome === "ended" ? status : error === undefined ? "" : describeError(error),
    interactionId,
    input === undefined ? "" : `${input} tokens in`,
    output === undefined ? "" : `${output} tokens out`,
  ];
  const told = parts.filter((part) => part !== undefined && part !== "");
  return [outcome, told.join(", ")].filter((part) => part !== "").join(": ");
}

function describeError(error: unknown): string {
  const [name, message] = [memberOf(error, "name"), memberOf(error, "message")];
  if (typeof message !== "string") return `a ${typeof error}`;
  return typeof name === "string" ? `${name}: ${message}` : message;
}

function ordinal(attempt: number): string {
  return attempt === 1 ? "" : `, attempt ${attempt}`;
}

function seconds(ms: number): string {
  return ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}

/** One line, with URLs that have lost their queries, which may hold what the caller put there. */
function tidy(line: string): string {
  // Cut first: the pattern takes the square of the length at worst.
  const short = line
    .slice(0, 4 * maxLineLength)
    .replace(/(https?:[^\s?#]*)[?#]\S*?(?=[.,:]?(\s|$))/g, "$1");
  return truncate(oneLine(short), maxLineLength);
}
