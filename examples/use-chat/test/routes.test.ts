// Drives the two routes by the AI SDK's own chat and transport, as `useChat` does: a message, a reload in
// mid-answer, a lost connection, another browser. The service is the one in memory, on a port.

import { Chat } from "@ai-sdk/react";
import { DefaultChatTransport } from "ai";
import type { UIMessage } from "ai";
import { createInteractionsService } from "gemini-interactions/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer } from "gemini-interactions/testing/node";
import { GET } from "../app/api/chat/[id]/stream/route.ts";
import { POST } from "../app/api/chat/route.ts";

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
  const fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(String(input), "http://chat.example");
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
    openChat: (id: string, messages: UIMessage[] = []) =>
      new Chat({
        id,
        messages,
        transport: new DefaultChatTransport({
          fetch,
          prepareSendMessagesRequest: ({ id: chatId, messages: all }) => ({
            body: { id: chatId, message: all.at(-1) },
          }),
        }),
      }),
  };
}

function textOf(message: UIMessage | undefined): string {
  const parts = message?.parts ?? [];
  return parts.map((part) => (part.type === "text" ? part.text : "")).join("");
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
  const before = service.requests.filter(({ method }) => method === "POST").length;
  const chat = browser.openChat("chat-2", keep(saved));
  await chat.resumeStream();
  expect(chat.messages.map(textOf)).toEqual(["Hello", text]);
  expect(service.requests.filter(({ method }) => method === "POST")).toHaveLength(before);
});

test("the service's connection may break as often as it likes", async () => {
  service.faults.push({ kind: "cut", on: "stream", afterEvents: 9, reset: true, times: 4 });
  const chat = createBrowser().openChat("chat-3");
  await chat.sendMessage({ text: "Hello" });
  expect(textOf(chat.lastMessage)).toBe(text);
});

test("a chat is nobody's but its own browser's", async () => {
  const owner = createBrowser();
  await owner.openChat("chat-4").sendMessage({ text: "Hello" });
  const path = "/api/chat/chat-4/stream";
  expect((await owner.fetch(path)).status).toBe(200);
  expect((await createBrowser().fetch(path)).status).toBe(204);
  // The cookie of one chat is none of another.
  expect((await owner.fetch("/api/chat/chat-5/stream")).status).toBe(204);
  const forged = new Request("http://chat.example", {
    headers: { cookie: owner.cookie().replace(/.$/, "_") },
  });
  const params = Promise.resolve({ id: "chat-4" });
  expect((await GET(forged, { params })).status).toBe(204);
});
