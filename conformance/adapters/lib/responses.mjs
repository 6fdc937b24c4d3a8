// @ts-check
// The service of a case, for a client of OpenAI's Responses API: a server on 127.0.0.1 that passes each
// request on and translates what comes back. What is no event of the Interactions API is passed on as it
// is, and a connection breaks where it broke.

import { once } from "node:events";
import { createServer } from "node:http";
import { url } from "./adapter.mjs";

const item = { item_id: "msg", output_index: 0, content_index: 0 };

/**
 * Starts the server, and resolves with its address.
 *
 * @param {unknown} body of every create, as the case has it
 */
export async function startTranslator(body) {
  const server = createServer((request, response) => {
    translate(request, response, body).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}`;
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {unknown} body
 */
async function translate(request, response, body) {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
  const isCreate = request.method === "POST";
  const target = new URL(`${url}/v1beta${pathname.replace("/responses", "/interactions")}`);
  const after = searchParams.get("starting_after");
  if (searchParams.has("stream")) target.searchParams.set("stream", "true");
  if (after !== null) target.searchParams.set("last_event_id", `e${after}`);
  const answer = await fetch(
    target,
    isCreate ? { method: "POST", body: JSON.stringify(body) } : {},
  );
  const type = answer.headers.get("content-type") ?? "";
  const retryAfter = answer.headers.get("retry-after");
  response.writeHead(answer.status, {
    "content-type": type,
    ...(retryAfter === null ? {} : { "retry-after": retryAfter }),
  });
  response.flushHeaders();
  if (type.startsWith("text/event-stream")) {
    for await (const frame of framesOf(answer)) response.write(frame);
  } else {
    const text = await answer.text();
    response.write(answer.ok && type.includes("json") ? toResponse(JSON.parse(text)) : text);
  }
  response.end();
}

/** @param {Response} answer */
async function* framesOf({ body }) {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of body ?? []) {
    rest += decoder.decode(chunk, { stream: true });
    const frames = rest.split("\n\n");
    rest = frames.pop() ?? "";
    yield* frames.map(toFrame);
  }
  yield rest;
}

let count = 0;

/** @param {string} frame */
function toFrame(frame) {
  const data = /^data: (\{.*)$/m.exec(frame)?.[1];
  try {
    const event = JSON.parse(data ?? "");
    const number = /^e(\d+)$/.exec(event.event_id ?? "")?.[1];
    const translated = toEvent(event);
    if (translated === undefined) return "";
    count = number === undefined ? count + 1 : Number(number);
    const json = JSON.stringify({ ...translated, sequence_number: count });
    return `event: ${translated.type}\ndata: ${json}\n\n`;
  } catch {
    return `${frame}\n\n`;
  }
}

/** @param {any} event @returns {{ type: string } | undefined} */
function toEvent({ event_type: type, interaction, delta, step, error, status }) {
  if (type === "interaction.created") {
    return member({ type: "response.created" }, { response: responseOf(interaction) });
  }
  if (type === "interaction.completed") {
    const name = interaction.status === "completed" ? "completed" : "incomplete";
    return member({ type: `response.${name}` }, { response: responseOf(interaction) });
  }
  if (error !== undefined && (type === "error" || type === undefined || status === "failed")) {
    return member({ type: "error" }, { ...error, param: null });
  }
  const text = delta?.type === "text" ? delta.text : step?.content?.[0]?.text;
  if (text === undefined) return undefined;
  return member({ type: "response.output_text.delta" }, { ...item, delta: text });
}

/** @param {{ type: string }} event @param {object} members */
function member(event, members) {
  return { ...event, ...members };
}

/** @param {any} interaction */
function responseOf({ id, status, steps = [] }) {
  const content = steps
    .filter((/** @type {any} */ step) => step.type === "model_output")
    .flatMap((/** @type {any} */ step) => step.content)
    .map(({ text = "" }) => ({ type: "output_text", text, annotations: [] }));
  const output = [{ type: "message", id: "msg", role: "assistant", status: "completed", content }];
  return { id, object: "response", model: "gpt", status, output };
}

/** @param {any} interaction */
function toResponse(interaction) {
  return JSON.stringify(responseOf(interaction));
}
