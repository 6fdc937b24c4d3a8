// @ts-check
// A research run of many minutes, with its progress. It belongs to the service: when this process ends
// early, `node examples/background-research.mjs --id v1_…` waits for the same run.
//
//   GEMINI_API_KEY=… node examples/background-research.mjs "Research the history of quantum computing"

import { parseArgs } from "node:util";
import { citedText, InteractionsClient, outputText, WaitTimeoutError } from "gemini-interactions";

const { values, positionals } = parseArgs({
  options: { id: { type: "string" } },
  allowPositionals: true,
});
const client = new InteractionsClient();
const id =
  values.id ?? (await start(positionals[0] ?? "Research the history of quantum computing"));
const started = Date.now();

try {
  const final = await client.waitForCompletion(id, {
    timeoutMs: 60 * 60_000,
    onStatus: ({ status, steps }) => {
      const seconds = Math.round((Date.now() - started) / 1000);
      console.error(`${seconds} s: ${status}, ${steps.length} steps`);
    },
  });
  console.log(outputText(final));
  for (const source of new Set(citedText(final).map(({ annotation }) => titleOf(annotation)))) {
    console.log(`- ${source}`);
  }
  // It waits for every status that needs no more waiting: `failed` is one.
  process.exitCode = final.status === "completed" ? 0 : 1;
} catch (error) {
  if (!(error instanceof WaitTimeoutError)) throw error;
  console.error(`Still running. Later: node examples/background-research.mjs --id ${id}`);
  process.exitCode = 1;
}

/** @param {string} input */
async function start(input) {
  const run = await client.create({
    agent: "deep-research-preview-04-2026",
    input,
    background: true,
  });
  console.error(`Started ${run.id}`);
  return run.id;
}

/** @param {import("gemini-interactions").Annotation} annotation */
function titleOf(annotation) {
  return annotation.type === "url_citation"
    ? `${annotation.title ?? ""} ${annotation.url ?? ""}`.trim()
    : annotation.type;
}
