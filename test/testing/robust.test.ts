// What a service that runs for days is sent and keeps: it bounds its memory, and no body breaks it.

import { expect, test } from "vitest";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { InteractionsService } from "../../src/testing/index.ts";

const root = "https://generativelanguage.googleapis.com";
const hello = { model: "gemini-3.8-flash", input: "Hi" };

async function send({ fetch }: InteractionsService, body: object): Promise<void> {
  const init = { method: "POST", body: JSON.stringify(body) };
  await (await fetch(`${root}/v1beta/interactions`, init)).text();
}

test("beyond 1 MiB of bodies the oldest are discarded, and their records stay", async () => {
  const service = createInteractionsService({ respond: () => "Hi" });
  const body = (size: number) => ({ ...hello, store: false, input: "x".repeat(size) });
  for (const _ of [1, 2, 3]) await send(service, body(400_000));
  expect(service.requests.map(({ body: sent }) => sent === undefined)).toEqual([
    true,
    false,
    false,
  ]);
  expect(service.requests[0]).toMatchObject({ method: "POST", status: 200, state: "finished" });
  await send(service, body(3_000_000));
  const left = service.requests.map(({ body: sent }) => sent !== undefined);
  expect(left).toEqual([false, false, false, true]);
  service.reset();
  for (const _ of [1, 2]) await send(service, body(500_000));
  expect(service.requests.map(({ body: sent }) => sent !== undefined)).toEqual([true, true]);
});

test("uploads that are never finished are forgotten, the oldest first", async () => {
  const { fetch } = createInteractionsService();
  const post = { method: "POST", body: "{}" };
  const { id } = await (await fetch(`${root}/v1beta/environments`, post)).json();
  const addresses: string[] = [];
  for (let count = 0; count < 101; count += 1) {
    const response = await fetch(`${root}/upload/v1beta/environments/${id}/files/${count}.txt`, {
      method: "PUT",
      headers: { "x-goog-upload-protocol": "resumable", "x-goog-upload-command": "start" },
    });
    addresses.push(response.headers.get("x-goog-upload-url") ?? "");
  }
  const finish = async (address = "") => {
    const headers = { "x-goog-upload-command": "upload, finalize", "x-goog-upload-offset": "0" };
    return (await fetch(address, { method: "POST", headers, body: "x" })).status;
  };
  expect([await finish(addresses[0]), await finish(addresses[1])]).toEqual([404, 200]);
});

test("a source whose content does not match its encoding is refused", async () => {
  const { fetch } = createInteractionsService();
  const create = async (source: object) => {
    const body = JSON.stringify({ sources: [{ type: "inline", target: "a.txt", ...source }] });
    return (await fetch(`${root}/v1beta/environments`, { method: "POST", body })).status;
  };
  expect(await create({ encoding: "base64", content: "%%%" })).toBe(400);
  expect(await create({ encoding: "base64", content: "aGk=" })).toBe(200);
  expect(await create({ target: null, content: null, encoding: null })).toBe(200);
  expect(await create({ target: 5 })).toBe(400);
  const list = await (await fetch(`${root}/v1beta/environments`)).json();
  expect(list.environments).toHaveLength(2);
});

test.each(["__proto__", "constructor", "toString/a.txt"])(
  "a file may be called %s",
  async (target) => {
    const { fetch } = createInteractionsService();
    const files = async (sources: object[]) => {
      const body = JSON.stringify({ sources });
      const made = await fetch(`${root}/v1beta/environments`, { method: "POST", body });
      const { id } = await made.json();
      return (await fetch(`${root}/v1beta/environments/${id}/files/${target}`)).status;
    };
    expect(await files([])).toBe(404);
    expect(await files([{ type: "inline", target, content: "x" }])).toBe(200);
  },
);

test.each<[string, object]>([
  ["interactions", { input: [null] }],
  ["interactions", { input: [5, [], { type: "user_input", content: [null] }] }],
  ["interactions", { input: [{ type: "user_input", content: "Hi" }] }],
  [
    "interactions",
    {
      input: "x",
      response_format: { type: "text", schema: { type: "string", format: "constructor" } },
    },
  ],
  ["environments", { sources: "x" }],
  ["environments", { sources: [null] }],
  ["environments", { sources: [{ type: "inline", target: 5, content: "x" }] }],
  ["webhooks", { uri: null, subscribed_events: 5 }],
  ["agents", { id: 5 }],
])(
  "without strictness too, %s with %j are answered, and so are lists and runs after it",
  async (name, body) => {
    const { fetch } = createInteractionsService({ strict: false });
    const init = { method: "POST", body: JSON.stringify({ model: hello.model, ...body }) };
    expect([200, 400]).toContain((await fetch(`${root}/v1beta/${name}`, init)).status);
    for (const list of ["agents", "environments", "webhooks"]) {
      expect((await fetch(`${root}/v1beta/${list}`)).status).toBe(200);
    }
    const run = { method: "POST", body: JSON.stringify(hello) };
    expect((await (await fetch(`${root}/v1beta/interactions`, run)).json()).status).toBe(
      "completed",
    );
  },
);

test("a fault for chained creates applies only to those with a previous interaction", async () => {
  const faults = [{ kind: "answer", on: "chained", status: 501 }] as const;
  const { fetch } = createInteractionsService({ faults });
  const create = async (members: object) => {
    const body = JSON.stringify({ ...hello, ...members });
    return (await fetch(`${root}/v1beta/interactions`, { method: "POST", body })).status;
  };
  expect(await create({})).toBe(200);
  expect(await create({ previous_interaction_id: "v1_run1" })).toBe(501);
  expect(await create({ previous_interaction_id: "v1_run1" })).toBe(200);
});
