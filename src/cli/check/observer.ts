// The fetch of a check. It reads every request and response, remembers which interactions exist, and keeps the
// traffic for the comparison and for --record. A run cannot be deleted before its id is known, so the response
// to a create is read until the id has arrived, even after Ctrl-C.

import type { FetchFunction } from "../../index.ts";
import { isObject, parseJson } from "../../util/json.ts";
import { interactionIdIn } from "./events.ts";

/** One request and its response. */
export interface Exchange {
  /** The step of the check that it belongs to. */
  readonly step: string;
  readonly method: string;
  readonly url: URL;
  /** JSON, if any was sent. */
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /** 0 while there is no response. */
  status: number;
  isStream: boolean;
  /** The body as text, as far as it was read. */
  text: string;
  /** Whether the body was read to its end. */
  isWhole: boolean;
}

/** What a check remembers of its traffic. */
export class Observer {
  readonly exchanges: Exchange[] = [];
  /** Interactions that exist at the service. */
  readonly ids: Set<string> = new Set();
  /** Name of the step under way. */
  step = "";
  readonly #fetch: FetchFunction;
  readonly #maxRequests: number;
  readonly #pending: Set<Promise<unknown>> = new Set();

  constructor(fetch: FetchFunction, maxRequests: number) {
    this.#fetch = fetch;
    this.#maxRequests = maxRequests;
  }

  /** Resolves when the id of every create is known, or can no longer arrive. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.allSettled(this.#pending);
  }

  readonly fetch: FetchFunction = async (address, init) => {
    if (this.exchanges.length >= this.#maxRequests && init.method !== "DELETE") {
      throw new Error(
        `The check stops after ${this.#maxRequests} requests: something repeats without end.`,
      );
    }
    const url = new URL(address);
    const sent = parseJson(init.body ?? "");
    const exchange: Exchange = {
      step: this.step,
      method: init.method,
      url,
      body: isObject(sent) ? sent : undefined,
      status: 0,
      isStream: false,
      text: "",
      isWhole: false,
    };
    this.exchanges.push(exchange);
    const isCreate = init.method === "POST" && url.pathname.endsWith("/interactions");
    if (!isCreate) return this.#exchange(exchange, await this.#fetch(address, init), false);
    const { signal, ...others } = init;
    const answered = this.#fetch(address, others).then(async (answer) => {
      const response = await this.#exchange(exchange, answer, true);
      // Nobody waits for it any more; its stream is read until it has named the run.
      if (signal?.aborted) await response.body?.cancel();
      return response;
    });
    return abortable(signal, this.#track(answered));
  };

  #track<Value>(promise: Promise<Value>): Promise<Value> {
    this.#pending.add(promise);
    void promise.catch(() => undefined).finally(() => this.#pending.delete(promise));
    return promise;
  }

  async #exchange(
    exchange: Exchange,
    answer: Awaited<ReturnType<FetchFunction>>,
    isCreate: boolean,
  ): Promise<Response> {
    // The platform's own fetch, or the testing service's: both return a Response.
    const response = answer as Response;
    const { status, headers } = response;
    exchange.status = status;
    exchange.isStream =
      response.ok && headers.get("content-type")?.includes("event-stream") === true;
    if (exchange.isStream && response.body !== null) {
      const body = this.#read(exchange, response.body, isCreate);
      return new Response(body, { status, headers });
    }
    exchange.text = await response.text();
    exchange.isWhole = true;
    if (response.ok && exchange.method === "POST") this.#learn(parseJson(exchange.text));
    if (response.ok && exchange.method === "DELETE") {
      this.ids.delete(decodeURIComponent(exchange.url.pathname.split("/").at(-1) ?? ""));
    }
    const isEmpty = [204, 205, 304].includes(status);
    return new Response(isEmpty ? null : exchange.text, { status, headers });
  }

  #read(
    exchange: Exchange,
    body: ReadableStream<Uint8Array>,
    isCreate: boolean,
  ): ReadableStream<Uint8Array> {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let isKnown = !isCreate;
    const next = async (): Promise<Uint8Array | undefined> => {
      const { value, done } = await reader.read();
      exchange.text += decoder.decode(value, { stream: !done });
      exchange.isWhole = done;
      if (!isKnown) isKnown = this.#learnFrom(exchange.text);
      return done ? undefined : value;
    };
    const untilKnown = async (): Promise<void> => {
      if (!isKnown && (await next()) !== undefined) return untilKnown();
      await reader.cancel();
    };
    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          const chunk = await next();
          if (chunk === undefined) controller.close();
          else controller.enqueue(chunk);
        },
        cancel: () => this.#track(untilKnown()),
      },
      { highWaterMark: 0 },
    );
  }

  #learnFrom(text: string): boolean {
    for (const [, data = ""] of text.matchAll(/^data: ?(.*)\r?\n/gm)) {
      if (this.#learn(parseJson(data))) return true;
    }
    return false;
  }

  #learn(value: unknown): boolean {
    const id = interactionIdIn(value);
    if (id !== undefined) this.ids.add(id);
    return id !== undefined;
  }
}

function abortable<Value>(
  signal: AbortSignal | undefined,
  promise: Promise<Value>,
): Promise<Value> {
  if (signal === undefined) return promise;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener("abort", onAbort, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
