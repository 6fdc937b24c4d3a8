// @ts-check
// This library, in the build that BENCH_OURS names.
import { count, requester } from "../lib/raw.mjs";

const build = process.env["BENCH_OURS"];
/** @type {typeof import("../../src/index.ts")} */
const { InteractionsClient } = await import(`${build}/dist/src/index.js`);

export const dialect = "interactions";
const params = { model: "gemini-2.5-flash", input: "Go on." };

/** @param {{ fetch?: typeof fetch, baseUrl?: string, mode?: string }} options */
export function connect({ fetch, baseUrl, mode }) {
  const client = new InteractionsClient({ apiKey: "key", fetch, baseUrl });
  const resume = mode === "resume-off" ? false : undefined;
  const accumulate = mode !== "no-accumulate";
  return {
    create: () => client.create(params),
    openStream: () => client.create({ ...params, stream: true }, { resume, accumulate }),
    async read(stream, tally) {
      for await (const event of stream) count(event, tally);
    },
  };
}

/**
 * The same connection without what keeps a stream's position: a bare iterator over its batches.
 *
 * @param {{ fetch?: typeof fetch, baseUrl?: string }} options
 */
export async function connectBare(options) {
  const { Connection } = await import(`${build}/connection.js`);
  const send = requester(options);
  return {
    async openStream() {
      const response = await send();
      const answer = { data: response.body, response };
      return new Connection(answer, 240_000);
    },
    async read(connection, tally) {
      let batch = [];
      let at = 0;
      const take = () => ({ done: false, value: batch[at++] });
      const takeNext = async () => {
        batch = (await connection.next()) ?? [];
        at = 0;
        return batch.length === 0 ? { done: true, value: undefined } : take();
      };
      const events = {
        [Symbol.asyncIterator]: () => ({
          next: () => (at < batch.length ? Promise.resolve(take()) : takeNext()),
        }),
      };
      for await (const event of events) count(event, tally);
    },
  };
}
