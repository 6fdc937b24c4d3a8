// @ts-check
// Learns from a webhook, instead of by polling, that a run has ended. Register the address of this
// server (behind TLS) with the service first; it gives you the secret.
//
//   GEMINI_API_KEY=… GEMINI_WEBHOOK_SECRET=whsec_… PORT=8787 node examples/webhooks.mjs

import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { InteractionsClient, outputText } from "gemini-interactions";
import { verifyWebhook, WebhookVerificationError } from "gemini-interactions/webhooks";

const client = new InteractionsClient();
const secret = process.env["GEMINI_WEBHOOK_SECRET"] ?? "";

const server = createServer((request, response) => {
  receive(request).then(
    (status) => response.writeHead(status).end(),
    (error) => {
      console.error(error);
      response.writeHead(500).end();
    },
  );
});
server.listen(Number(process.env["PORT"] ?? 8787));

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
  server.close();
}
