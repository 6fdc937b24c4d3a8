// Clients that are broken on purpose: what one writes in an afternoon. `naive` takes each frame as it
// comes and believes that a stream ends when its body does; `stubborn` also repeats whatever fails, and
// after a break reads the run again and adds that to what it has.

import type { Call, ConformanceCase } from "../../src/conformance/case.ts";
import type { Output } from "../../src/conformance/judge.ts";
import type { Player } from "../../src/conformance/player.ts";
import { isObject, listOf, membersOf, parseJson } from "../../src/util/json.ts";

/** What a broken client believes. */
interface Beliefs {
  /** Whatever fails may be tried again, so many times. */
  readonly repeats: number;
  /** After a break the run's events can simply be read again, after the last id if there was one. */
  readonly reattaches: boolean;
}

const address = "https://example.com/v1beta/interactions";

/** Broken clients by the name that cases give them. */
export const brokenClients: Readonly<Record<string, Beliefs>> = {
  naive: { repeats: 0, reattaches: false },
  stubborn: { repeats: 4, reattaches: true },
};

/** A function that makes calls with a broken client. */
export function createBroken(beliefs: Beliefs, { fetch }: Player): (call: Call) => Promise<Output> {
  return async (call) => {
    const reading = new Reading(beliefs, fetch);
    try {
      await reading.run(call);
    } catch (error) {
      reading.output.error = String(error);
    }
    return reading.output;
  };
}

class Reading {
  readonly output: { -readonly [Name in keyof Output]: Output[Name] } = {
    text: "",
    status: null,
    error: null,
  };
  readonly #beliefs: Beliefs;
  readonly #fetch: Player["fetch"];
  #id = "";
  #lastEventId = "";

  constructor(beliefs: Beliefs, fetch: Player["fetch"]) {
    this.#beliefs = beliefs;
    this.#fetch = fetch;
  }

  async run({ method, body, id, query }: Call): Promise<void> {
    if (method === "create") {
      const init = { method: "POST", body: JSON.stringify(body) };
      await this.#read(await this.#send(address, init));
    } else {
      const search = new URLSearchParams(
        Object.entries({ ...query }).map(([name, value]) => [name, JSON.stringify(value)]),
      );
      await this.#read(await this.#send(`${address}/${id}?${search.toString()}`));
    }
  }

  async #send(url: string, init: RequestInit = {}): Promise<Response> {
    for (let left = this.#beliefs.repeats; ; left -= 1) {
      const response = await this.#fetch(url, init).catch((error: unknown) => {
        if (left === 0) throw error;
      });
      if (response?.ok === true) return response;
      if (response !== undefined && left === 0) throw new Error(`status ${response.status}`);
    }
  }

  async #read(response: Response): Promise<void> {
    if (response.headers.get("content-type") !== "text/event-stream") {
      return this.#finish(await response.json());
    }
    try {
      await this.#readFrames(response);
    } catch (error) {
      if (!this.#beliefs.reattaches) throw error;
      const last = this.#lastEventId === "" ? "" : `&last_event_id=${this.#lastEventId}`;
      await this.#read(await this.#send(`${address}/${this.#id}?stream=true${last}`));
    }
  }

  async #readFrames({ body }: Response): Promise<void> {
    let rest = "";
    for await (const chunk of body ?? []) {
      // Each chunk on its own: a character that is cut comes out as two others.
      rest += new TextDecoder().decode(chunk);
      const frames = rest.split("\n\n");
      rest = frames.pop() ?? "";
      for (const frame of frames) if (this.#take(frame)) return;
    }
  }

  /** Takes one frame, and returns whether it was the last. */
  #take(frame: string): boolean {
    const data = frame
      .split("\n")
      .find((line) => line.startsWith("data: "))
      ?.slice("data: ".length);
    if (data === "[DONE]") return true;
    const event = membersOf(parseJson(data ?? ""));
    const { delta, interaction, event_id: id } = event;
    if (typeof id === "string") this.#lastEventId = id;
    if (isObject(interaction)) this.#id = wordsOf(interaction["id"]);
    const { type, text } = membersOf(delta);
    if (type === "text") this.output.text += wordsOf(text);
    if (event["event_type"] === "interaction.completed") this.#finish(interaction, false);
    return false;
  }

  #finish(interaction: unknown, isWhole = true): void {
    const { status, steps } = membersOf(interaction);
    this.output.status = wordsOf(status);
    if (!isWhole) return;
    const blocks = listOf(steps).flatMap((step) => listOf(membersOf(step)["content"]));
    for (const block of blocks) this.output.text += wordsOf(membersOf(block)["text"]);
  }
}

/** A text; empty where there is none. */
function wordsOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The broken client that a case names; `undefined` when it names a real one, or none. */
export function brokenBy({ failedBy }: ConformanceCase): Beliefs | undefined {
  const prefix = "broken: ";
  return failedBy?.startsWith(prefix) ? brokenClients[failedBy.slice(prefix.length)] : undefined;
}
