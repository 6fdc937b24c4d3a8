// @ts-check
// The same relay made with Vercel's resumable-stream: node relay-redis.mjs <url of the service>, with
// REDIS_URL. It hands the service's bytes on as they come; who reconnects says how many characters it has.

import { createResumableStreamContext } from "resumable-stream";
import { runsOf, serveRelay } from "./serve-relay.mjs";

const context = createResumableStreamContext({ waitUntil: null });
const runs = `${process.argv[2]}/v1beta/interactions`;

await serveRelay(
  runsOf({
    async start() {
      const agent = "deep-research-preview-04-2026";
      const body = JSON.stringify({ agent, input: "Count.", background: true });
      const headers = { "content-type": "application/json" };
      const { id } = await (await fetch(runs, { method: "POST", headers, body })).json();
      return id;
    },
    async follow(id, headers) {
      const characters = headers.get("x-characters");
      const stream = await context.resumableStream(
        id,
        () => {
          const { readable, writable } = new TextDecoderStream();
          void fetch(`${runs}/${id}?stream=true`).then(({ body }) => body?.pipeTo(writable));
          return readable;
        },
        characters === null ? undefined : Number(characters),
      );
      if (stream === null) return new Response(null, { status: 204 });
      const sent = { "content-type": "text/event-stream", "cache-control": "no-cache" };
      return new Response(stream.pipeThrough(new TextEncoderStream()), { headers: sent });
    },
  }),
);
