import { HttpResponse } from "msw";
import { expect, test, vi } from "vitest";
import {
  ApiError,
  AuthenticationError,
  BadRequestError,
  InteractionsError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ServerError,
} from "../../src/index.ts";
import { geminiClient, vertexClient } from "../support/clients.ts";
import { answerInTurn, geminiHost, startServer } from "../support/server.ts";

const server = startServer();

const call = `GET ${geminiHost}/v1beta/interactions/int_1`;

/** The error that `get` rejects with when the service answers so. */
async function errorFor(body: unknown, status = 400, headers: Record<string, string> = {}) {
  const answer = () =>
    typeof body === "string"
      ? new HttpResponse(body, { status, headers: { "content-type": "text/html", ...headers } })
      : HttpResponse.json(body as object, { status, headers });
  server.use(answerInTurn(answer));
  const error: unknown = await geminiClient()
    .get("int_1")
    .catch((reason: unknown) => reason);
  if (!(error instanceof ApiError)) throw new TypeError("expected an ApiError", { cause: error });
  return error;
}

const rpcError = {
  error: {
    code: 429,
    message: "Quota exceeded.",
    status: "RESOURCE_EXHAUSTED",
    details: [
      { "@type": "type.googleapis.com/google.rpc.Help", links: [] },
      { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "26.5s" },
    ],
  },
};

const page =
  "<!DOCTYPE html><html><head><title>Error 502 (Bad\n Gateway)!!1</title>" +
  "<style>p { margin: 0 }</style></head><body><p>Try later.</p></body></html>";

test.each([
  [
    "a string code",
    { error: { code: "invalid_request", message: "Model is unknown" } },
    400,
    `Request failed with status 400 (invalid_request): Model is unknown. ${call}`,
  ],
  [
    "google.rpc.Status",
    rpcError,
    429,
    `Request failed with status 429 (RESOURCE_EXHAUSTED): Quota exceeded. Retry after 27 s. ${call}`,
  ],
  [
    "google.rpc.Status in an array",
    [rpcError],
    429,
    `Request failed with status 429 (RESOURCE_EXHAUSTED): Quota exceeded. Retry after 27 s. ${call}`,
  ],
  ["HTML", page, 502, `Request failed with status 502: Error 502 (Bad Gateway)!!1. ${call}`],
  [
    "HTML without a title",
    "<html><body><h1>Oh no</h1><p>Broken</p>",
    503,
    `Request failed with status 503: Oh no Broken. ${call}`,
  ],
  [
    "text",
    "upstream connect error",
    503,
    `Request failed with status 503: upstream connect error. ${call}`,
  ],
  ["nothing", "", 504, `Request failed with status 504: empty answer. ${call}`],
  ["blanks", " \n", 500, `Request failed with status 500: empty answer. ${call}`],
  ["an empty object", {}, 500, `Request failed with status 500: no message. ${call}`],
  ["an empty array", [], 500, `Request failed with status 500: empty answer. ${call}`],
  ["null", null, 500, `Request failed with status 500: empty answer. ${call}`],
  ["a number", 7, 500, `Request failed with status 500: empty answer. ${call}`],
  [
    "an empty message",
    { error: { code: "api_error", message: "" } },
    500,
    `Request failed with status 500 (api_error): no message. ${call}`,
  ],
  [
    "a message of another type",
    { error: { code: 500, message: { text: "no" } } },
    500,
    `Request failed with status 500: no message. ${call}`,
  ],
  [
    "members without an envelope",
    { code: "not_found", message: "Gone!" },
    404,
    `Request failed with status 404 (not_found): Gone! ${call}`,
  ],
  [
    "an error that is a string, as gateways send",
    { error: "invalid_grant", error_description: "expired" },
    400,
    `Request failed with status 400: invalid_grant. ${call}`,
  ],
] as const)("a body of %s becomes one message", async (_, body, status, message) => {
  const error = await errorFor(body, status);
  expect(error.message).toBe(message);
  expect(error.status).toBe(status);
});

test.each([
  [400, BadRequestError],
  [401, AuthenticationError],
  [402, ApiError],
  [403, PermissionDeniedError],
  [404, NotFoundError],
  [409, ApiError],
  [416, ApiError],
  [429, RateLimitError],
  [499, ApiError],
  [500, ServerError],
  [501, ServerError],
  [503, ServerError],
  [504, ServerError],
])("status %i gives a %o", async (status, Class) => {
  const error = await errorFor({ error: { code: "x", message: "y" } }, status);
  expect(error.constructor).toBe(Class);
  expect(error.name).toBe(Class.name);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toBeInstanceOf(InteractionsError);
});

const invalidKey = {
  "@type": "type.googleapis.com/google.rpc.ErrorInfo",
  reason: "API_KEY_INVALID",
  domain: "googleapis.com",
};

test.each([
  ["ErrorInfo", { error: { code: 400, message: "Bad key.", details: [invalidKey] } }],
  [
    "its words",
    { error: { code: 400, message: "API key not valid. Please pass a valid API key." } },
  ],
  ["an expired key", { error: { code: "invalid_request", message: "API key expired." } }],
])("status 400 for a wrong API key is an AuthenticationError: %s", async (_, body) => {
  const error = await errorFor(body, 400);
  expect(error).toBeInstanceOf(AuthenticationError);
  expect(error.status).toBe(400);
});

test("a 429 names its quota", async () => {
  const violations = [{ quotaMetric: "m", quotaId: "RequestsPerMinute", quotaValue: "15" }];
  const details = [{ "@type": "type.googleapis.com/google.rpc.QuotaFailure", violations }];
  const error = await errorFor({ error: { code: 429, message: "Slow", details } }, 429);
  expect(error).toBeInstanceOf(RateLimitError);
  expect(error).toHaveProperty("quota", { period: "minute", limit: 15, metric: "m" });
  expect(await errorFor({ error: { message: "Slow" } }, 429)).toHaveProperty("quota", undefined);
});

const notFoundPage =
  "<!DOCTYPE html><html lang=en><title>Error 404 (Not Found)!!1</title><p>The requested URL was not found.";

test.each([
  ["mars-north1", "auto"],
  ["mars-north1", "location"],
  ["global", "auto"],
] as const)(
  "the page of a location that does not exist names it: %s, %s",
  async (location, paths) => {
    server.use(answerInTurn(() => HttpResponse.html(notFoundPage, { status: 404 })));
    const client = vertexClient({ location, resourcePaths: paths });
    for (const call of [client.get("int_1"), client.create({ model: "m", input: "Hi" })]) {
      const error: unknown = await call.catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(NotFoundError);
      expect(String(error)).toContain(`vertex.location "${location}"`);
    }
  },
);

test("a 404 of the service itself, or of the Gemini API, does not doubt the location", async () => {
  expect((await errorFor(notFoundPage, 404)).message).not.toContain("location");
  server.use(
    answerInTurn(() =>
      HttpResponse.json({ error: { code: "not_found", message: "No." } }, { status: 404 }),
    ),
  );
  const error: unknown = await vertexClient()
    .get("int_1")
    .catch((reason: unknown) => reason);
  expect(String(error)).not.toContain('location "');
});

test("at most 1 kB of a long message gets into the error", async () => {
  const error = await errorFor({ error: { code: "x", message: "m".repeat(9_000) } });
  expect(error.message.length).toBeLessThan(1_024 + 200);
});

test("the error carries the facts of the body", async () => {
  const error = await errorFor(rpcError, 429, { "x-goog-request-id": "req-1" });
  expect(error.code).toBe("RESOURCE_EXHAUSTED");
  expect(error.details).toEqual(rpcError.error.details);
  expect(error.retryDelayMs).toBe(26_500);
  expect(error.requestId).toBe("req-1");
  expect(error.body).toEqual(rpcError);
});

test("facts that the service does not send are absent", async () => {
  const error = await errorFor("");
  expect(error.code).toBeUndefined();
  expect(error.details).toEqual([]);
  expect(error.retryDelayMs).toBeUndefined();
  expect(error.requestId).toBeUndefined();
  expect(error.body).toBeUndefined();
});

test("a body that is not JSON is kept as text", async () => {
  expect((await errorFor(page, 502)).body).toBe(page);
});

test("x-request-id serves where the service's own header is missing", async () => {
  expect((await errorFor({}, 400, { "x-request-id": "req-2" })).requestId).toBe("req-2");
});

test("details of another form are left out", async () => {
  const details = [null, "x", { reason: "y" }, { "@type": "z" }];
  const error = await errorFor({ error: { code: 400, message: "m", details } });
  expect(error.details).toEqual([{ "@type": "z" }]);
  expect((await errorFor({ error: { message: "m", details: {} } })).details).toEqual([]);
});

const now = new Date("2026-11-22T10:00:00Z");

function retryInfo(retryDelay: unknown) {
  const detail = { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay };
  return { error: { code: 429, message: "Slow down", details: [detail] } };
}

test.each<[string, unknown, Record<string, string>, number | undefined]>([
  ["RetryInfo", retryInfo("26s"), {}, 26_000],
  ["RetryInfo with a fraction", retryInfo("0.25s"), {}, 250],
  ["RetryInfo before the headers", retryInfo("3s"), { "retry-after": "9" }, 3_000],
  ["a broken RetryInfo gives way", retryInfo("soon"), { "retry-after": "9" }, 9_000],
  ["RetryInfo without a delay gives way", retryInfo(undefined), { "retry-after": "9" }, 9_000],
  ["Retry-After in seconds", {}, { "retry-after": "12" }, 12_000],
  ["Retry-After of zero", {}, { "retry-after": "0" }, 0],
  ["Retry-After as a date", {}, { "retry-after": "Sun, 22 Nov 2026 10:00:30 GMT" }, 30_000],
  ["no date in the past", {}, { "retry-after": "Sun, 22 Nov 2026 09:00:00 GMT" }, undefined],
  ["retry-after-ms", {}, { "retry-after-ms": "1500" }, 1_500],
  ["retry-after-ms before Retry-After", {}, { "retry-after-ms": "5", "retry-after": "9" }, 5],
  ["nonsense", {}, { "retry-after": "soon" }, undefined],
  ["a broken retry-after-ms", {}, { "retry-after-ms": "x", "retry-after": "9" }, 9_000],
])("the delay to the next attempt comes from %s", async (_, body, headers, expected) => {
  vi.useFakeTimers({ toFake: ["Date"], now });
  const error = await errorFor(body, 429, headers);
  expect(error.retryDelayMs).toBe(expected);
});

test.each([
  ["message", { error: { code: "x", message: "\t\u001b[31mred\u0007\u009b2J\r\nnext\u202eline" } }],
  ["code", { error: { code: "x\u001b[31m\u0007\u009b\r\n\u202e", message: "m" } }],
  ["status", { error: { code: 400, status: "X\u001b]0;title\u0007\u202e", message: "m" } }],
  ["text", "\u001b[31mred\u0007\u009b2J\r\nnext\u202eline"],
  ["title", "<title>\u001b[31mred\u0007\u009b2J\r\nnext\u202eline</title>"],
  ["string error", { error: "\u001b[31mred\u0007\u009b2J\r\nnext\u202eline" }],
])("control characters in the %s do not reach a terminal", async (_, body) => {
  const error = await errorFor(body);
  // oxlint-disable-next-line no-control-regex -- these are what must be gone
  const control = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
  expect(error.message).not.toMatch(control);
  expect(error.code ?? "").not.toMatch(control);
});

test("a long text is cut in the message and kept in the body", async () => {
  const text = "x".repeat(5_000);
  const error = await errorFor(text, 500);
  expect(error.message.length).toBeLessThan(500);
  expect(error.message).toContain("xxx… GET");
  expect(error.body).toBe(text);
});

test.each(["<", "<title", "<title><"])(
  "a page of nothing but %j takes no time to read",
  async (part) => {
    // With patterns run over the whole page this takes minutes, and the test its time limit.
    const error = await errorFor(part.repeat(1_000_000 / part.length), 502);
    expect(error.status).toBe(502);
  },
);
