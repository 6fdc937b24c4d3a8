// `check`: does what users do, on the service of the environment's credentials, reports what this version does
// not know, and deletes what it created. Before it sends anything, it prints what it will use.

import { createInterface } from "node:readline/promises";
import { printable } from "../../util/printable.ts";
import { defineCommand, exitCodes, UsageError } from "../args.ts";
import type { Command } from "../args.ts";
import { backendOptions, namesOf, toClientOptions } from "../backend.ts";
import { interruptible } from "../interrupt.ts";
import { write } from "../output.ts";
import { readVersion } from "../version.ts";
import { record } from "./record.ts";
import { issueBlock, stepLine } from "./report.ts";
import { maxOutputTokens, maxRequests, runCheck } from "./run.ts";
import { createCount, steps } from "./steps.ts";

const defaultModel = "gemini-3.5-flash-lite";

/** The command `check`. */
export const check: Command = defineCommand({
  name: "check",
  summary: "Try each feature on the service, with your credentials",
  usage: "",
  notes: [
    "Creates, streams, resumes, waits, calls a tool, cancels and deletes, and reports what the",
    "service does differently. It deletes what it created, even after Ctrl-C.",
  ],
  options: {
    model: { type: "string", value: "<id>", help: `The model (default: ${defaultModel})` },
    yes: { type: "boolean", help: "Do not ask" },
    record: {
      type: "string",
      value: "<dir>",
      help: "Write the traffic to this folder, without ids",
    },
    json: { type: "boolean", help: "Print the result as JSON" },
    ...backendOptions,
  },
  async run(values) {
    const { model = defaultModel, json = false } = values;
    const client = await toClientOptions(values);
    const { isVertex, credential, address, isService, apiVersion } = namesOf(client);
    const backend = `${isVertex ? "Vertex AI" : "Gemini API"}, ${apiVersion}`;
    const say = json ? console.error : console.log;
    say(`Credential: ${credential}`);
    say(`Service:    ${backend}, ${printable(address)}`);
    say(
      `Use:        at most ${createCount} runs of ${printable(model)} with ${maxOutputTokens} output tokens each (${createCount * maxOutputTokens} in all), ${maxRequests} requests`,
    );
    if (values.yes !== true && !(await isConfirmed())) return exitCodes.usage;
    say("");
    const width = Math.max(...steps.map((step) => step.name.length));
    const run = {
      continuation: () => undefined,
      cancel: async () => undefined,
      isBackground: false,
    };
    return interruptible(run, async (signal) => {
      signal.addEventListener("abort", sayStopping);
      const result = await runCheck({
        client,
        model,
        signal,
        onStep(step) {
          if (json) return;
          console.log(stepLine(step, width));
          if (step.message !== undefined && step.message !== step.reason) {
            console.log(`  ${printable(step.message)}`);
          }
        },
      });
      const subject = {
        versions: `gemini-interactions ${readVersion()}, Node ${process.versions.node}`,
        // Another host may be private, and is not published.
        service: `${backend}, ${isService ? address : "at another address"}`,
        model: /^[\w.-]{1,64}$/.test(model) ? model : "of another name",
      };
      for (const id of result.left) console.error(`Could not be deleted: ${printable(id)}`);
      if (values.record !== undefined) {
        const count = record(result.exchanges, values.record, subject.versions);
        console.error(`${count} answers written to ${values.record}`);
      }
      if (json) {
        const { exchanges, left, ...told } = result;
        const requests = exchanges.length;
        await write(`${JSON.stringify({ ...subject, ...told, requests, left: left.length })}\n`);
      } else if (!result.isAborted) {
        await write(`\nFor an issue:\n\n${issueBlock(subject, result)}`);
      }
      if (result.isAborted) throw signal.reason;
      return result.steps.every(({ isOk }) => isOk) ? exitCodes.completed : exitCodes.error;
    });
  },
});

async function isConfirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new UsageError(
      "There is no terminal to ask on: pass --yes to run the check without one.",
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question("Continue? [y/N] ");
    if (/^\s*y(es)?\s*$/i.test(answer)) return true;
    console.error("Nothing was sent.");
    return false;
  } finally {
    terminal.close();
  }
}

function sayStopping(): void {
  console.error("Stopping, and deleting what was created.");
}
