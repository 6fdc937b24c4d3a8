// @ts-check
import { createParser } from "eventsource-parser";
import { count, requester } from "../lib/raw.mjs";

export const dialect = "interactions";

/** @param {{ fetch?: typeof fetch, baseUrl?: string }} options */
export function connect(options) {
  const send = requester(options);
  return { openStream: () => send(), read };
}

/**
 * @param {Response} response
 * @param {import("../lib/tally.mjs").Tally} tally
 */
export async function read(response, tally) {
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const parser = createParser({
    onEvent({ data }) {
      if (data !== "[DONE]") count(JSON.parse(data), tally);
    },
  });
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    parser.feed(decoder.decode(value, { stream: true }));
  }
}
