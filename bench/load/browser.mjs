// @ts-check
// One browser's worth of an EventSource: it reads a run, reconnects a second after its connection is
// lost, as EventSource does, and checks that every word comes once and in order.

import { request } from "node:http";
import { createParser } from "eventsource-parser";

const reconnectMs = 1_000;

export class Browser {
  events = 0;
  lost = 0;
  doubled = 0;
  bytes = 0;
  reconnects = 0;
  isDone = false;
  /** Resolves when the run is over. @type {Promise<void>} */
  done;
  #url;
  #remembers;
  #lastEventId = "";
  #characters = 0;
  #nextWord = 1;
  /** @type {() => void} */
  #settle = () => undefined;
  /** @type {import("node:http").IncomingMessage | undefined} */
  #response;
  #parser = this.#createParser();

  /**
   * @param {string} url of the run
   * @param {"id" | "characters"} remembers what it says when it reconnects: the newest SSE id, or how
   *   many characters it has
   */
  constructor(url, remembers) {
    this.#url = url;
    this.#remembers = remembers;
    this.done = new Promise((resolve) => (this.#settle = resolve));
    this.#connect();
  }

  get isConnected() {
    return this.#response !== undefined && !this.isDone;
  }

  /** Loses the connection, as on a train. */
  cut() {
    this.#response?.socket.destroy();
  }

  #connect() {
    /** @type {Record<string, string>} */
    const headers = {};
    if (this.#remembers === "id") {
      if (this.#lastEventId !== "") headers["last-event-id"] = this.#lastEventId;
      this.#parser = this.#createParser();
    } else if (this.#characters > 0) headers["x-characters"] = String(this.#characters);
    const sent = request(this.#url, { headers, agent: false }, (response) => {
      if (response.statusCode === 204) return this.#finish();
      this.#response = response;
      response.setEncoding("utf8");
      response.on("data", (/** @type {string} */ text) => {
        this.#characters += text.length;
        this.bytes += Buffer.byteLength(text);
        this.#parser.feed(text);
      });
      response.on("error", () => undefined);
      response.once("close", () => this.#reconnect());
    });
    sent.once("error", () => {
      if (this.#response === undefined) this.#reconnect();
    });
    sent.end();
  }

  #reconnect() {
    this.#response = undefined;
    if (this.isDone) return;
    this.reconnects += 1;
    setTimeout(() => this.#connect(), reconnectMs);
  }

  #createParser() {
    return createParser({
      onEvent: ({ id, data }) => {
        if (id !== undefined) this.#lastEventId = id;
        if (data === "[DONE]") return this.#finish();
        this.events += 1;
        const word = Number(/"text":"word(\d+)/.exec(data)?.[1]);
        if (Number.isNaN(word)) return;
        if (word < this.#nextWord) this.doubled += 1;
        else {
          this.lost += word - this.#nextWord;
          this.#nextWord = word + 1;
        }
      },
    });
  }

  /** @param {number} words that there are */
  countMissing(words) {
    return this.lost + words + 1 - this.#nextWord;
  }

  #finish() {
    this.isDone = true;
    this.#response?.destroy();
    this.#settle();
  }
}
