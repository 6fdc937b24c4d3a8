// @ts-check
// The generated calls, which send exactly what is written and return `{ data, error, response }`. The
// client's credentials, time limits and retries are installed; resuming is not: a cut stream ends.
//
//   GEMINI_API_KEY=… node examples/low-level.mjs

import { InteractionsClient, operations, parseSse } from "gemini-interactions";

const { api } = new InteractionsClient();

const created = await operations.createInteraction(api, {
  body: { model: "gemini-3.8-flash", input: "Write a haiku about streams", stream: true },
  parseAs: "stream",
});
if (!created.data) throw new Error(JSON.stringify(created.error));
let id = "";
for await (const event of parseSse(created.data)) {
  if (event.event_type === "interaction.created") ({ id = "" } = event.interaction);
  if (event.event_type === "step.delta" && event.delta.type === "text") {
    process.stdout.write(event.delta.text);
  }
}

// By operation, and the same by path.
const stored = await operations.getInteractionById(api, {
  params: { path: { id }, query: { include_input: true } },
});
console.log(`\n${stored.data?.status ?? JSON.stringify(stored.error)}`);

const { response } = await api.DELETE("/v1beta/interactions/{id}", { params: { path: { id } } });
console.log(`deleted: ${response.status}`);
