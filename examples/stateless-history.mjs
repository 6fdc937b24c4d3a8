// @ts-check
// A conversation that the service does not keep: each turn sends all of it. What the model has signed
// goes back as it came.
//
//   GEMINI_API_KEY=… node examples/stateless-history.mjs "The capital of France?" "And of Norway?"

import { inputFromInteraction, InteractionsClient, outputText } from "gemini-interactions";

const questions = process.argv.slice(2);
if (questions.length === 0) questions.push("The capital of France?", "And of Norway?");

const client = new InteractionsClient();
/** @type {import("gemini-interactions").Step[]} */
const history = [];

for (const text of questions) {
  history.push({ type: "user_input", content: [{ type: "text", text }] });
  const interaction = await client.create({
    model: "gemini-3.8-flash",
    input: history,
    store: false,
  });
  history.push(...inputFromInteraction(interaction));
  console.log(`${text}\n${outputText(interaction)}\n`);
}
