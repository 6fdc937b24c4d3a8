// Pages that follow runs through a recipe, and what they saw. A page's connections go wherever the trial
// sends them: to one server, to the one that is left, to a process of its own, or all over one of HTTP/2.

import { connect } from "node:http2";
import { Readable } from "node:stream";
import { followRun } from "gemini-interactions/browser";

/** @typedef {(path: string, init?: RequestInit) => Promise<Response>} Send */

/** Starts a run, and resolves with its id. @param {Send} send */
export async function start(send) {
  const response = await send("/api/runs", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ input: "Hi" }),
  });
  if (response.status !== 201) {
    throw new Error(`The POST was answered with ${response.status}: ${await response.text()}`);
  }
  /** @type {{ id: string }} */
  const { id } = await response.json();
  return id;
}

/**
 * Follows a run as a page does.
 *
 * @param {string} id
 * @param {Send} send
 */
export function openPage(id, send) {
  /** How far it has come: its text, its states, and how often it has asked. */
  const page = { text: "", states: /** @type {string[]} */ ([]), connections: 0 };
  async function read() {
    const run = followRun(`/api/runs/${id}/events`, {
      onState: (state) => void page.states.push(state),
      fetch(url, init) {
        page.connections += 1;
        return send(url, init);
      },
    });
    for await (const piece of run.text()) page.text += piece;
  }
  return Object.assign(page, { end: read() });
}

/** @param {() => boolean} isTrue @param {string} what */
export async function until(isTrue, what) {
  const deadline = Date.now() + 30_000;
  while (!isTrue()) {
    if (Date.now() > deadline) throw new Error(`Not within 30 s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/**
 * `fetch` over one connection of HTTP/2.
 *
 * @param {string} url
 */
export function openSession(url) {
  const session = connect(url, { rejectUnauthorized: false });
  // A server that stops ends it; the next page opens another one.
  session.on("error", () => undefined);
  /** @type {Send} */
  const send = async (path, { method = "GET", headers = {}, body, signal } = {}) => {
    const stream = session.request({
      ...Object.fromEntries(new Headers(headers)),
      ":method": method,
      ":path": path,
    });
    signal?.addEventListener("abort", () => stream.close());
    stream.end(body);
    const head = await new Promise((resolve, reject) => {
      stream.once("response", resolve).once("error", reject);
      stream.once("close", () => reject(new TypeError("no answer")));
    });
    // Taken as bytes: Node's type of a web stream is not the DOM's.
    const bytes = /** @type {any} */ (Readable.toWeb(stream));
    const status = head[":status"] ?? 0;
    return new Response(status === 204 ? null : bytes, {
      status,
      headers: { "content-type": String(head["content-type"]) },
    });
  };
  return { send, session };
}
