// @ts-check
// The relay of this library, in a process of its own: node relay.mjs <url of the service>. A browser
// posts to /runs and reads /runs/{id}; its Last-Event-ID is a cursor. Nothing is kept between requests.

import { InteractionsClient } from "gemini-interactions";
import { serveRelay } from "./serve-relay.mjs";

const client = new InteractionsClient({ apiKey: "key", baseUrl: process.argv[2] });

await serveRelay({
  async start() {
    const agent = "deep-research-preview-04-2026";
    const { id } = await client.create({ agent, input: "Count.", background: true });
    return id;
  },
  async follow(id, { "last-event-id": lastEventId }) {
    const stream =
      lastEventId === undefined
        ? await client.get(id, { stream: true })
        : await client.resume(String(lastEventId));
    return stream.toResponse();
  },
});
