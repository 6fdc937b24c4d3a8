// @ts-check
// The text of a long run in a file, whatever becomes of this process: each line holds a piece of the
// text together with the cursor after it. Started again with the same file, it goes on from there.
//
//   node examples/durable.mjs report.jsonl "Research the history of quantum computing"

import { fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { InteractionsClient } from "gemini-interactions";

const [path = "report.jsonl", input = "Research the history of quantum computing"] =
  process.argv.slice(2);
const client = new InteractionsClient();

const file = openSync(path, "a+");
const records = readRecords();
for (const { text } of records) process.stdout.write(text);
if (records.at(-1)?.isLast !== true) await follow(records.at(-1)?.cursor);

/**
 * What earlier processes have written. A line without its end was torn by a crash, and goes: what it
 * held comes again.
 *
 * @returns {{ text: string, isLast: boolean, cursor: string }[]}
 */
function readRecords() {
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf("\n") + 1;
  ftruncateSync(file, end);
  const lines = bytes.subarray(0, end).toString().split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}

/** @param {string | undefined} cursor */
async function follow(cursor) {
  const stream =
    cursor === undefined
      ? await client.create({
          agent: "deep-research-preview-04-2026",
          input,
          background: true,
          stream: true,
        })
      : await client.resume(cursor);
  for await (const event of stream) {
    const text =
      event.event_type === "step.delta" && event.delta.type === "text" ? event.delta.text : "";
    const isLast = event.event_type === "interaction.completed";
    // One write: either both are there afterwards, or none.
    writeSync(file, `${JSON.stringify({ text, isLast, cursor: stream.cursor })}\n`);
    fsyncSync(file);
    process.stdout.write(text);
  }
}
