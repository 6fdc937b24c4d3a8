// What every runtime does, in modules that run on all of them: the life of a run against `serve`, and the
// deliveries of webhooks.mjs. Comes in the task of run.mjs, goes out what happened, as JSON; whether it
// is right is for run.mjs to say.

import { InteractionsClient, NotFoundError, outputText } from "gemini-interactions";
import { verifyWebhook } from "gemini-interactions/webhooks";

/** @param {{ url: string, deliveries: object[] }} task */
export async function main({ url, deliveries }) {
  const verdicts = [];
  for (const { name, ...each } of deliveries) verdicts.push(`${name}: ${await verdictOf(each)}`);
  return { run: await lifeOfARun(url), verdicts };
}

async function lifeOfARun(baseUrl) {
  const reconnects = [];
  const options = { apiKey: "key", baseUrl, hooks: { onReconnect: (e) => reconnects.push(e) } };
  const client = new InteractionsClient(options);
  const agent = { agent: "deep-research-preview-04-2026", background: true };

  const created = await client.create({ model: "gemini-3.8-flash", input: "one two" });

  // The emulator breaks the first stream's connection off.
  const stream = await client.create({ ...agent, input: "one two three four", stream: true });
  let streamed = "";
  for await (const text of stream.text()) streamed += text;
  const { status } = await stream.finalInteraction();

  // Left in the middle, and resumed by a client that has nothing but the text of the cursor.
  const left = await client.create({ ...agent, input: "five six seven eight", stream: true });
  let resumed = "";
  for await (const text of left.text()) {
    resumed += text;
    if (resumed.includes("six")) break;
  }
  const rest = await new InteractionsClient(options).resume(left.cursor);
  for await (const text of rest.text()) resumed += text;

  const { id } = await client.create({ ...agent, input: "nine ten" });
  const waited = await client.waitForCompletion(id, { pollIntervalMs: 50 });
  await client.delete(id);
  const gone = await client.get(id).then(
    () => false,
    (error) => error instanceof NotFoundError,
  );
  return {
    created: outputText(created),
    streamed: `${streamed} (${status})`,
    reconnects: reconnects.length,
    resumed,
    waited: `${outputText(waited)} (${waited.status})`,
    gone,
  };
}

/** Where the service's own keys are asked for, `published` are its sets at first and a minute later. */
async function verdictOf({ delivery, options, published }) {
  if (published === undefined) return verify(delivery, options);
  const sets = [...published];
  const fetch = async () => Response.json({ keys: sets.length > 1 ? sets.shift() : sets[0] });
  const first = await verify(delivery, { ...options, fetch });
  const { now } = Date;
  Date.now = () => now() + 60_000;
  try {
    return `${first}, then ${await verify(delivery, { ...options, fetch })}`;
  } finally {
    Date.now = now;
  }
}

async function verify(delivery, options) {
  try {
    const { type, id } = await verifyWebhook(delivery, options);
    return `${type} ${id}`;
  } catch (error) {
    return error.reason ?? String(error);
  }
}
