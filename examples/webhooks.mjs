// @ts-check
// Learns from a webhook, instead of by polling, that a run has ended. It registers its address, which the
// service must be able to reach, and removes it at the end.
//
//   GEMINI_API_KEY=… PUBLIC_URL=https://example.com/hook PORT=8787 node examples/webhooks.mjs
//
// Without an account, in another terminal: npx gemini-interactions serve
// and then with GEMINI_API_KEY=any GOOGLE_GEMINI_BASE_URL=http://127.0.0.1:8798, and no PUBLIC_URL

import { once } from "node:events";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { InteractionsClient, outputText } from "gemini-interactions";
import { verifyWebhook, WebhookVerificationError } from "gemini-interactions/webhooks";

const client = new InteractionsClient();
const { PORT: port = "8787", PUBLIC_URL: uri = `http://127.0.0.1:${port}/hook` } = process.env;

const server = createServer((request, response) => {
  receive(request).then(
    (status) => response.writeHead(status).end(),
    (error) => {
      console.error(error);
      response.writeHead(500).end();
    },
  );
});
await once(server.listen(Number(port)), "listening");

const webhook = await client.webhooks.create({
  uri,
  subscribed_events: ["interaction.completed", "interaction.failed"],
});
// Shown only now. A program that runs for longer keeps it where it keeps its keys.
const secret = webhook.new_signing_secret ?? "";

const { id } = await client.create({
  agent: "deep-research-preview-04-2026",
  input: process.argv[2] ?? "Research the history of quantum computing",
  background: true,
});
console.log(`Started ${id}; waiting for its delivery`);

/** @param {import("node:http").IncomingMessage} request */
async function receive(request) {
  try {
    // The raw bytes: the signature is over them.
    const body = await buffer(request);
    const event = await verifyWebhook({ headers: request.headers, body }, { secret });
    // Answered first, for the service waits; then the work. A delivery may come twice.
    if (event.data.id === id) void show(event.type);
    return 204;
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    console.error(`Refused: ${error.reason}`);
    return 400;
  }
}

/** @param {string} type */
async function show(type) {
  console.log(type);
  console.log(outputText(await client.get(id)));
  await client.webhooks.delete(webhook.id ?? "");
  server.close();
}
