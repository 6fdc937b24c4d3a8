// `serve`: the testing service over HTTP on this machine, for clients in any language. The first line on
// stdout is its URL, then comes one line per request; it runs until it is stopped.

import { once } from "node:events";
import { wordsOf } from "../../util/thrown.ts";
import { defineCommand, exitCodes, onlyOneOf, UsageError } from "../args.ts";
import type { Command } from "../args.ts";
import { emulatorPort } from "../backend.ts";
import { write } from "../output.ts";
import { readFault, readScript } from "./script.ts";

/** Events per second by default: quick, but slow enough to watch a stream. */
const defaultSpeed = 25;

/** The command `serve`. */
export const serve: Command = defineCommand({
  name: "serve",
  summary: "Run an emulator of the service on this machine",
  usage: "",
  notes: [
    "It answers every create with its input, or from a script. No credentials are needed:",
    "point a client at the printed URL, for example with GOOGLE_GEMINI_BASE_URL.",
  ],
  options: {
    port: {
      type: "string",
      value: "<number>",
      help: `Port (default: ${emulatorPort}, or any if that is taken)`,
    },
    script: { type: "string", value: "<file>", help: "JSON file with the answers, in order" },
    mode: { type: "string", value: "<mode>", help: "guide (default) or faithful" },
    fault: {
      type: "string",
      multiple: true,
      value: "<fault>",
      help: "Fault to inject, such as cut:afterEvents=5; repeatable",
    },
    speed: {
      type: "string",
      value: "<number>",
      help: `Events per second, 0 for no pauses (default: ${defaultSpeed})`,
    },
    strict: {
      type: "string",
      value: "<on|off>",
      help: "Refuse what the service is known to refuse (default: on)",
    },
    cors: { type: "boolean", help: "Let web pages of any origin call it" },
    webhooks: {
      type: "string",
      value: "<hosts>",
      help: "Where webhooks are delivered: local, this machine (default), or any",
    },
    state: {
      type: "string",
      value: "<file>",
      help: "Keep what is stored in this file, across restarts",
    },
    help: { type: "boolean", short: "h", help: "Show this help" },
  },
  async run(values) {
    const { fault = [], script, state } = values;
    const mode = onlyOneOf("mode", values.mode, ["guide", "faithful"], "guide");
    const strict = onlyOneOf("strict", values.strict, ["on", "off"], "on");
    const hosts = onlyOneOf("webhooks", values.webhooks, ["local", "any"], "local");
    const speed = toNumber("speed", values.speed) ?? defaultSpeed;
    const port = toNumber("port", values.port);
    const { faults = [], ...answers } = script === undefined ? {} : await readScript(script);
    const { createInteractionsService } = await import("../../testing/index.ts");
    const { openStateFile, startServer } = await import("../../testing/node.ts");
    const stored = state === undefined ? {} : readState(() => openStateFile(state));
    const name = Math.random().toString(36).slice(2, 10);
    const service = createInteractionsService({
      ...answers,
      mode,
      strict: strict === "on",
      webhooks: { hosts },
      faults: [...faults, ...fault.map(readFault)],
      eventIntervalMs: speed === 0 ? 0 : 1_000 / speed,
      // Another start must not give an old id to a new run.
      createId: (count) => `v1_${name}${count}`,
      ...stored,
    });
    const start = (at: number) =>
      startServer(service, {
        port: at,
        cors: values.cors === true,
        onRequest: ({ method, path, status, isStream }) =>
          void write(`${method} ${path} ${status || "broken off"}${isStream ? " stream" : ""}\n`),
      });
    const server = await start(port ?? emulatorPort).catch((error: NodeJS.ErrnoException) => {
      if (port !== undefined || error.code !== "EADDRINUSE") throw error;
      return start(0);
    });
    await write(`${server.url}\n`);
    await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
    await server.close();
    return exitCodes.completed;
  },
});

/** A file that is not a state file is a mistake in the command line. */
function readState<State>(read: () => State): State {
  try {
    return read();
  } catch (error) {
    throw new UsageError(`--state: ${wordsOf(error)}`);
  }
}

function toNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  const max = option === "port" ? 65_535 : 1_000;
  const isNumber = /^\d+(\.\d+)?$/.test(text) && value <= max;
  if (!isNumber || (option === "port" && !Number.isInteger(value))) {
    throw new UsageError(`--${option} ${text}: expected a number from 0 to ${max}.`);
  }
  return value;
}
