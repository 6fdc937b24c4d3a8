// `serve`: the testing service over HTTP on this machine, for clients in any language. The first line on
// stdout is its URL, then comes one line per request; it runs until it is stopped.

import { once } from "node:events";
import { wordsOf } from "../../util/thrown.ts";
import { defineCommand, exitCodes, hint, UsageError } from "../args.ts";
import type { Command } from "../args.ts";
import { emulatorPort } from "../backend.ts";
import { write } from "../output.ts";
import { readFault, readScript } from "./script.ts";

/** Events a second, when nothing else is said: quick, and slow enough to see a stream. */
const defaultSpeed = 25;

/** The command `serve`. */
export const serve: Command = defineCommand({
  name: "serve",
  summary: "Run an emulator of the service on this machine",
  usage: "",
  notes: [
    "It answers every create with its input, or by a script. No credentials are needed:",
    "point a client at the printed URL, such as with --base-url or GOOGLE_GEMINI_BASE_URL.",
  ],
  options: {
    port: {
      type: "string",
      value: "<number>",
      help: `Port (default: ${emulatorPort}, or any if that is taken)`,
    },
    script: { type: "string", value: "<file>", help: "JSON file with the answers, in turn" },
    mode: { type: "string", value: "<mode>", help: "guide (default) or faithful" },
    fault: {
      type: "string",
      multiple: true,
      value: "<fault>",
      help: "What goes wrong, such as cut:afterEvents=5; repeatable, in order",
    },
    speed: {
      type: "string",
      value: "<number>",
      help: `Events a second, 0 for no pauses (default: ${defaultSpeed})`,
    },
    cors: { type: "boolean", help: "Let pages of any origin call it" },
    state: { type: "string", value: "<file>", help: "Keep what is stored, also over a restart" },
    help: { type: "boolean", short: "h", help: "Show this help" },
  },
  async run(values) {
    const { mode = "guide", fault = [], script, state } = values;
    if (mode !== "guide" && mode !== "faithful") {
      throw new UsageError(`Unknown mode "${mode}".${hint(mode, ["guide", "faithful"])}`);
    }
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

/** What else than a state file was named is a mistake in the command line. */
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
