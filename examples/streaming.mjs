// @ts-check
// Text as it is written, thoughts beside it, and the whole interaction at the end. A lost connection
// shows as a line on stderr, and nowhere in the text.
//
//   GEMINI_API_KEY=… node examples/streaming.mjs "Write a short poem about streams"

import { InteractionsClient } from "gemini-interactions";

const client = new InteractionsClient({
  hooks: { onReconnect: ({ reason }) => console.error(`[reconnecting: ${reason}]`) },
});
const stream = await client.create({
  model: "gemini-3.8-flash",
  input: process.argv[2] ?? "Write a short poem about streams",
  generation_config: { thinking_summaries: "auto" },
  stream: true,
});
for await (const event of stream) {
  if (event.event_type !== "step.delta") continue;
  const { delta } = event;
  if (delta.type === "text") process.stdout.write(delta.text);
  if (delta.type === "thought_summary" && delta.content?.type === "text") {
    console.error(`[${delta.content.text}]`);
  }
}
// Answers at once: the loop has read it all.
const { status, usage } = await stream.finalInteraction();
console.log(`\n${status}, ${usage?.total_tokens ?? "?"} tokens`);
