import { expect, test } from "vitest";
import { mayHaveStarted, startedBy, toCall } from "../../src/http/call.ts";
import type { Call, CallContent } from "../../src/http/call.ts";

const base = "https://generativelanguage.googleapis.com/v1beta/interactions";

function direct(method: string, path = "", body?: object, headers = {}): Call {
  const content: CallContent = {
    method,
    url: base + path,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: undefined,
    members: {},
  };
  return toCall(content);
}

const model = { model: "m", input: "Hi" };
const agent = { agent: "a", input: "Hi" };

test.each([
  ["POST", "", true],
  ["POST", "/id/cancel", false],
  ["GET", "", false],
  ["GET", "/id?stream=true", false],
  ["DELETE", "/id", false],
] as const)("a low-level %s of %j creates a run: %s", (method, path, isCreate) => {
  const call = direct(method, path, method === "POST" && path === "" ? model : undefined);
  expect(call).toMatchObject({ isCreate, isDirect: true });
});

test.each([
  ["a body that asks for events", direct("POST", "", { ...model, stream: true }), true],
  ["a body that does not", direct("POST", "", model), false],
  ["a query that asks for events", direct("GET", "/id?stream=true"), true],
  ["a query that does not", direct("GET", "/id?stream=false"), false],
  [
    "a header that asks for events",
    direct("GET", "/id", undefined, { accept: "text/event-stream" }),
    true,
  ],
])("%s decides whether a low-level call streams", (_, call, expected) => {
  expect(call.wantsStream).toBe(expected);
});

test.each([
  [model, "foreground run"],
  [{ ...model, background: false }, "foreground run"],
  [{ ...model, background: true }, "lasting run"],
  [agent, "lasting run"],
  [{ ...agent, background: true }, "lasting run"],
] as const)("%j starts a %s", (params, starts) => {
  expect(direct("POST", "", params).starts).toBe(starts);
  expect(startedBy(params)).toBe(starts);
});

test("a create whose body cannot be read may start anything; other calls start nothing", () => {
  const content = { method: "POST", url: base, headers: {}, signal: undefined, members: {} };
  expect(toCall({ ...content, body: "no JSON" }).starts).toBe("lasting run");
  expect(toCall({ ...content, body: undefined }).starts).toBe("lasting run");
  expect(direct("GET", "/id").starts).toBe("nothing");
  expect(direct("POST", "/id/cancel").starts).toBe("nothing");
});

test.each([
  [408, true, true],
  [429, false, false],
  [500, true, true],
  [503, false, true],
  [504, true, true],
  [400, false, false],
  [501, false, false],
])(
  "after %i a foreground run may have started: %j, a lasting one: %j",
  (status, foreground, lasting) => {
    expect(mayHaveStarted({ starts: startedBy(model) }, status)).toBe(foreground);
    expect(mayHaveStarted({ starts: startedBy(agent) }, status)).toBe(lasting);
    expect(mayHaveStarted(direct("GET", "/id"), status)).toBe(false);
  },
);
