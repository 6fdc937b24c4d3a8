// @ts-check
// A function that the model may call. `runTools` runs it as often as the model asks, several at a time,
// and sends the results back; an unknown city is an error that the model can read and work with.
//
//   GEMINI_API_KEY=… node examples/tools.mjs "Is it warmer in Oslo or in Paris?"
//
// Without an account, in another terminal: npx gemini-interactions serve --script examples/scripts/tools.json
// and then with GEMINI_API_KEY=any GOOGLE_GEMINI_BASE_URL=http://127.0.0.1:8798

import { defineTool, InteractionsClient, outputText, runTools } from "gemini-interactions";

/** @type {Record<string, number>} */
const degrees = { Oslo: -3, Paris: 8 };

const temperature = defineTool({
  name: "get_temperature",
  description: "Temperature in a city now, in degrees Celsius",
  parameters: {
    type: "object",
    properties: { city: { type: "string" } },
    required: ["city"],
  },
  execute({ city }) {
    const value = degrees[String(city)];
    if (value === undefined) throw new Error(`No thermometer in ${String(city)}.`);
    return { city, value };
  },
});

const run = runTools(
  new InteractionsClient(),
  { model: "gemini-3.8-flash", input: process.argv[2] ?? "Is it warmer in Oslo or in Paris?" },
  { tools: [temperature] },
);
for await (const { status, steps } of run) {
  const calls = steps.flatMap((step) => (step.type === "function_call" ? [step] : []));
  for (const { name, arguments: args } of calls) console.error(`${name}(${JSON.stringify(args)})`);
  if (calls.length === 0) console.error(status);
}
console.log(outputText(await run));
