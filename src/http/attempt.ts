// One attempt of a call: credentials, request, headers and body within one time limit. Takes the call
// and a fetch of any make, which is called as `fetch(url, init)` with a fresh plain init; returns the
// answer or throws the error of a call without one. A stream's limit ends with its headers.

import { notify } from "../model/hooks.ts";
import type { Hooks } from "../model/hooks.ts";
import type { FetchFunction, FetchInit, FetchResponse } from "../model/options.ts";
import { abortable, abortReason, limitSignal, throwIfAborted } from "../util/abort.ts";
import { readAnswer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import type { Authorizer } from "./auth/authorize.ts";
import type { HeaderRecord } from "./auth/provider.ts";
import type { Call } from "./call.ts";
import type { Cleaner } from "./clean.ts";
import {
  checkResponse,
  refusesSignal,
  timeoutError,
  toConnectionError,
} from "./connection-error.ts";

/** Longest time for one attempt of get, cancel and delete, in milliseconds. */
const defaultTimeoutMs = 30_000;

/** How an attempt is made. */
export interface AttemptOptions {
  readonly fetch: FetchFunction;
  readonly timeoutMs: number | undefined;
  /** Longest silence in a body, in milliseconds. */
  readonly idleTimeoutMs: number;
  readonly hooks: Hooks;
  readonly cleaner: Cleaner;
  readonly authorizer: Authorizer;
  /** Called before each request. */
  readonly onSend: (() => void) | undefined;
}

/**
 * Sends the call once, and once more where the service refused a token that can be renewed.
 *
 * @param count 1 for the first attempt
 */
export async function fetchAttempt(
  call: Call,
  options: AttemptOptions,
  count: number,
): Promise<Answer> {
  const { timeoutMs, authorizer, cleaner, onSend } = options;
  let isSent = false;
  let isAnswered = false;
  let isOpen = false;
  const limitMs = timeoutMs ?? (call.isCreate ? undefined : defaultTimeoutMs);
  // A create that cannot be aborted goes without a signal, which is faster. A GET always has a limit and
  // so a signal: React shares the answers of equal GETs of one render that have none, and a poll would
  // see the first answer for ever.
  const limit =
    limitMs === undefined && call.signal === undefined
      ? undefined
      : limitSignal(call.signal, limitMs, () => timeoutError(call, limitMs ?? Infinity, isSent));
  const signal = limit?.signal;
  const send = async (headers: HeaderRecord): Promise<Answer> => {
    throwIfAborted(signal);
    isSent = true;
    isAnswered = false;
    const answer = await exchange(call, headers, signal, options, count, () => (isAnswered = true));
    isOpen = answer.isOpen;
    return answer;
  };
  const run = async (): Promise<Answer> => {
    const headers = await authorizer.authorize(call);
    onSend?.();
    const answer = await send(headers);
    const renewed =
      answer.status === 401 ? await authorizer.renew(call, headers, signal) : undefined;
    return renewed === undefined ? answer : send(renewed);
  };
  try {
    // Raced: a custom fetch, its body or a token function may know nothing of the signal.
    return await abortable(signal, run);
  } catch (error) {
    if (signal?.aborted) throw abortReason(signal);
    throw isSent ? toConnectionError(call, error, isAnswered, cleaner) : error;
  } finally {
    // The body of a low-level call's stream still has to hear of an abort.
    if (isOpen && call.isDirect) limit?.lift();
    else limit?.release();
  }
}

/** One request and its response; hooks are called for both. */
async function exchange(
  call: Call,
  headers: HeaderRecord,
  signal: AbortSignal | undefined,
  { fetch, hooks, ...reading }: AttemptOptions,
  count: number,
  onAnswered: () => void,
): Promise<Answer> {
  const { method, url } = call;
  const record = { method, url, attempt: count };
  notify(hooks.onRequest, () => ({ ...record, headerNames: Object.keys(headers).toSorted() }));
  const started = Date.now();
  const response = await callFetch(fetch, call, headers, signal);
  checkResponse(call, response);
  onAnswered();
  const answer = await readAnswer(call, response, signal, reading);
  notify(hooks.onResponse, () => ({
    ...record,
    status: answer.status,
    headerNames: namesOf(answer.headers).map((name) => reading.cleaner.redact(name)),
    durationMs: Date.now() - started,
  }));
  return answer;
}

function namesOf(headers: Answer["headers"]): string[] {
  const names: string[] = [];
  headers.forEach((_, name) => names.push(name));
  return names.toSorted();
}

async function callFetch(
  fetch: FetchFunction,
  { method, url, body, members }: Call,
  headers: HeaderRecord,
  signal: AbortSignal | undefined,
): Promise<FetchResponse> {
  const init: FetchInit = {
    ...(method === "GET" && knowsCache() ? { cache: "no-store" } : {}),
    ...members,
    method,
    headers: { ...headers },
    redirect: "manual",
    // A file is a Blob; see `FetchInit.body`.
    ...(body === undefined ? {} : { body: body as string }),
  };
  if (signal === undefined) return fetch(url, init);
  try {
    return await fetch(url, { ...init, signal });
  } catch (error) {
    if (!refusesSignal(error)) throw error;
    // jsdom replaces AbortController, and Node's fetch takes its own signals only. Nothing was sent;
    // without the signal an abort still ends the call and cancels the body.
    return fetch(url, init);
  }
}

/** Frameworks cache GETs, Next.js 13 and 14 do; some edge workers refuse the member. */
function knowsCache(): boolean {
  return typeof Request === "function" && "cache" in Request.prototype;
}
