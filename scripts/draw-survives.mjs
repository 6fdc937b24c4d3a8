// @ts-check
// `npm run docs:picture`: runs a program whose connection is broken twice, and draws what it printed as
// docs/survives.svg, the picture of the README. The text and the marks are those of the run: the server
// resets a real connection, and the client's `onReconnect` hook writes the marks.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { InteractionsClient } from "gemini-interactions";
import { createInteractionsService, splitEvery } from "gemini-interactions/testing";
import { startServer } from "gemini-interactions/testing/node";
import { root } from "./spec.mjs";

const poem = `A stream sets out with half a word to say,
the wire is cut: the word is on its way.
A second line resumes what one had lost,
no letter doubled, and no comma tossed.`;

/** @typedef {{ text: string, kind: "command" | "text" | "mark" }} Line */

/** @returns {Promise<Line[]>} what the program printed */
async function record() {
  const service = createInteractionsService({
    mode: "faithful",
    eventIntervalMs: 5,
    respond: () => poem,
    // Pieces that end in the middle of words, as the service sends them.
    splitText: splitEvery(7),
    faults: [
      { kind: "cut", afterEvents: 7, reset: true },
      { kind: "cut", afterEvents: 14, reset: true },
    ],
  });
  const server = await startServer(service);
  /** @type {Line[]} */
  const lines = [{ text: "$ node poem.mjs", kind: "command" }];
  let text = "";
  const client = new InteractionsClient({
    apiKey: "any",
    baseUrl: server.url,
    hooks: {
      onReconnect({ attempt, reason }) {
        if (text !== "") lines.push({ text, kind: "text" });
        text = " ".repeat(text.length);
        lines.push({ text: `✗ ${reason}`, kind: "mark" });
        lines.push({ text: `✓ reconnecting (attempt ${attempt})`, kind: "mark" });
      },
    },
  });
  const input = "A poem about streams";
  const stream = await client.create({
    model: "gemini-3.8-flash",
    input,
    background: true,
    stream: true,
  });
  let whole = "";
  for await (const piece of stream.text()) {
    whole += piece;
    const [first = "", ...rest] = piece.split("\n");
    text += first;
    for (const next of rest) {
      lines.push({ text, kind: "text" });
      text = next;
    }
  }
  lines.push({ text, kind: "text" });
  await server.close();
  if (whole !== poem) throw new Error("The stream did not deliver the poem exactly once.");
  return lines;
}

/** @param {string} text */
const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** @param {Line[]} lines */
function draw(lines) {
  const width = 720;
  const height = 56 + lines.length * 20;
  const colors = { command: "#9aa4b2", text: "#e6e9ef", mark: "#e3b341" };
  const rows = lines.map(({ text, kind }, index) => {
    const fill = text.startsWith("✓") ? "#56d364" : colors[kind];
    return `  <text x="20" y="${62 + index * 20}" fill="${fill}" xml:space="preserve">${escape(text)}</text>`;
  });
  const dots = ["#ff5f57", "#febc2e", "#28c840"].map(
    (fill, index) => `  <circle cx="${22 + index * 18}" cy="20" r="6" fill="${fill}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14">
  <title>A program prints a poem; its connection is broken twice, and the poem continues without a gap</title>
  <rect width="${width}" height="${height}" rx="10" fill="#1c2128"/>
${[...dots, ...rows].join("\n")}
</svg>
`;
}

writeFileSync(join(root, "docs", "survives.svg"), draw(await record()));
