// @ts-check
// title: openai ¹
// OpenAI's client, which speaks the Responses API and not this one. What the service of the case does is
// translated for it on the way: events, answers and errors, with the same breaks at the same places. A
// case about something that the Responses API does not have, or has in another form, is not supported.

import { setTimeout as delay } from "node:timers/promises";
import OpenAI from "openai";
import { runAdapter, Unsupported } from "./lib/adapter.mjs";
import { startTranslator } from "./lib/responses.mjs";

const groups = new Set(["ends", "resume", "errors", "lost", "quota", "outage", "process"]);

await runAdapter(async (call, output) => {
  const { method, body, id = "", query = {}, position } = call;
  const { CONFORMANCE_CASE: name = "" } = process.env;
  const [group = ""] = name.split("-");
  if (!groups.has(group)) throw new Unsupported("The Responses API has no such thing.");
  // The ids that the service leaves out are what this case is about.
  if (name === "process-some-ids") throw new Unsupported("Its events are always numbered.");
  const baseURL = await startTranslator(body);
  const { responses } = /** @type {any} */ (new OpenAI({ apiKey: "any", baseURL }));
  const params = { model: "gpt", input: "Count.", ...body };

  if (method === "resume") {
    const { id: saved, starting_after } = position;
    if (starting_after === undefined) throw new Unsupported("Its events are always numbered.");
    await readStream(responses.retrieve(saved, { stream: true, starting_after }));
  } else if (method === "wait") {
    let response = await responses.retrieve(id);
    while (response.status === "queued" || response.status === "in_progress") {
      await delay(2_000);
      response = await responses.retrieve(id);
    }
    finish(response);
  } else if (method === "get" && query.stream === true) {
    const starting_after = Number(query.last_event_id.slice(1));
    await readStream(responses.retrieve(id, { stream: true, starting_after }));
  } else if (body?.stream === true) await readStream(responses.create(params));
  else finish(await (method === "create" ? responses.create(params) : responses.retrieve(id)));

  /** @param {Promise<AsyncIterable<any>>} opening */
  async function readStream(opening) {
    let known;
    for await (const event of await opening) {
      known ??= event.response?.id;
      if (event.type === "response.output_text.delta") output.text += event.delta;
      if (/^response\.(completed|incomplete|failed)$/.test(event.type)) {
        output.status = event.response.status;
      }
      if (call.stopAfter !== undefined && output.text.length >= call.stopAfter) {
        output.position = { id: known, starting_after: event.sequence_number };
        return;
      }
    }
  }

  /** @param {any} response */
  function finish(response) {
    output.text = response.output_text;
    output.status = response.status;
  }
});
