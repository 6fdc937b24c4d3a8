// @ts-check
// `npm run bench:faults [-- part of a row's name]`: what this library, the official SDK, Vercel's and
// OpenAI's clients make of the same faults, each with its defaults. Every cell is a process of its own
// against a server on this machine, and its text comes from what was observed. A full run writes
// RESULTS.md and the short table in README.md. Takes two minutes, half of them outages.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { markdownTable } from "../lib/table.mjs";
import { replaceSection } from "../../scripts/section.mjs";
import { install, pack } from "../../test/support/suite.mjs";
import { intervalMs, rows, words } from "./rows.mjs";
import { shortTable } from "./short.mjs";

const here = import.meta.dirname;
const columns = {
  ours: "this library",
  genai: "@google/genai",
  ai: "ai, @ai-sdk/google",
  openai: "openai ¹",
};

await install(here, await pack(join(here, "dist")));
const { startInteractions } = await import("./interactions.mjs");
const { startResponses } = await import("./responses.mjs");

/**
 * Runs a client in a process, until it has ended or has said `killAfter` words.
 *
 * @param {string} client
 * @param {string} action
 * @param {string} url
 * @param {{ position?: unknown, killAfter?: number }} options
 */
async function runClient(client, action, url, { position = null, killAfter = Infinity }) {
  const args = ["client.mjs", client, action, url, JSON.stringify(position)];
  const child = spawn(process.execPath, args, { cwd: here, stdio: ["ignore", "pipe", "inherit"] });
  const observed = { text: "", position, ended: "killed" };
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    Object.assign(observed, {
      ...JSON.parse(line),
      text: observed.text + (JSON.parse(line).text ?? ""),
    });
    count += 1;
    if (count === killAfter) child.kill("SIGKILL");
    // What was printed after that is lost, as what the process would have done with it.
    if (count >= killAfter) break;
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return observed;
}

/**
 * @param {string} client
 * @param {import("./rows.mjs").Row} row
 */
async function observe(client, { action, interactions, responses, killAfter, describe }) {
  const server =
    client === "openai"
      ? await startResponses(words, intervalMs, responses)
      : await startInteractions(words, intervalMs, interactions);
  const started = performance.now();
  try {
    let observed = await runClient(client, action, server.url, killAfter ? { killAfter } : {});
    if (killAfter !== undefined) {
      const { text, position } = observed;
      const resumed = await runClient(client, "resume", server.url, { position });
      observed = { ...resumed, text: text + resumed.text };
    }
    const seconds = (performance.now() - started) / 1000;
    return describe({ ...observed, ...server.counts(), seconds });
  } finally {
    await server.close();
  }
}

const wanted = rows.filter(({ name }) => name.includes(process.argv[2] ?? ""));
const cells = [];
for (const row of wanted) {
  const line = await Promise.all(Object.keys(columns).map((client) => observe(client, row)));
  cells.push([row.name, ...line]);
  console.log(`${row.name}\n${line.map((cell) => `  ${cell}\n`).join("")}`);
}
if (wanted.length === rows.length) {
  const { dependencies } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
  const versions = Object.entries(dependencies).map((each) => each.join(" "));
  const date = new Date().toISOString().slice(0, 10);
  const table = markdownTable(["what breaks", ...Object.values(columns)], cells);
  const section = `Observed on ${date}, with ${versions.join(", ")}:\n\n${table}\n`;
  const write = (
    /** @type {string} */ page,
    /** @type {string} */ name,
    /** @type {string} */ text,
  ) => {
    const file = join(here, page);
    const written = replaceSection(readFileSync(file, "utf8"), name, text);
    writeFileSync(file, written);
    return written;
  };
  write("../../README.md", "breaks", shortTable(write("RESULTS.md", "faults", section)));
}
