// @ts-check
// Stops a run with Ctrl-C. Leaving the loop alone only detaches: a background run goes on, and costs.
// With `cancelOnAbort` an abort cancels it at the service too.
//
//   GEMINI_API_KEY=… node examples/cancelling.mjs

import { InteractionsClient } from "gemini-interactions";

const client = new InteractionsClient();
const controller = new AbortController();
process.once("SIGINT", () => controller.abort(new Error("Ctrl-C")));

const stream = await client.create(
  {
    agent: "deep-research-preview-04-2026",
    input: process.argv[2] ?? "Research the history of quantum computing",
    background: true,
    stream: true,
  },
  { signal: controller.signal, cancelOnAbort: true },
);
try {
  for await (const text of stream.text()) process.stdout.write(text);
} catch (error) {
  if (!controller.signal.aborted) throw error;
  const { interactionId: id = "" } = stream;
  console.log(`\n${id} is ${(await client.get(id)).status}`);
  await client.delete(id);
  console.log("and deleted");
}
