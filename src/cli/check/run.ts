// Runs the steps of a check against one service, and deletes what they created, whatever happened. In come the
// client options and a signal; out go the result of each step, what this version does not know, and what could
// not be deleted.

import { ApiError, InteractionsClient } from "../../index.ts";
import type { FetchFunction, InteractionsClientOptions } from "../../index.ts";
import { wordsOf } from "../../util/thrown.ts";
import { findingsOf } from "./findings.ts";
import type { Findings } from "./findings.ts";
import { Observer } from "./observer.ts";
import type { Exchange } from "./observer.ts";
import { publicWords, StepError, steps } from "./steps.ts";

/** How a check is run. */
export interface CheckOptions {
  /** Credentials and address; `fetch` is put in between. */
  readonly client: InteractionsClientOptions;
  readonly model: string;
  readonly signal: AbortSignal;
  /** @defaultValue 1_000 */
  readonly pollIntervalMs?: number | undefined;
  /** Called after each step. */
  readonly onStep?: ((result: StepResult) => void) | undefined;
}

/** The result of one step. */
export interface StepResult {
  readonly name: string;
  readonly isOk: boolean;
  readonly ms: number;
  /** Why it failed, in words that can be published. */
  readonly reason?: string;
  /** The whole message: it may quote the service. */
  readonly message?: string;
}

/** The result of a check. */
export interface CheckResult extends Findings {
  readonly steps: readonly StepResult[];
  readonly exchanges: readonly Exchange[];
  /** Ids of interactions that are still stored. */
  readonly left: readonly string[];
  readonly isAborted: boolean;
}

/** No check needs more: beyond this, something repeats without end. */
export const maxRequests = 150;

/** Most output tokens of one run. */
export const maxOutputTokens = 256;

/** Runs all steps, one after another; a failed step does not stop the others. */
export async function runCheck(options: CheckOptions): Promise<CheckResult> {
  const { signal, pollIntervalMs = 1_000 } = options;
  const fetch = options.client.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const observer = new Observer(fetch, maxRequests);
  const create = (): InteractionsClient =>
    new InteractionsClient({ ...options.client, fetch: observer.fetch });
  const facts: string[] = [];
  const deviations: string[] = [];
  const client = create();
  const context = {
    client,
    second: create(),
    base: { model: options.model, generation_config: configOf(options) },
    signal,
    pollIntervalMs,
    sleep: (ms: number) => sleep(Math.min(ms, pollIntervalMs), signal),
    fact: (text: string) => void facts.push(text),
    deviation: (text: string) => void deviations.push(text),
    created: "",
  };
  const results: StepResult[] = [];
  let left: string[] = [];
  try {
    for (const { name, run } of steps) {
      if (signal.aborted) break;
      observer.step = name;
      const startedMs = performance.now();
      const failed = await run(context).then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
      if (signal.aborted) break;
      const ms = Math.round(performance.now() - startedMs);
      const result = {
        name,
        isOk: failed === undefined,
        ms,
        ...(failed && reasonsOf(failed.error)),
      };
      results.push(result);
      options.onStep?.(result);
    }
  } finally {
    left = await cleanUp(observer, options.client, fetch);
  }
  const found = await findingsOf(observer.exchanges.filter(({ step }) => step !== cleaning));
  return {
    steps: results,
    deviations: [...deviations, ...found.deviations],
    facts: [...facts, ...found.facts],
    exchanges: observer.exchanges,
    left,
    isAborted: signal.aborted,
  };
}

/** The lowest level that the model knows; Vertex AI and Neon refuse `minimal`. */
function configOf({ client, model }: CheckOptions) {
  const isLow = client.vertex !== undefined || model.includes("neon");
  return {
    max_output_tokens: maxOutputTokens,
    thinking_level: isLow ? ("low" as const) : ("minimal" as const),
  };
}

const cleaning = "clean up";

/** Deletes what was created; resolves with the ids that are left. */
async function cleanUp(
  observer: Observer,
  options: InteractionsClientOptions,
  fetch: FetchFunction,
): Promise<string[]> {
  observer.step = cleaning;
  // What was sent and not answered yet may have started something.
  await Promise.race([observer.settled(), sleep(settleMs)]);
  const client = new InteractionsClient({ ...options, fetch, retry: { maxRetries: 2 } });
  const left: string[] = [];
  for (const id of observer.ids) {
    // A run that was deleted continues, and is billed.
    await client.cancel(id, { retry: false }).catch(() => undefined);
    try {
      await client.delete(id);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 404) left.push(id);
    }
  }
  return left;
}

/** How long to wait for responses after Ctrl-C, to know what to delete, in milliseconds. */
const settleMs = 20_000;

function reasonsOf(error: unknown): Pick<StepResult, "reason" | "message"> {
  const message = wordsOf(error);
  if (error instanceof StepError) return { reason: message, message };
  const name = error instanceof Error ? error.name : "an error";
  return { reason: error instanceof ApiError ? `${name}: ${publicWords(error)}` : name, message };
}

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal?.addEventListener("abort", end, { once: true });
  });
}
