// @ts-check
// The relay of this library, in a process of its own: node relay.mjs <url of the service>. A browser
// posts to /runs and reads /runs/{id}; its Last-Event-ID is a cursor. Nothing is kept between requests.

import { InteractionsClient } from "gemini-interactions";
import { runsOf, serveRelay } from "./serve-relay.mjs";

const client = new InteractionsClient({ apiKey: "key", baseUrl: process.argv[2] });

await serveRelay(
  runsOf({
    async start() {
      const agent = "deep-research-preview-04-2026";
      const { id } = await client.create({ agent, input: "Count.", background: true });
      return id;
    },
    async follow(id, headers) {
      const lastEventId = headers.get("last-event-id");
      const stream =
        lastEventId === null
          ? await client.get(id, { stream: true })
          : await client.resume(lastEventId);
      return stream.toResponse();
    },
  }),
);
