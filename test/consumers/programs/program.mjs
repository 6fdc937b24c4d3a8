// The program that is bundled, and run by itself: each entry of the package does its work once. It
// prints one line that run.mjs looks for. Nothing of Node's, so that browsers can run it as well.

import { InteractionsClient, outputText } from "gemini-interactions";
import { createInteractionsService } from "gemini-interactions/testing";
import { verifyWebhook } from "gemini-interactions/webhooks";

export async function main() {
  const service = createInteractionsService({ respond: () => "Paris." });
  const client = new InteractionsClient({ apiKey: "key", fetch: service.fetch });
  const params = { model: "gemini-3.8-flash", input: "The capital of France?" };

  const created = outputText(await client.create(params));
  let streamed = "";
  for await (const text of (await client.create({ ...params, stream: true })).text()) {
    streamed += text;
  }
  const refused = await verifyWebhook({ headers: {}, body: "" }).catch((error) => error.reason);
  return `${created} ${streamed} ${refused}`;
}

// oxlint-disable-next-line unicorn/prefer-top-level-await -- Some of the bundles are not modules.
void main().then((line) => console.log(line));
