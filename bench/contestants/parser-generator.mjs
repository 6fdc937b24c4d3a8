// @ts-check
// What a good engineer writes by hand: an async generator of parsed events.
import { createParser } from "eventsource-parser";
import { count, requester } from "../lib/raw.mjs";

export const dialect = "interactions";

async function* readEvents(body) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let events = [];
  const parser = createParser({
    onEvent({ data }) {
      if (data !== "[DONE]") events.push(JSON.parse(data));
    },
  });
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    parser.feed(decoder.decode(value, { stream: true }));
    for (const event of events) yield event;
    events = [];
  }
}

/** @param {{ fetch?: typeof fetch, baseUrl?: string }} options */
export function connect(options) {
  const send = requester(options);
  return {
    openStream: () => send(),
    async read(response, tally) {
      for await (const event of readEvents(response.body)) count(event, tally);
    },
  };
}
