// What an editor is asked about: the comments mark the places. test/support/editor.mjs asks the language
// services of TypeScript 5.4, 5.9 and 6; version 7, which has no such service yet, compiles the file.
import { InteractionsClient, runTools, defineTool } from "gemini-interactions";

const client = new InteractionsClient({ apiKey: "any", timeoutMs /*client timeoutMs*/: 1_000 });

export const turn = client.create /*create*/(
  {
    model /*model*/: "gemini-3.8-flash",
    input /*input*/: "Hi",
    background /*background*/: true,
    generation_config /*generation_config*/: { seed /*seed*/: 1 },
    /*offered with model*/
  },
  { timeoutMs /*timeoutMs*/: 1_000 /*offered options*/ },
);
export const stream = client.create(
  {
    background /*background before model*/: true,
    /*offered before model*/
    model: "gemini-3.8-flash",
    stream /*stream*/: true,
    tools /*tools*/: [{ type: "google_search", search_types /*search_types*/: [] }],
    response_format /*response_format*/: { type: "text", mime_type /*mime_type*/: "text/plain" },
  },
  { idleTimeoutMs /*idleTimeoutMs*/: 1_000 },
);
export const run = client.create({
  agent /*agent*/: "deep-research-preview-04-2026",
  agent_config /*agent_config*/: { type: "deep-research" },
  previous_interaction_id /*previous_interaction_id*/: "v1_abc",
});
export async function read() {
  for await (const event of await stream) {
    if (event.event_type !== "step.delta") continue;
    event.delta /*delta*/./*offered in delta*/ type;
    if (event.delta.type === "text") event.delta.text; /*text*/
  }
  const { status /*status*/ } = await client.get("v1_abc", {
    include_input /*include_input*/: true,
  });
  return status;
}
const tool = defineTool({
  name /*tool name*/: "now",
  description: "The time.",
  parameters: { type: "object" },
  execute: () => 0,
});
export const answer = runTools(
  client,
  { model: "gemini-3.8-flash", input: "?" },
  { tools: [tool], maxTurns /*maxTurns*/: 3 },
);
