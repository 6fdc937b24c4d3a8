// @ts-check
// OpenAI's Responses API on a port of this machine, as far as this comparison needs it: create, retrieve,
// and streams that continue after a sequence number. It goes wrong in the same ways as the Interactions
// service does, spelled as OpenAI spells them.

import { once } from "node:events";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";

/**
 * @typedef {object} ResponsesFaults
 * @property {{ afterEvents: number, reset: boolean }} [cut] of the first stream
 * @property {boolean} [loseCreates] a create is done, and its answer is lost
 * @property {number} [outageMs] retrieving gets 503, for so long from the first time on
 * @property {boolean} [quota] a create gets 429 for a quota that is spent
 * @property {boolean} [refuse] the prompt is refused
 */

const item = { item_id: "msg", output_index: 0, content_index: 0 };
const spent = {
  error: {
    message: "You exceeded your current quota, please check your plan and billing details.",
    type: "insufficient_quota",
    param: null,
    code: "insufficient_quota",
  },
};

const refusal = { type: "error", code: "invalid_prompt", message: "The prompt was refused." };

class Responses {
  counts = { posts: 0, runs: 0 };
  /** When each run began. @type {Map<string, number>} */
  #runs = new Map();
  #outageEnds = Infinity;

  /** @param {string[]} words @param {number} intervalMs @param {ResponsesFaults} faults */
  constructor(words, intervalMs, faults) {
    this.words = words;
    this.intervalMs = intervalMs;
    this.faults = { ...faults };
  }

  /** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} response */
  async answer(request, response) {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://server");
    const isCreate = request.method === "POST";
    const body = /** @type {any} */ (isCreate ? await json(request) : {});
    if (isCreate) this.counts.posts += 1;
    const error = isCreate ? this.faults.quota && { status: 429, ...spent } : this.#outage();
    if (error) return sendJson(response, error, error.status);
    const id = isCreate ? this.#start() : (pathname.split("/").at(-1) ?? "");
    if (isCreate && this.faults.loseCreates) response.destroy();
    else if (body.stream ?? searchParams.has("stream")) {
      await this.#stream(response, id, Number(searchParams.get("starting_after") ?? -1));
    } else sendJson(response, this.#responseOf(id));
  }

  #start() {
    this.counts.runs += 1;
    const id = `resp_${this.counts.runs}`;
    this.#runs.set(id, Date.now());
    return id;
  }

  #outage() {
    const { outageMs, cut } = this.faults;
    if (outageMs === undefined || cut !== undefined) return undefined;
    this.#outageEnds = Math.min(this.#outageEnds, Date.now() + outageMs);
    const isOver = Date.now() >= this.#outageEnds;
    return isOver ? undefined : { status: 503, error: { message: "Unavailable." } };
  }

  /** @param {string} id */
  #responseOf(id, isDone = Date.now() > this.#timeOf(id, this.words.length)) {
    const content = [{ type: "output_text", text: this.words.join(""), annotations: [] }];
    const output = isDone ? [{ type: "message", id: "msg", role: "assistant", content }] : [];
    const status = isDone ? "completed" : "in_progress";
    return { id, object: "response", model: "gpt", status, output };
  }

  /** When an event of a run happens. @param {string} id @param {number} number */
  #timeOf(id, number) {
    return (this.#runs.get(id) ?? 0) + number * this.intervalMs;
  }

  /** @param {string} id */
  #eventsOf(id) {
    const created = { type: "response.created", response: this.#responseOf(id, false) };
    const completed = { type: "response.completed", response: this.#responseOf(id, true) };
    const deltas = this.words.map((delta) => ({
      type: "response.output_text.delta",
      ...item,
      delta,
    }));
    return this.faults.refuse ? [created, refusal] : [created, ...deltas, completed];
  }

  /** @param {import("node:http").ServerResponse} response @param {string} id @param {number} after */
  async #stream(response, id, after) {
    const { cut } = this.faults;
    delete this.faults.cut;
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const [number, event] of this.#eventsOf(id).entries()) {
      if (number === cut?.afterEvents) break;
      if (number <= after) continue;
      await delay(Math.max(0, this.#timeOf(id, number) - Date.now()));
      const data = JSON.stringify({ ...event, sequence_number: number });
      response.write(`event: ${event.type}\ndata: ${data}\n\n`);
    }
    if (cut?.reset) response.destroy();
    else response.end();
  }
}

/** @param {import("node:http").ServerResponse} response @param {object} value */
function sendJson(response, value, status = 200) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}

/**
 * @param {string[]} words of each answer
 * @param {number} intervalMs between two of them
 * @param {ResponsesFaults} faults
 */
export async function startResponses(words, intervalMs, faults) {
  const service = new Responses(words, intervalMs, faults);
  const server = createServer((request, response) => void service.answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    counts: () => service.counts,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
