// One of each kind of call, through a `fetch` that the caller brings along. The compiler takes each such
// `fetch` as it is, without a cast.

import { InteractionsClient, outputText } from "gemini-interactions";
import type { FetchFunction } from "gemini-interactions";

/** Prints what run.mjs looks for. */
export async function scenario(fetch: FetchFunction): Promise<void> {
  const baseUrl = process.env["SERVICE_URL"];
  const client = new InteractionsClient({ apiKey: "key", baseUrl, fetch });
  const params = { model: "gemini-3.8-flash", input: "The capital of France?" };

  const created = outputText(await client.create(params));
  const stream = await client.create({ ...params, stream: true });
  const streamed = outputText(await stream.finalInteraction());
  const { id } = await client.create({
    agent: "deep-research-preview-04-2026",
    input: params.input,
    background: true,
  });
  const waited = outputText(await client.waitForCompletion(id, { pollIntervalMs: 20 }));
  const aborted = await client
    .get(id, undefined, { signal: AbortSignal.abort("left") })
    .catch(String);
  console.log(created, streamed, waited, aborted);
}
