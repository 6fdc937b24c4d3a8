import { expect, test, vi } from "vitest";
import { resumableFetch } from "../../src/gateway/index.ts";
import { interactionIdOf } from "../../src/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { Fault, InteractionsServiceOptions } from "../../src/testing/index.ts";

type Fetch = typeof globalThis.fetch;

const base = "https://generativelanguage.googleapis.com/v1beta/interactions";
const text = "one two three four five six seven eight nine ten";
const create = { model: "gemini-3.5-flash", input: text, stream: true, background: true };
const key = { "x-goog-api-key": "AIza-secret-0123456789" };

function setUp(options: InteractionsServiceOptions = {}) {
  const service = createInteractionsService({ respond: () => text, ...options });
  const sent: { url: string; init: RequestInit }[] = [];
  const upstream: Fetch = (input, init = {}) => {
    sent.push({ url: input instanceof Request ? input.url : new URL(input).href, init });
    return service.fetch(input, init);
  };
  return { service, sent, upstream, fetch: resumableFetch({ fetch: upstream }) };
}

function post(body: object = create, init: RequestInit = {}): RequestInit {
  return { method: "POST", headers: key, body: JSON.stringify(body), ...init };
}

interface WireEvent {
  event_type: string;
  event_id?: string;
  delta?: { text?: string };
  error?: { code?: string; message?: string };
}

/** The events of a stream's body, as far as it is whole. */
async function read(
  response: Response,
): Promise<{ events: WireEvent[]; end: string; words: string }> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let body = "";
  let end = "closed";
  try {
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done) break;
      body += value;
    }
  } catch {
    end = "failed";
  }
  const data = [...body.matchAll(/^data: (.*)$/gm)].map(([, line = ""]) => line);
  if (data.at(-1) === "[DONE]") end = "done";
  const events = data
    .filter((line) => line !== "[DONE]")
    .map((line): WireEvent => JSON.parse(line));
  return { events, end, words: events.map(({ delta }) => delta?.text ?? "").join("") };
}

const cuts: Fault[] = [
  { kind: "cut", afterEvents: 5 },
  { kind: "cut", afterEvents: 2, reset: true },
];

test("a streamed create survives two cuts: each word once, one POST, every event with its cursor", async () => {
  const { service, fetch } = setUp({ faults: cuts });
  const response = await fetch(base, post());
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  const { events, end, words } = await read(response);
  expect([words, end]).toEqual([text, "done"]);
  expect(service.requests.map(({ method }) => method)).toEqual(["POST", "GET", "GET"]);
  const ids = events.map(({ event_id: id = "" }) => interactionIdOf(id));
  expect(new Set(ids).size).toBe(1);
  expect(events.at(-1)?.event_type).toBe("interaction.completed");
});

test("what goes out is what came in, and what comes back differs in event_id only", async () => {
  const { service, sent, fetch, upstream } = setUp();
  const body = '{ "stream":true,\n "model":"gemini-3.5-flash", "input":"é", "background":true }';
  const headers = { ...key, "x-own": "kept" };
  const { events } = await read(await fetch(base, { method: "POST", headers, body }));
  expect(sent[0]?.init).toMatchObject({ method: "POST", headers, body });
  const [id] = service.interactions.map((run) => run.id);
  const direct = await read(await upstream(`${base}/${id}?stream=true`, { headers: key }));
  const bare = (event: WireEvent): object => ({ ...event, event_id: undefined });
  expect(events.map(bare)).toEqual(direct.events.map(bare));
});

test.for([
  ["text", (body: string): BodyInit => body],
  ["bytes", (body: string): BodyInit => new TextEncoder().encode(body)],
  ["a blob", (body: string): BodyInit => new Blob([body])],
] as const)("a body in the form of %s is read and sent", async ([, make]) => {
  const { fetch } = setUp({ faults: cuts });
  const { words } = await read(await fetch(base, post({}, { body: make(JSON.stringify(create)) })));
  expect(words).toBe(text);
});

test("a Request, a URL and a string are taken", async () => {
  for (const input of [new Request(base, post()), new URL(base), base]) {
    const { fetch } = setUp({ faults: cuts });
    const init = input instanceof Request ? undefined : post();
    expect((await read(await fetch(input, init))).words).toBe(text);
  }
});

test("recovery sends the caller's headers and query, and no body's", async () => {
  const { sent, fetch } = setUp({ faults: cuts });
  const headers = {
    authorization: "Bearer ya29.secret-token-0123",
    "content-type": "application/json",
  };
  await read(await fetch(`${base}?key=AIza-in-query&alt=sse`, post(create, { headers })));
  const { url = "", init = {} } = sent[1] ?? {};
  expect(url).toMatch(/interactions\/v1_\w+\?.*stream=true&key=AIza-in-query&alt=sse$/);
  const own = new Headers(init.headers);
  expect([own.get("authorization"), own.get("content-type"), own.get("x-goog-api-key")]).toEqual([
    headers.authorization,
    null,
    null,
  ]);
  expect(own.get("accept")).toBe("text/event-stream");
});

test("any instance continues from an event_id, by last_event_id and by Last-Event-ID", async () => {
  const { service, fetch, upstream } = setUp();
  const { events } = await read(await fetch(base, post()));
  const id = service.interactions[0]?.id ?? "";
  for (const at of [0, 3, 5, events.length - 2, events.length - 1]) {
    const cursor = events[at]?.event_id ?? "";
    const before = events.slice(0, at + 1).map(({ delta }) => delta?.text ?? "");
    const other = resumableFetch({ fetch: upstream });
    for (const answer of [
      await other(`${base}/${id}?stream=true&last_event_id=${cursor}`, { headers: key }),
      await other(`${base}/${id}?stream=true&last_event_id=old`, {
        headers: { ...key, "last-event-id": cursor },
      }),
    ]) {
      const { words, end } = await read(answer);
      expect([before.join("") + words, end]).toEqual([text, "done"]);
    }
  }
});

test("a cursor of a run that is only stored is answered with events", async () => {
  const { service, fetch } = setUp({
    faults: [{ kind: "answer", on: "reattach", status: 404, times: 9 }],
  });
  const { events } = await read(await fetch(base, post()));
  const { id = "" } = service.interactions[0] ?? {};
  const cursor = events[4]?.event_id ?? "";
  const answer = await fetch(`${base}/${id}?stream=true&last_event_id=${cursor}`, { headers: key });
  expect(answer.headers.get("content-type")).toBe("text/event-stream");
  const { words, end } = await read(answer);
  const before = events.slice(0, 5).map(({ delta }) => delta?.text ?? "");
  expect([before.join("") + words, end]).toEqual([text, "done"]);
});

test("a cursor of another run is a 400, and nothing is sent", async () => {
  const { sent, fetch } = setUp();
  const { events } = await read(await fetch(base, post()));
  const cursor = events[2]?.event_id ?? "";
  const count = sent.length;
  const answer = await fetch(`${base}/v1_other?stream=true&last_event_id=${cursor}`, {
    headers: key,
  });
  expect([answer.status, sent.length]).toEqual([400, count]);
});

test("an event id of the service's goes to the service", async () => {
  const { service, sent, fetch, upstream } = setUp();
  const id = (await (await upstream(base, post({ ...create, stream: false }))).json()).id;
  const direct = await read(await upstream(`${base}/${id}?stream=true`));
  const own = direct.events[3]?.event_id ?? "";
  const query = `?stream=true&last_event_id=${encodeURIComponent(own)}`;
  const { events } = await read(await fetch(`${base}/${id}${query}`, { headers: key }));
  expect(sent.at(-1)?.url).toBe(`${base}/${id}${query}`);
  expect(events.length).toBe(direct.events.length - 4);
  expect(service.requests.at(-1)?.method).toBe("GET");
});

test("both forms of Vertex AI and a prefix of any kind are known", async () => {
  const scope = "projects/p/locations/us-central1";
  for (const address of [
    `https://us-central1-aiplatform.googleapis.com/v1beta1/${scope}/interactions`,
    "https://proxy.example/api/v1/gemini/v1beta/interactions",
  ]) {
    const urls: string[] = [];
    const service = createInteractionsService({ faults: cuts, respond: () => text });
    const fetch = resumableFetch({
      fetch: (input, init) => {
        const { url } = new Request(input);
        urls.push(url);
        return service.fetch(url.replace("/api/v1/gemini", ""), init);
      },
    });
    const headers = { authorization: "Bearer ya29.secret-token" };
    expect((await read(await fetch(address, post(create, { headers })))).words).toBe(text);
    expect(urls).toHaveLength(3);
    const place = address.replace(`/${scope}`, "").replace(/interactions$/, "");
    for (const url of urls) expect(url.replace(`/${scope}`, "").startsWith(place)).toBe(true);
  }
});

test.for([
  [500, {}],
  [502, {}],
  [504, {}],
  [408, {}],
  [503, { background: true }],
] as const)(
  "a create answered with %i is a 424 with the service's error inside",
  async ([status, more]) => {
    for (const stream of [true, false]) {
      const error = { code: "unavailable", message: "Backend is on fire." };
      const { service, fetch } = setUp({
        faults: [
          { kind: "answer", on: "create", status, body: JSON.stringify({ error }), times: 9 },
        ],
      });
      const answer = await fetch(
        base,
        post({ model: "gemini-3.5-flash", input: "x", stream, ...more }),
      );
      expect(answer.status).toBe(424);
      const told = await answer.text();
      expect(JSON.parse(told)).toMatchObject({ error: { details: [{ error }] } });
      expect(told).toContain(String(status));
      expect(service.requests).toHaveLength(1);
    }
  },
);

test.for([
  [429, {}],
  [503, {}],
  [400, {}],
  [401, {}],
] as const)("a create answered with %i keeps status, headers and body", async ([status]) => {
  const body = { error: { code: "x", message: "as it came", more: [1] } };
  const { service, fetch } = setUp({
    faults: [{ kind: "answer", on: "create", status, body: JSON.stringify(body), times: 9 }],
  });
  const answer = await fetch(base, post({ model: "gemini-3.5-flash", input: "x", stream: true }));
  expect([answer.status, await answer.json()]).toEqual([status, body]);
  expect(service.requests).toHaveLength(1);
});

test("a create whose connection breaks is a 424, one that was never made is fetch's own error", async () => {
  for (const stream of [true, false]) {
    const lost = setUp({ faults: [{ kind: "network-error", on: "create" }] });
    expect((await lost.fetch(base, post({ ...create, stream }))).status).toBe(424);
    const refused = setUp({
      faults: [{ kind: "network-error", on: "create", code: "ECONNREFUSED" }],
    });
    const failure = refused.fetch(base, post({ ...create, stream }));
    await expect(failure).rejects.toThrow(new TypeError("fetch failed"));
  }
});

test("a JSON answer that breaks off is a 424", async () => {
  const { fetch } = setUp({ faults: [{ kind: "cut", on: "create", afterBytes: 20, reset: true }] });
  expect((await fetch(base, post({ ...create, stream: false }))).status).toBe(424);
});

test("a page in place of a stream is a 424: the run may have started", async () => {
  for (const [type, body] of [
    ["text/html", "<title>Busy</title>"],
    ["application/json", '{"id":"v1_a"}'],
  ] as const) {
    const headers = { "content-type": type };
    const fetch = resumableFetch({ fetch: async () => new Response(body, { headers }) });
    expect((await fetch(base, post())).status).toBe(424);
    const whole = await fetch(base, post({ ...create, stream: false }));
    expect([whole.status, await whole.text()]).toEqual([200, body]);
  }
});

test("a GET for a stream is tried again over an outage; what the service says of it is passed on", async () => {
  const { service, fetch } = setUp({
    faults: [{ kind: "answer", on: "reattach", status: 503, body: "{}" }],
  });
  await read(await fetch(base, post()));
  const id = service.interactions[0]?.id ?? "";
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const pending = fetch(`${base}/${id}?stream=true`, { headers: key });
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await read(await pending)).words).toBe(text);
  } finally {
    vi.useRealTimers();
  }
  const missing = await fetch(`${base}/v1_nowhere?stream=true`, { headers: key });
  expect([missing.status, await missing.json()]).toMatchObject([
    404,
    { error: { code: "not_found" } },
  ]);
});

test("when recovery gives up, the body fails, and [DONE] is never sent", async () => {
  const { fetch } = setUp({ faults: [{ kind: "cut", afterEvents: 4 }] });
  const { end, events } = await read(
    await fetch(base, post({ ...create, background: false, store: false })),
  );
  expect([end, events.length > 0]).toEqual(["failed", true]);
});

test.for(["event", "untyped", "named"] as const)(
  "an error in the stream arrives as an error event: %s",
  async (form) => {
    const error = { code: "content_blocked", message: "Not this." };
    const { fetch } = setUp({ faults: [{ kind: "error-event", afterEvents: 4, form, error }] });
    const { events } = await read(await fetch(base, post()));
    expect(events.at(-1)).toMatchObject({ event_type: "error", error });
  },
);

test("an abort of the reader frees the upstream, a background run continues", async () => {
  const { service, fetch } = setUp({ faults: [{ kind: "silence", afterEvents: 2 }] });
  const reader = (await fetch(base, post())).body?.getReader();
  await reader?.read();
  expect(service.openStreams).toBe(1);
  await reader?.cancel();
  await vi.waitFor(() => expect(service.openStreams).toBe(0));
  expect(service.requests.map(({ method }) => method)).toEqual(["POST"]);
});

test("an abort of the signal rejects before the answer", async () => {
  const silent = setUp({ faults: [{ kind: "silence", on: "create", beforeHeaders: true }] });
  const early = new AbortController();
  const pending = silent.fetch(base, post(create, { signal: early.signal }));
  early.abort("enough");
  await expect(pending).rejects.toBe("enough");
});

test("a signal that had aborted before rejects, and nothing else does", async () => {
  const { service, fetch } = setUp();
  // What the request itself rejects with must have somebody who waits for it: Node ends without.
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  const signal = AbortSignal.abort("enough");
  await expect(fetch(base, post(create, { signal }))).rejects.toBe("enough");
  await expect(fetch(`${base}/v1_a?stream=true`, { signal })).rejects.toBe("enough");
  await new Promise((resolve) => setTimeout(resolve));
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
  expect(service.openStreams).toBe(0);
});

test("an abort of the signal fails the body after the answer", async () => {
  const { service, fetch } = setUp({ faults: [{ kind: "silence", afterEvents: 2 }] });
  const late = new AbortController();
  const reader = (await fetch(base, post(create, { signal: late.signal }))).body?.getReader();
  await reader?.read();
  late.abort("enough");
  const readAll = async (): Promise<void> => {
    while (!(await reader?.read())?.done);
  };
  await expect(readAll()).rejects.toBe("enough");
  await vi.waitFor(() => expect(service.openStreams).toBe(0));
});

test("everything else goes through untouched", async () => {
  const answer = new Response("bytes");
  const upstream = vi.fn(async () => answer);
  const fetch = resumableFetch({ fetch: upstream });
  for (const [input, init] of [
    ["https://generativelanguage.googleapis.com/v1beta/models", undefined],
    [`${base}/v1_a`, { headers: key }],
    [`${base}/v1_a/cancel`, { method: "POST" }],
    [`${base}/v1_a`, { method: "DELETE" }],
    ["https://elsewhere.example/x?stream=true", { method: "POST", body: "x" }],
  ] as const) {
    expect(await fetch(input, init)).toBe(answer);
    expect(upstream).toHaveBeenLastCalledWith(input, init);
  }
});

test("no credential is in an error, a lost answer, or what inspecting one shows", async () => {
  const secret = key["x-goog-api-key"];
  const { fetch } = setUp({
    faults: [
      {
        kind: "answer",
        on: "create",
        status: 500,
        body: JSON.stringify({ error: { message: `bad key ${secret}` } }),
      },
    ],
  });
  expect(await (await fetch(base, post())).text()).not.toContain(secret);
});
