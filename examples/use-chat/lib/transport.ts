// How `useChat` reaches the routes: a new message starts a run by POST, and the run's events are followed by
// GET, over as many connections as it takes. Here, in the browser, they become the chunks that `useChat`
// reads. A page that drops in between has its run's cookie, and starts no second run.

import type { ChatTransport, UIMessage, UIMessageChunk } from "ai";
import { followRun } from "gemini-interactions/browser";
import { toUiChunks } from "./ui-chunks.ts";

type Send = (url: string, init: RequestInit) => Promise<Response>;
type Chunks = ReadableStream<UIMessageChunk>;

export class RunTransport implements ChatTransport<UIMessage> {
  /** After a reload, a run's events come from its beginning. */
  readonly resumeStreamIsReplay = true;
  readonly #fetch: Send;

  constructor(fetch: Send = (url, init) => globalThis.fetch(url, init)) {
    this.#fetch = fetch;
  }

  async sendMessages({
    chatId,
    messages,
    abortSignal: signal,
  }: Parameters<ChatTransport<UIMessage>["sendMessages"]>[0]): Promise<Chunks> {
    // The service has the history: only the new message is sent.
    const body = JSON.stringify({ id: chatId, message: messages.at(-1) });
    const response = await this.#fetch("/api/chat", { method: "POST", body, signal });
    if (!response.ok) throw new Error(await response.text());
    const chunks = await this.#follow(chatId, signal);
    if (chunks === null) throw new Error("The run was started, but is not this browser's.");
    return chunks;
  }

  reconnectToStream({
    chatId,
    abortSignal,
  }: Parameters<ChatTransport<UIMessage>["reconnectToStream"]>[0]): Promise<Chunks | null> {
    return this.#follow(chatId, abortSignal);
  }

  /** The chunks of the chat's newest run; null where there is none. */
  async #follow(chatId: string, signal: AbortSignal | undefined): Promise<Chunks | null> {
    const run = followRun(`/api/chat/${encodeURIComponent(chatId)}/stream`, {
      fetch: this.#fetch,
      signal,
    });
    const chunks = toUiChunks(run);
    const first = await chunks.next();
    if (first.done) return null;
    return new ReadableStream<UIMessageChunk>({
      start: (controller) => controller.enqueue(first.value),
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => run.close(),
    });
  }
}
