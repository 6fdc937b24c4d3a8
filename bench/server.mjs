// @ts-check
// The service over loopback HTTP, in a process of its own: node server.mjs <options as JSON>
// Prints its port. Every dialect has its own path.
import { createServer } from "node:http";
import { bytesOf, cut } from "./lib/streams.mjs";

/**
 * @typedef {object} ServerOptions
 * @property {import("./lib/streams.mjs").StreamSpec} stream what a streaming request is answered with
 * @property {number} [chunkBytes] bytes per write; 0 for one event
 * @property {number} [endDelayMs] how long after its last event a stream's body ends
 * @property {number} [together] requests that have to be there before the first of them is
 *   answered; all are then written to in turns
 */

/** @type {ServerOptions} */
const {
  stream,
  chunkBytes = 0,
  endDelayMs = 0,
  together = 1,
} = JSON.parse(process.argv[2] ?? "{}");

const text = "The quick brown fox jumps over the lazy dog. ".repeat(12);
const answers = {
  interactions: {
    id: "v1_bench",
    object: "interaction",
    model: "gemini-2.5-flash",
    status: "completed",
    steps: [{ type: "model_output", content: [{ type: "text", text }] }],
    usage: { total_input_tokens: 7, total_output_tokens: 120, total_tokens: 127 },
  },
  openai: {
    id: "resp_bench",
    object: "response",
    model: "gpt",
    status: "completed",
    output: [
      {
        type: "message",
        id: "msg",
        role: "assistant",
        status: "completed",
        content: [{ type: "output_text", text, annotations: [] }],
      },
    ],
    usage: { input_tokens: 7, output_tokens: 120, total_tokens: 127 },
  },
  anthropic: {
    id: "msg_bench",
    type: "message",
    role: "assistant",
    model: "claude",
    stop_reason: "end_turn",
    content: [{ type: "text", text }],
    usage: { input_tokens: 7, output_tokens: 120 },
  },
};

/** @type {Map<string, Uint8Array[]>} */
const streams = new Map();
const chunksOf = (dialect) => {
  const known = streams.get(dialect) ?? [...cut(bytesOf(dialect, stream), chunkBytes)];
  streams.set(dialect, known);
  return known;
};

/** @type {{ response: import("node:http").ServerResponse, parts: Uint8Array[] }[]} */
let waiting = [];

/** @param {import("node:http").ServerResponse} response */
function end(response) {
  if (endDelayMs > 0) setTimeout(() => response.end(), endDelayMs);
  else response.end();
}

/** @param {import("node:http").ServerResponse} response */
function drained(response) {
  return new Promise((resolve) => {
    const go = () => resolve(response.off("drain", go).off("close", go));
    response.on("drain", go).on("close", go);
  });
}

/** One write to each in turn, each as fast as its reader reads. */
async function writeAll(readers) {
  for (let i = 0, open = readers; open.length > 0; i++) {
    for (const { response, parts } of open) {
      if (i === parts.length) end(response);
      else if (!response.write(parts[i]) && open.length === 1) {
        await drained(response);
      }
    }
    open = open.filter(({ response, parts }) => i < parts.length && !response.destroyed);
    // Lets the sockets get on.
    if (open.length > 1) await new Promise(setImmediate);
  }
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function answer(request, response) {
  let body = "";
  for await (const part of request.setEncoding("utf8")) body += part;
  const { url = "" } = request;
  const dialect =
    ["openai", "anthropic"].find((name) => url.startsWith(`/${name}/`)) ?? "interactions";
  if (!JSON.parse(body).stream) {
    const json = JSON.stringify(answers[dialect]);
    response.writeHead(200, { "content-type": "application/json" }).end(json);
    return;
  }
  response.writeHead(200, { "content-type": "text/event-stream" });
  waiting.push({ response, parts: chunksOf(dialect) });
  if (waiting.length < together) return;
  const readers = waiting;
  waiting = [];
  await writeAll(readers);
}

const server = createServer((request, response) => void answer(request, response));
// Whoever has started it is gone.
process.on("disconnect", () => process.exit());
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", 4096, () => {
  const address = server.address();
  process.stdout.write(`${typeof address === "object" ? address?.port : address}\n`);
});
