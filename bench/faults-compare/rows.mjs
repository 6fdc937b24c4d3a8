// @ts-check
// What breaks: for each row the fault on both wires, what the client is asked to do, and the words for
// what was observed. No word is about a client by name: each cell says what its own run has shown.

/** The answer of every run. */
export const words = Array.from({ length: 60 }, (_, i) => `word${i + 1} `);
/** Between two words; a run takes 1.8 s. */
export const intervalMs = 30;
const outageMs = 30_000;

/**
 * @typedef {object} Observed
 * @property {string} text
 * @property {string} ended `quietly`, `by an error`, or `impossible`
 * @property {string} [status] by which a client calls it done
 * @property {{ type: string, message: string, code?: string, mayHaveBeenAccepted?: boolean, quota?: { period?: string } }} [error]
 * @property {number} posts
 * @property {number} runs
 * @property {number} seconds
 *
 * @typedef {object} Row
 * @property {string} name
 * @property {"create" | "foreground" | "background" | "wait"} action
 * @property {number} [killAfter] words, whereupon the process is killed and another one resumes
 * @property {Parameters<typeof import("./interactions.mjs").startInteractions>[2]} interactions
 * @property {import("./responses.mjs").ResponsesFaults} responses
 * @property {(observed: Observed) => string} describe
 */

/** @param {number} n @param {string} what */
const count = (n, what) => `${n} ${what}${n === 1 ? "" : "s"}`;

/** @param {Observed} observed */
const errorOf = ({ error }) => `\`${error?.type}\``;

/** @param {string | undefined} status */
const statusOf = (status) => (status === undefined ? "" : ` (it says \`${status}\`)`);

/** @param {Observed} observed */
function describeText(observed) {
  const { text, ended, status, seconds } = observed;
  const seen = text.match(/word\d+/g) ?? [];
  const known = new Set(seen).size;
  const part = `${known} of ${words.length} words`;
  if (ended === "impossible") return `${part}; it has no call that continues`;
  if (ended === "by an error") return `${part}, then ${errorOf(observed)}`;
  if (known < words.length) {
    return `ends without an error after ${part}${statusOf(status)}`;
  }
  const twice = seen.length - known;
  const late = seconds > 10 ? `, after ${seconds.toFixed(0)} s` : "";
  return twice > 0
    ? `continues, ${count(twice, "word")} twice${late}`
    : `continues, each word once${late}`;
}

/** @param {Observed} observed */
function describeCreate(observed) {
  const { posts, runs, ended, error } = observed;
  const sent = `${count(posts, "POST")}, ${count(runs, "run")} billed`;
  if (ended !== "by an error") return `${sent}, and no error`;
  const hint = error?.mayHaveBeenAccepted ? ", which says that it may have been accepted" : "";
  return `${sent}, then ${errorOf(observed)}${hint}`;
}

/** @param {Observed} observed */
function describeQuota(observed) {
  const { posts, seconds, error } = observed;
  const hint = error?.quota?.period ? `, which says: per ${error.quota.period}` : "";
  return `${errorOf(observed)} after ${count(posts, "request")} in ${seconds.toFixed(1)} s${hint}`;
}

/** @param {Observed} observed */
function describeRefusal(observed) {
  const { ended, status, error, posts } = observed;
  if (ended !== "by an error") return `ends without an error and without text${statusOf(status)}`;
  const knows = /prohibited_content|invalid_prompt|blocked|refused/.test(
    `${error?.code} ${error?.message}`,
  );
  const reason = knows ? "with the service's reason" : "without the service's reason";
  return `${errorOf(observed)} ${reason}${posts > 1 ? `, after ${posts} POSTs` : ""}`;
}

const quotaBody = JSON.stringify({
  error: {
    code: 429,
    message: "You exceeded your current quota, please check your plan and billing details.",
    status: "RESOURCE_EXHAUSTED",
    details: [
      {
        "@type": "type.googleapis.com/google.rpc.QuotaFailure",
        violations: [
          {
            quotaMetric: "generativelanguage.googleapis.com/generate_content_free_tier_requests",
            quotaId: "GenerateRequestsPerDayPerProjectPerModel-FreeTier",
            quotaValue: "250",
          },
        ],
      },
      { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "2s" },
    ],
  },
});

/** After 30 words, on both wires. */
const cut = { afterEvents: 33 };
const cutHere = { afterEvents: 31 };

/** @type {Row[]} */
export const rows = [
  {
    name: "a background stream's connection breaks",
    action: "background",
    interactions: { faults: [{ kind: "cut", ...cut, reset: true }] },
    responses: { cut: { ...cutHere, reset: true } },
    describe: describeText,
  },
  {
    name: "… with ids on all events, as in Google's guides",
    action: "background",
    interactions: { mode: "guide", faults: [{ kind: "cut", ...cut, reset: true }] },
    responses: { cut: { ...cutHere, reset: true } },
    describe: describeText,
  },
  {
    name: "a foreground stream just ends (a proxy's time limit)",
    action: "foreground",
    interactions: { faults: [{ kind: "cut", ...cut }] },
    responses: { cut: { ...cutHere, reset: false } },
    describe: describeText,
  },
  {
    name: "the answers to a create are lost",
    action: "create",
    interactions: {
      faults: [{ kind: "network-error", on: "create", accepted: true, times: 100 }],
    },
    responses: { loseCreates: true },
    describe: describeCreate,
  },
  {
    name: "the process is killed in mid-stream, another one continues",
    action: "background",
    killAfter: 30,
    interactions: {},
    responses: {},
    describe: describeText,
  },
  {
    name: "30 s of outage while streaming",
    action: "background",
    interactions: {
      faults: [
        { kind: "cut", ...cut, reset: true },
        { kind: "answer", on: "reattach", status: 503, lastsMs: outageMs },
        { kind: "answer", on: "get", status: 503, lastsMs: outageMs },
      ],
    },
    responses: { cut: { ...cutHere, reset: true }, outageMs },
    describe: describeText,
  },
  {
    name: "30 s of outage while waiting",
    action: "wait",
    interactions: { faults: [{ kind: "answer", on: "get", status: 503, lastsMs: outageMs }] },
    responses: { outageMs },
    describe: describeText,
  },
  {
    name: "the daily quota is spent",
    action: "create",
    interactions: {
      faults: [{ kind: "answer", on: "create", status: 429, times: 100, body: quotaBody }],
    },
    responses: { quota: true },
    describe: describeQuota,
  },
  {
    name: "the prompt is refused",
    action: "foreground",
    interactions: { refuse: true },
    responses: { refuse: true },
    describe: describeRefusal,
  },
];
