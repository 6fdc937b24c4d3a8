import { expect, test } from "vitest";
import { isLongQuota, readErrorReport, readQuota } from "../../src/model/error-report.ts";

const detail = { "@type": "type.googleapis.com/google.rpc.Help", links: [] };

test.each<[string, unknown, string | undefined, string]>([
  ["a string code", { error: { code: "not_found", message: "Gone" } }, "not_found", "Gone"],
  [
    "google.rpc.Status",
    { error: { code: 503, status: "UNAVAILABLE", message: "Later" } },
    "UNAVAILABLE",
    "Later",
  ],
  ["an array", [{ error: { code: 503, message: "Later" } }], "503", "Later"],
  ["an array that begins with nothing", [null, { error: { code: "x", message: "m" } }], "x", "m"],
  ["an error event", { event_type: "error", error: { code: "x", message: "m" } }, "x", "m"],
  ["members without an envelope", { code: "x", message: "m" }, "x", "m"],
  ["an envelope in an envelope", { error: { error: { code: "x", message: "m" } } }, "x", "m"],
  ["a list of errors", { errors: [{ code: "x", message: "m" }] }, "x", "m"],
  ["an error that is text", { error: "overloaded" }, undefined, "overloaded"],
  ["a code only", { error: { code: "x" } }, "x", ""],
  ["a message only", { error: { message: "m" } }, undefined, "m"],
  ["a gateway's detail", { detail: "No healthy upstream" }, undefined, "No healthy upstream"],
  ["text", "upstream connect error", undefined, "upstream connect error"],
  ["a page", "<html><title>Error 502</title><p>x", undefined, "Error 502"],
  [
    "a status update beside an error",
    { event_type: "interaction.status_update", status: "failed", error: { code: "x" } },
    "x",
    "",
  ],
])("reads %s", (_, value, code, message) => {
  expect(readErrorReport(value)).toMatchObject({ code, message, isEmpty: false });
});

test.each([
  [undefined],
  [null],
  [""],
  ["  "],
  [{}],
  [[]],
  [[{}]],
  [{ error: {} }],
  [{ error: null }],
  [{ error: "" }],
  [{ error: { code: "", message: "" } }],
  [{ error: { code: 0, message: " " } }],
  [{ error: { code: "0" } }],
  [{ errors: [] }],
  [{ event_type: "error" }],
  [{ event_type: "error", error: null, event_id: "e1" }],
  [{ event_type: "error", error: {} }],
  [{ event_type: "interaction.status_update", status: "failed" }],
])("%j contains no error", (value) => {
  expect(readErrorReport(value)).toMatchObject({ code: undefined, message: "", isEmpty: true });
});

test.each([
  "unavailable",
  "UNAVAILABLE",
  "Unavailable",
  "service_unavailable",
  "SERVICE_UNAVAILABLE",
  "serviceUnavailable",
  "service-unavailable",
  "deadline_exceeded",
  "DEADLINE_EXCEEDED",
  "gateway_timeout",
  "internal",
  "INTERNAL",
  "api_error",
  "https://ai.google.dev/errors#gateway_timeout",
  500,
  502,
  503,
  504,
  "503",
  14,
])("the code %j is transient", (code) => {
  expect(readErrorReport({ error: { code, message: "m" } }).isTransient).toBe(true);
  expect(readErrorReport([{ error: { code } }]).isTransient).toBe(true);
});

test.each([
  "not_found",
  "prohibited_content",
  "rate_limit_exceeded",
  "RESOURCE_EXHAUSTED",
  "cancelled",
  "unimplemented",
  "safety",
  400,
  404,
  429,
  501,
  undefined,
])("the code %j is not transient", (code) => {
  expect(readErrorReport({ error: { code, message: "internal" } }).isTransient).toBe(false);
});

test("a number with the name of its status is transient by either", () => {
  const named = { error: { code: 200, status: "UNAVAILABLE", message: "m" } };
  const numbered = { error: { code: 503, status: "SOMETHING", message: "m" } };
  expect(readErrorReport(named)).toMatchObject({ code: "UNAVAILABLE", isTransient: true });
  expect(readErrorReport(numbered)).toMatchObject({ code: "SOMETHING", isTransient: true });
});

test("details without a type are left out", () => {
  const details = [null, "x", { reason: "y" }, detail];
  expect(readErrorReport({ error: { message: "m", details } }).details).toEqual([detail]);
});

// Quotas.

const metric = "generativelanguage.googleapis.com/generate_content_free_tier_requests";

function violation(quotaId: string, quotaValue?: unknown) {
  return { quotaMetric: metric, quotaId, quotaValue };
}

function exceeded(...violations: object[]) {
  const type = "type.googleapis.com/google.rpc.QuotaFailure";
  return { error: { code: 429, message: "Too many", details: [{ "@type": type, violations }] } };
}

function metadata(members: object) {
  const details = [
    { "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: "x", metadata: members },
  ];
  return { error: { code: 429, message: "Too many", details } };
}

test.each<[string, unknown, object | undefined]>([
  [
    "a limit per day",
    exceeded(violation("GenerateRequestsPerDayPerProjectPerModel-FreeTier", "250")),
    { period: "day", limit: 250, metric },
  ],
  [
    "a limit per minute",
    exceeded(violation("GenerateContentInputTokensPerModelPerMinute-FreeTier", "250000")),
    { period: "minute", limit: 250_000, metric },
  ],
  [
    "the longest of several",
    exceeded(violation("PerMinute", "5"), violation("PerDay", "100"), violation("PerHour", "50")),
    { period: "day", limit: 100, metric },
  ],
  [
    "a limit per second without a value",
    exceeded(violation("RequestsPerSecond")),
    { period: "second", limit: undefined, metric },
  ],
  [
    "a value that is no number",
    exceeded(violation("PerMonth", "many")),
    { period: "month", limit: undefined, metric },
  ],
  [
    "ErrorInfo",
    metadata({
      quota_limit: "RequestsPerMinutePerProjectPerRegion",
      quota_limit_value: "60",
      quota_metric: "aiplatform.googleapis.com/requests",
    }),
    { period: "minute", limit: 60, metric: "aiplatform.googleapis.com/requests" },
  ],
  [
    "ErrorInfo with a unit",
    metadata({ quota_unit: "1/d/{project}", quota_metric: "m" }),
    { period: "day", limit: undefined, metric: "m" },
  ],
  [
    "the words",
    { error: { message: `Quota exceeded for metric: ${metric}, limit: 250, model: x per day` } },
    { period: "day", limit: 250, metric },
  ],
  [
    "words without details",
    { error: { code: "quota_exceeded", message: "You reached your daily limit." } },
    { period: "day", limit: undefined, metric: undefined },
  ],
  [
    "a period behind a stroke",
    { error: { code: "quota_exceeded", message: "Quota 'requests/day' is spent." } },
    { period: "day", limit: undefined, metric: undefined },
  ],
  [
    "requests per minute in words",
    { error: { code: "rate_limit_exceeded", message: "20 requests per minute are allowed." } },
    { period: "minute", limit: undefined, metric: undefined },
  ],
  [
    "a violation without a period",
    exceeded({ quotaMetric: metric }),
    { period: undefined, limit: undefined, metric },
  ],
  ["nothing", { error: { message: "Slow down." } }, undefined],
  ["violations that are none", exceeded(), undefined],
  ["members of other types", exceeded({ quotaId: 7, quotaMetric: {} }), undefined],
])("reads the quota from %s", (_, body, expected) => {
  expect(readQuota(readErrorReport(body))).toEqual(expected);
});

test.each([
  ["day", true],
  ["month", true],
  ["hour", false],
  ["minute", false],
  [undefined, false],
] as const)("a quota per %s is long: %j", (period, expected) => {
  expect(isLongQuota({ period, limit: 1, metric: "m" })).toBe(expected);
});
