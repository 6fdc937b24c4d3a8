// @ts-check
// An answer that is data: the schema goes to the model, and what comes back is checked and typed by it.
// Any Standard Schema does; this one needs `npm install zod`.
//
//   GEMINI_API_KEY=… node examples/structured-output.mjs "A recipe for waffles"
//
// Without an account, in another terminal: npx gemini-interactions serve --script examples/scripts/structured-output.json
// and then with GEMINI_API_KEY=any GOOGLE_GEMINI_BASE_URL=http://127.0.0.1:8798

import { defineOutput, InteractionsClient, OutputParseError } from "gemini-interactions";
import { z } from "zod";

const recipe = defineOutput(
  z.object({
    name: z.string(),
    minutes: z.number(),
    ingredients: z.array(z.object({ name: z.string(), grams: z.number() })),
  }),
);

const interaction = await new InteractionsClient().create({
  model: "gemini-3.8-flash",
  input: process.argv[2] ?? "A recipe for waffles",
  response_format: recipe.format,
});
try {
  const { name, minutes, ingredients } = await recipe.parse(interaction);
  console.log(`${name}, ${minutes} minutes`);
  for (const { name: ingredient, grams } of ingredients) console.log(`- ${ingredient}: ${grams} g`);
} catch (error) {
  if (!(error instanceof OutputParseError)) throw error;
  // Cut off, no JSON, or JSON that does not fit: the text is there in each case.
  console.error(error.message, error.text);
  process.exitCode = 1;
}
