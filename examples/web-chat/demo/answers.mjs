// @ts-check
// What the service in memory says. Words in the prompt choose: "long" a long Markdown text, "search"
// one with a web search and sources, "time" a function that the page runs; anything else a short text.

import { readFileSync } from "node:fs";

/** @typedef {import("gemini-interactions/testing").Answer} Answer */

const longText = readFileSync(new URL("long-answer.md", import.meta.url), "utf8").trim();

/**
 * @param {import("gemini-interactions").components["schemas"]["CreateInteractionRequest"]} request
 * @returns {Answer}
 */
export function answerTo({ input }) {
  const prompt = typeof input === "string" ? input : "";
  const [result] = Array.isArray(input) ? input : [];
  if (result?.type === "function_result")
    return say(`It is ${String(result.result)} where you are.`);
  if (/\btime\b/i.test(prompt)) return callFunction("local_time");
  if (/search|news|sources/i.test(prompt)) return search();
  if (/long|essay|guide|explain/i.test(prompt))
    return { steps: [think(longPlan), write(longText)] };
  return say(
    `You wrote: “${prompt.slice(0, 200)}”\n\nThis is the demo's **service in memory**: it needs no ` +
      "account, and it can be broken. Ask for a *long* answer, open **Wire**, and press the buttons " +
      "while it is being written.",
  );
}

const longPlan =
  "The reader wants the whole picture. I will start with what breaks, go on to what a client can " +
  "know, and end with a recipe that fits on one page.";

/** @param {string} text @returns {Answer} */
function say(text) {
  return { steps: [write(text)] };
}

/** @param {string} name @returns {Answer} */
function callFunction(name) {
  const call = { type: /** @type {const} */ ("function_call"), id: `call_${name}`, name };
  return { steps: [think("The reader's clock knows best."), { ...call, arguments: {} }] };
}

/** @returns {Answer} */
function search() {
  const sources = [
    {
      title: "Server-sent events, HTML Standard",
      url: "https://html.spec.whatwg.org/multipage/server-sent-events.html",
    },
    {
      title: "Using server-sent events, MDN",
      url: "https://developer.mozilla.org/en-US/docs/Web/API/Server-sent_events",
    },
  ];
  const text =
    "An `EventSource` reconnects by itself and sends the id of the last event it has seen as " +
    "`Last-Event-ID`. A server that makes **every id a full position** can go on from it without " +
    "having kept anything.\n\n1. The id is written with each event.\n2. The browser keeps the newest " +
    "one.\n3. Any server process reads it and asks the service for the rest.";
  return {
    steps: [
      think("Two searches should do: the standard, and how browsers do it."),
      {
        type: "google_search_call",
        id: "search_1",
        arguments: { queries: ["EventSource Last-Event-ID", "SSE reconnect position"] },
      },
      { type: "google_search_result", call_id: "search_1", result: [] },
      {
        type: "model_output",
        content: [
          {
            type: "text",
            text,
            annotations: sources.map((source) => ({ type: "url_citation", ...source })),
          },
        ],
      },
    ],
  };
}

/** @param {string} text */
function think(text) {
  const summary = [{ type: /** @type {const} */ ("text"), text }];
  return { type: /** @type {const} */ ("thought"), summary, signature: "c2lnbmF0dXJl" };
}

/** @param {string} text */
function write(text) {
  const content = [{ type: /** @type {const} */ ("text"), text }];
  return { type: /** @type {const} */ ("model_output"), content };
}
