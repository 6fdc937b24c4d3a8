// Uses the declarations of each entry, so that a compiler has to read all of them; then runs.

import { InteractionsClient, outputText, StreamInterruptedError } from "gemini-interactions";
import type { Interaction, InteractionStreamEvent } from "gemini-interactions";
import { createInteractionsService } from "gemini-interactions/testing";
import { interactionsHandlers } from "gemini-interactions/testing/msw";
import { verifyWebhook, WebhookVerificationError } from "gemini-interactions/webhooks";
import type { WebhookEvent } from "gemini-interactions/webhooks";

const service = createInteractionsService({ respond: () => "Paris." });
const client = new InteractionsClient({ apiKey: "key", fetch: service.fetch });

async function main(): Promise<string> {
  const params = { model: "gemini-3.8-flash", input: "The capital of France?" } as const;
  const interaction: Interaction = await client.create(params);
  let streamed = "";
  const stream = await client.create({ ...params, stream: true });
  for await (const event of stream) {
    const seen: InteractionStreamEvent = event;
    if (seen.event_type === "step.delta" && seen.delta.type === "text") streamed += seen.delta.text;
  }
  const refused: WebhookEvent | string = await verifyWebhook(new Request("https://app.test")).catch(
    (error: unknown) => (error instanceof WebhookVerificationError ? error.reason : String(error)),
  );
  if (interactionsHandlers(service).length === 0)
    throw new StreamInterruptedError("", { reason: "" });
  return `${outputText(interaction)} ${streamed} ${typeof refused === "string" ? refused : refused.type}`;
}

void main().then((line) => console.log(line));
