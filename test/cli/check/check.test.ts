import { expect, test } from "vitest";
import { issueBlock } from "../../../src/cli/check/report.ts";
import { runCheck } from "../../../src/cli/check/run.ts";
import type { CheckOptions } from "../../../src/cli/check/run.ts";
import { compare } from "../../../src/cli/check/compare.ts";
import { record } from "../../../src/cli/check/record.ts";
import { readStream } from "../../../src/cli/check/events.ts";
import { createCount, steps } from "../../../src/cli/check/steps.ts";
import type { FetchFunction } from "../../../src/index.ts";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testKey, testToken } from "../../support/clients.ts";
import { deviate, deviations } from "../../support/deviations.ts";
import { listExamples, loadStream } from "../../support/examples.ts";

const subject = { versions: "gemini-interactions, Node", service: "Gemini API", model: "m" };

/** Checks a service, on the Gemini API or on Vertex AI. */
async function check(fetch: FetchFunction, options: Partial<CheckOptions> = {}) {
  const result = await runCheck({
    client: { apiKey: testKey, fetch, retry: false },
    model: "gemini-3.5-flash-lite",
    signal: new AbortController().signal,
    pollIntervalMs: 1,
    ...options,
  });
  return { ...result, block: issueBlock(subject, result) };
}

const vertex = { project: "p", location: "global", auth: testToken };

test.for(
  (["guide", "faithful"] as const).flatMap((mode) =>
    (["Gemini API", "Vertex AI"] as const).flatMap((place) =>
      [undefined, "v1"].map((apiVersion) => [mode, place, apiVersion] as const),
    ),
  ),
)(
  "with a service that behaves as known, %s on the %s in version %s, every step succeeds",
  async ([mode, place, apiVersion]) => {
    const { service, fetch } = deviate({ service: { mode } });
    const client = place === "Gemini API" ? { apiKey: testKey } : { vertex };
    const result = await check(fetch, { client: { ...client, fetch, apiVersion } });
    expect(result.steps.filter(({ isOk }) => !isOk)).toEqual([]);
    expect(result.steps.map(({ name }) => name)).toEqual(steps.map(({ name }) => name));
    expect(result.deviations).toEqual([]);
    expect(result.facts.join("\n")).toMatch(/a GET of a foreground stream that was cut: /);
    expect(service.interactions).toEqual([]);
    expect(result.left).toEqual([]);
    const creates = service.requests.filter(
      ({ body, status }) => body !== undefined && status === 200,
    );
    expect(creates).toHaveLength(createCount);
    for (const { body } of creates) {
      expect(body).toMatchObject({ generation_config: { max_output_tokens: 256 } });
    }
    const versions = new Set(service.requests.map(({ path }) => /\/(v\d\w*)\//.exec(path)?.[1]));
    expect([...versions]).toEqual([apiVersion ?? (place === "Gemini API" ? "v1beta" : "v1beta1")]);
  },
);

test.for(deviations)("reports $name", async (deviation) => {
  const { fetch } = deviate(deviation);
  const { block, steps: results, deviations: found } = await check(fetch);
  expect(block).toContain(deviation.line);
  expect(found.join("\n")).toContain(deviation.line);
  const failed = results.filter(({ isOk }) => !isOk).map(({ name, reason }) => [name, reason]);
  expect(failed.length > 0, JSON.stringify(failed)).toBe(deviation.fails === true);
});

test("names what it cannot delete, and runs every step even if others fail", async () => {
  const { service, fetch } = deviate({
    instead: ({ method }) =>
      method === "DELETE"
        ? Response.json({ error: { message: "No." } }, { status: 501 })
        : undefined,
  });
  const { left, steps: results, block } = await check(fetch);
  expect(new Set(left)).toEqual(new Set(service.interactions.map(({ id }) => id)));
  expect(results).toHaveLength(steps.length);
  expect(block).toContain(`${left.length} interactions could not be deleted`);
  for (const id of left) expect(block).not.toContain(id);
});

test.for(["guide", "faithful"] as const)(
  "an abort at any request ends the check and leaves nothing stored, %s",
  async (mode) => {
    const { exchanges } = await check(deviate({ service: { mode } }).fetch);
    expect(exchanges.length).toBeGreaterThan(20);
    for (let at = 1; at <= exchanges.length; at += 1) {
      const { service, fetch } = deviate({ service: { mode } });
      const stop = new AbortController();
      let count = 0;
      const stopping: FetchFunction = (url, init) => {
        count += 1;
        const answer = fetch(url, init);
        if (count === at) stop.abort(new Error("Stopped."));
        return answer;
      };
      const { isAborted, left } = await check(stopping, { signal: stop.signal });
      expect(isAborted).toBe(true);
      expect([service.interactions.map(({ id }) => id), left], `request ${at}`).toEqual([[], []]);
    }
  },
);

test("the block has no text, id, key, project or host in it", async () => {
  const secret = "SECRET-answer";
  const { fetch, service } = deviate({
    service: { respond: () => secret, createId: (count) => `v1_private${count}` },
    answer: (body) => ({ ...body, [`${secret} member`]: secret, status: secret }),
  });
  const { block } = await check(fetch, {
    client: { vertex: { ...vertex, project: "my-project" }, fetch },
  });
  expect(service.requests.length).toBeGreaterThan(5);
  for (const word of [secret, "private", "my-project", testToken, testKey, "googleapis"]) {
    expect(block).not.toContain(word);
  }
  expect(block).toContain("unknown member (a name that is not a word) of Interaction");
});

test("the recorded traffic is that of the captures, without ids", async () => {
  const { fetch } = deviate({ service: { createId: (count) => `v1_private${count}` } });
  const { exchanges } = await check(fetch);
  const folder = mkdtempSync(join(tmpdir(), "check-"));
  try {
    const count = record(exchanges, folder, "test");
    const files = readdirSync(folder);
    expect(files).toHaveLength(count + 1);
    const index: { file: string; status: number; expectEvents?: number }[] = JSON.parse(
      readFileSync(join(folder, "index.json"), "utf8"),
    );
    const all = files.map((file) => readFileSync(join(folder, file), "utf8")).join("\n");
    expect(all).not.toMatch(/private|test-key/);
    expect(all).toContain("v1_REDACTED_1");
    for (const { file, status, expectEvents } of index) {
      const text = readFileSync(join(folder, file), "utf8");
      if (file.endsWith(".sse")) {
        const { events } = readStream(text);
        expect(events).toHaveLength(expectEvents ?? -1);
        expect(events.flatMap(({ value }) => compare(value, "InteractionStreamEvent"))).toEqual([]);
      } else if (status === 200 && !["", "{}"].includes(text.trim())) {
        expect(compare(JSON.parse(text), "Interaction"), file).toEqual([]);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.for(listExamples().filter(({ schema }) => /^(Interaction|ErrorResponse)$/.test(schema)))(
  "the example $name matches the spec",
  ({ schema, value }) => {
    expect(compare(value, schema)).toEqual([]);
  },
);

test("every event of the examples matches the spec", () => {
  for (const name of ["stream-text", "stream-search", "stream-code-execution", "stream-image"]) {
    for (const event of loadStream(name)) {
      expect(compare(event, "InteractionStreamEvent"), name).toEqual([]);
    }
  }
});
