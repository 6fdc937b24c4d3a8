// vitest with jsdom: classes of jsdom, such as its AbortSignal, beside those of Node.

import { InteractionsClient, outputText } from "gemini-interactions";
import { createInteractionsService } from "gemini-interactions/testing";
import { expect, test } from "vitest";

const service = createInteractionsService({ respond: () => "Paris." });
const client = new InteractionsClient({ apiKey: "key", fetch: service.fetch });
const params = { model: "gemini-3.8-flash", input: "The capital of France?" };

test("creates and streams, with a signal of jsdom", async () => {
  expect(document.title).toBe("");
  const { signal } = new AbortController();
  expect(outputText(await client.create(params, { signal }))).toBe("Paris.");
  const stream = await client.create({ ...params, stream: true }, { signal });
  expect(outputText(await stream.finalInteraction())).toBe("Paris.");
});
