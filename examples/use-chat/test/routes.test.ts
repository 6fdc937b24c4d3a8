// Drives the two routes by the AI SDK's own chat, as `useChat` does: a message, a reload in mid-answer, lost
// connections on both sides, another browser. The service is the one in memory, on a port.

import { Chat } from "@ai-sdk/react";
import type { UIMessage } from "ai";
import { createInteractionsService } from "gemini-interactions/testing";
import { startServer } from "gemini-interactions/testing/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET } from "../app/api/chat/[id]/stream/route.ts";
import { POST } from "../app/api/chat/route.ts";
import { RunTransport } from "../lib/transport.ts";

const text = Array.from({ length: 60 }, (_, word) => `word${word} 😀`).join(" ");
const service = createInteractionsService({
  mode: "faithful",
  eventIntervalMs: 5,
  respond: () => text,
});
const server = await startServer(service);

beforeAll(() => {
  Object.assign(process.env, {
    GEMINI_API_KEY: "key",
    GOOGLE_GEMINI_BASE_URL: server.url,
    SESSION_SECRET: "secret",
  });
});
afterAll(() => server.close());

/** A browser: its cookies, and a `fetch` to the routes. */
function createBrowser() {
  let cookie = "";
  const fetch = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(path, "http://chat.example");
    const request = new Request(url, init);
    if (cookie !== "") request.headers.set("cookie", cookie);
    const [, chatId = ""] = /^\/api\/chat\/(.+)\/stream$/.exec(url.pathname) ?? [];
    const response = await (request.method === "POST"
      ? POST(request)
      : GET(request, { params: Promise.resolve({ id: chatId }) }));
    cookie = response.headers.get("set-cookie")?.split(";")[0] ?? cookie;
    return response;
  };
  return {
    fetch,
    cookie: () => cookie,
    openChat: (id: string, messages: UIMessage[] = [], send: typeof fetch = fetch) =>
      new Chat({ id, messages, transport: new RunTransport(send) }),
  };
}

function textOf(message: UIMessage | undefined): string {
  const parts = message?.parts ?? [];
  return parts.map((part) => (part.type === "text" ? part.text : "")).join("");
}

function countRuns(): number {
  return service.requests.filter(({ method }) => method === "POST").length;
}

async function waitForText(chat: Chat<UIMessage>, length: number): Promise<void> {
  await expect
    .poll(() => textOf(chat.lastMessage).length, { timeout: 5_000 })
    .toBeGreaterThan(length);
}

test("a message is answered, and the next one goes on from its run", async () => {
  const { openChat } = createBrowser();
  const chat = openChat("chat-1");
  await chat.sendMessage({ text: "Hello" });
  expect(chat.messages.map(textOf)).toEqual(["Hello", text]);
  await chat.sendMessage({ text: "And now?" });
  expect(chat.messages).toHaveLength(4);
  const [first, second] = service.requests.filter(({ method }) => method === "POST").slice(-2);
  expect(first?.body?.["previous_interaction_id"]).toBeUndefined();
  expect(second?.body?.["previous_interaction_id"]).toBe(chat.messages[1]?.id);
});

test.each([
  ["with what had been shown", (messages: UIMessage[]) => messages],
  ["without it", (messages: UIMessage[]) => messages.slice(0, 1)],
])("a reload in mid-answer brings the whole answer, once: %s", async (_, keep) => {
  const browser = createBrowser();
  const left = browser.openChat("chat-2");
  const sending = left.sendMessage({ text: "Hello" });
  await waitForText(left, 60);
  const saved: UIMessage[] = structuredClone(left.messages);
  await left.stop();
  await sending;
  const before = countRuns();
  const chat = browser.openChat("chat-2", keep(saved));
  await chat.resumeStream();
  expect(chat.messages.map(textOf)).toEqual(["Hello", text]);
  expect(countRuns()).toBe(before);
});

test("a page that drops before the first event costs one run", async () => {
  const browser = createBrowser();
  const before = countRuns();
  const left = browser.openChat("chat-3", [], async (path, init) => {
    if (init?.method === "POST") return browser.fetch(path, init);
    // Gone before the answer to its first GET.
    void left.stop();
    return Response.error();
  });
  await left.sendMessage({ text: "Hello" });
  expect(left.messages.map(textOf)).toEqual(["Hello"]);
  const chat = browser.openChat("chat-3", left.messages);
  await chat.resumeStream();
  expect(chat.messages.map(textOf)).toEqual(["Hello", text]);
  expect(countRuns()).toBe(before + 1);
});

test("the page's connections and the service's may break as often as they like", async () => {
  service.faults.push({ kind: "cut", on: "stream", afterEvents: 9, reset: true, times: 4 });
  const browser = createBrowser();
  let connections = 0;
  const chat = browser.openChat("chat-4", [], async (path, init) => {
    const response = await browser.fetch(path, init);
    if (response.body === null || init?.method === "POST") return response;
    connections += 1;
    if (connections > 2) return response;
    let chunks = 0;
    const cut = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        chunks += 1;
        if (chunks > 20) controller.error(new TypeError("network error"));
        else controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(cut), response);
  });
  const before = countRuns();
  await chat.sendMessage({ text: "Hello" });
  expect(textOf(chat.lastMessage)).toBe(text);
  expect(connections).toBe(3);
  expect(countRuns()).toBe(before + 1);
});

test("a prompt that the service refuses is an error of the chat, without the service's words", async () => {
  service.faults.push({
    kind: "answer",
    on: "create",
    status: 400,
    message: "API key AIza not valid.",
  });
  const chat = createBrowser().openChat("chat-5");
  await chat.sendMessage({ text: "Hello" });
  expect(chat.error?.message).toBe("The model service could not start the answer.");
});

test("a chat is nobody's but its own browser's", async () => {
  const owner = createBrowser();
  await owner.openChat("chat-6").sendMessage({ text: "Hello" });
  const path = "/api/chat/chat-6/stream";
  const response = await owner.fetch(path);
  expect(response.status).toBe(200);
  const [, cursor = ""] = /^id: (.*)$/m.exec(await response.text()) ?? [];
  expect((await createBrowser().fetch(path)).status).toBe(204);
  // The cookie of one chat is none of another.
  expect((await owner.fetch("/api/chat/chat-7/stream")).status).toBe(204);
  const forged = new Request("http://chat.example", {
    headers: { cookie: owner.cookie().replace(/.$/, "_") },
  });
  const params = Promise.resolve({ id: "chat-6" });
  expect((await GET(forged, { params })).status).toBe(204);
  // A cursor leads to nobody else's run.
  const other = createBrowser();
  await other.openChat("chat-6").sendMessage({ text: "Hello" });
  const headers = { "last-event-id": cursor };
  expect((await other.fetch(path, { headers })).status).toBe(403);
  expect((await other.fetch(path, { headers: { "last-event-id": "evt_1" } })).status).toBe(400);
});
