// @ts-check
// One question, and a second one about the answer: the service keeps the conversation.
//
//   GEMINI_API_KEY=… node examples/quick-start.mjs

import { InteractionsClient, outputText } from "gemini-interactions";

const client = new InteractionsClient();
const model = "gemini-3.8-flash";

const first = await client.create({ model, input: "What is the capital of France?" });
console.log(outputText(first));

const second = await client.create({
  model,
  input: "And of Norway?",
  previous_interaction_id: first.id,
});
console.log(outputText(second), second.usage?.total_tokens, "tokens");
