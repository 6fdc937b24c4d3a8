import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { InteractionsClient } from "../../src/index.ts";
import type { InteractionsClientOptions } from "../../src/index.ts";
import { clearEnvironment, testKey, testToken } from "../support/clients.ts";
import { sampleInteraction } from "../support/interaction.ts";
import { answerAll, startServer } from "../support/server.ts";

const server = startServer();
beforeEach(clearEnvironment);

/** What one create sends: where, and the headers that carry credentials. */
async function sendOne(options?: InteractionsClientOptions) {
  server.use(answerAll());
  await new InteractionsClient(options).create({ model: "gemini-3.5-flash", input: "Hi" });
  expect(server.requests).toHaveLength(1);
  const [request] = server.requests;
  return {
    url: request?.url,
    key: request?.headers.get("x-goog-api-key"),
    authorization: request?.headers.get("authorization"),
    quotaProject: request?.headers.get("x-goog-user-project"),
  };
}

function clientFromEnvironment() {
  return new InteractionsClient();
}

const geminiUrl = "https://generativelanguage.googleapis.com/v1beta/interactions";

function vertexUrl(project: string, location = "global") {
  const host = location === "global" ? "" : `${location}-`;
  return `https://${host}aiplatform.googleapis.com/v1beta1/projects/${project}/locations/${location}/interactions`;
}

test("an API key selects the Gemini API", async () => {
  expect(await sendOne({ apiKey: testKey })).toEqual({
    url: geminiUrl,
    key: testKey,
    authorization: null,
    quotaProject: null,
  });
});

test("vertex selects Vertex AI", async () => {
  expect(await sendOne({ vertex: { project: "p", auth: testToken } })).toEqual({
    url: vertexUrl("p"),
    key: null,
    authorization: `Bearer ${testToken}`,
    quotaProject: null,
  });
});

test("an explicit API key beats an environment that says Vertex AI", async () => {
  vi.stubEnv("GOOGLE_GENAI_USE_VERTEXAI", "true");
  vi.stubEnv("GOOGLE_CLOUD_PROJECT", "p");
  expect(await sendOne({ apiKey: testKey })).toMatchObject({ url: geminiUrl, key: testKey });
});

test("an explicit vertex beats an API key in the environment, which is not sent", async () => {
  vi.stubEnv("GEMINI_API_KEY", testKey);
  const sent = await sendOne({ vertex: { project: "p", auth: testToken } });
  expect(sent).toMatchObject({ url: vertexUrl("p"), key: null });
});

test("apiKey and vertex together are refused", () => {
  const both = { apiKey: testKey, vertex: { project: "p", auth: testToken } };
  expect(() => new InteractionsClient(both)).toThrow(TypeError);
  expect(() => new InteractionsClient(both)).toThrow(/either apiKey .* or vertex .*, not both/);
});

test("options that are undefined count as absent", async () => {
  vi.stubEnv("GEMINI_API_KEY", testKey);
  const nothing = { apiKey: undefined, vertex: undefined, baseUrl: undefined, headers: undefined };
  expect(await sendOne(nothing)).toMatchObject({ url: geminiUrl, key: testKey });
});

test("GEMINI_API_KEY comes before GOOGLE_API_KEY", async () => {
  vi.stubEnv("GEMINI_API_KEY", "first-key");
  vi.stubEnv("GOOGLE_API_KEY", "second-key");
  expect(await sendOne()).toMatchObject({ url: geminiUrl, key: "first-key" });
});

test.each(["", "  ", "\t\n"])(
  "GOOGLE_API_KEY serves when GEMINI_API_KEY is blank: %j",
  async (blank) => {
    vi.stubEnv("GEMINI_API_KEY", blank);
    vi.stubEnv("GOOGLE_API_KEY", "second-key");
    expect(await sendOne()).toMatchObject({ key: "second-key" });
  },
);

test("blanks around a key from the environment are cut off", async () => {
  vi.stubEnv("GEMINI_API_KEY", `  ${testKey}\n`);
  expect(await sendOne()).toMatchObject({ key: testKey });
});

test("without any credentials an error says how to pass them", () => {
  expect(clientFromEnvironment).toThrow(TypeError);
  expect(clientFromEnvironment).toThrow(/apiKey or vertex/);
  expect(clientFromEnvironment).toThrow(/GEMINI_API_KEY/);
  expect(clientFromEnvironment).toThrow(/GOOGLE_GENAI_USE_VERTEXAI=true and GOOGLE_CLOUD_PROJECT/);
});

test.each(["", "   "])("a blank explicit key is refused, not replaced by another: %j", (apiKey) => {
  vi.stubEnv("GEMINI_API_KEY", testKey);
  expect(() => new InteractionsClient({ apiKey })).toThrow(/apiKey must be a non-empty string/);
});

test("a project in the environment alone does not select Vertex AI", () => {
  vi.stubEnv("GOOGLE_CLOUD_PROJECT", "p");
  expect(clientFromEnvironment).toThrow(/No credentials/);
});

/** Whether the environment selects Vertex AI, told by what the client then asks for: a project. */
function selectsVertex() {
  try {
    clientFromEnvironment();
    return false;
  } catch (error) {
    return String(error).includes("Vertex AI needs a project");
  }
}

test.each([
  ["true", true],
  ["TRUE", true],
  [" true ", true],
  ["1", true],
  ["false", false],
  ["0", false],
  ["yes", false],
  ["", false],
])("GOOGLE_GENAI_USE_VERTEXAI=%j means Vertex AI: %j", (value, expected) => {
  vi.stubEnv("GEMINI_API_KEY", testKey);
  vi.stubEnv("GOOGLE_GENAI_USE_VERTEXAI", value);
  expect(selectsVertex()).toBe(expected);
});

test.each([
  { enterprise: "true", vertexai: "false", expected: true },
  { enterprise: "false", vertexai: "true", expected: false },
  { enterprise: "1", vertexai: undefined, expected: true },
  { enterprise: "", vertexai: "true", expected: true },
  { enterprise: " ", vertexai: "false", expected: false },
])(
  "GOOGLE_GENAI_USE_ENTERPRISE=$enterprise decides before …_USE_VERTEXAI=$vertexai",
  ({ enterprise, vertexai, expected }) => {
    vi.stubEnv("GEMINI_API_KEY", testKey);
    vi.stubEnv("GOOGLE_GENAI_USE_ENTERPRISE", enterprise);
    vi.stubEnv("GOOGLE_GENAI_USE_VERTEXAI", vertexai);
    expect(selectsVertex()).toBe(expected);
  },
);

test("Vertex AI in the environment beats a key in the environment", () => {
  vi.stubEnv("GEMINI_API_KEY", testKey);
  vi.stubEnv("GOOGLE_GENAI_USE_VERTEXAI", "true");
  expect(clientFromEnvironment).toThrow(
    "Vertex AI needs a project. Pass vertex.project to the client, or set GOOGLE_CLOUD_PROJECT.",
  );
});

test.each([undefined, "", "  "])(
  "project falls back to the environment from %j",
  async (project) => {
    vi.stubEnv("GOOGLE_CLOUD_PROJECT", " env-project ");
    const sent = await sendOne({ vertex: { project, auth: testToken } });
    expect(sent.url).toBe(vertexUrl("env-project"));
  },
);

test("an explicit project and location beat the environment", async () => {
  vi.stubEnv("GOOGLE_CLOUD_PROJECT", "env-project");
  vi.stubEnv("GOOGLE_CLOUD_LOCATION", "europe-west4");
  const sent = await sendOne({
    vertex: { project: "p", location: "us-central1", auth: testToken },
  });
  expect(sent.url).toBe(vertexUrl("p", "us-central1"));
});

test.each([undefined, "", " "])(
  "location falls back to the environment from %j",
  async (location) => {
    vi.stubEnv("GOOGLE_CLOUD_LOCATION", "europe-west4");
    const sent = await sendOne({ vertex: { project: "p", location, auth: testToken } });
    expect(sent.url).toBe(vertexUrl("p", "europe-west4"));
  },
);

test("location is global when a blank is all there is", async () => {
  vi.stubEnv("GOOGLE_CLOUD_LOCATION", " ");
  const sent = await sendOne({ vertex: { project: "p", auth: testToken } });
  expect(sent.url).toBe(vertexUrl("p", "global"));
});

test("apiVersion replaces the default version on the Gemini API", async () => {
  const { url } = await sendOne({ apiKey: testKey, apiVersion: "v1" });
  expect(url).toBe("https://generativelanguage.googleapis.com/v1/interactions");
});

test("apiVersion replaces the default version on Vertex AI", async () => {
  const { url } = await sendOne({ vertex: { project: "p", auth: testToken }, apiVersion: "v1" });
  expect(url).toBe("https://aiplatform.googleapis.com/v1/projects/p/locations/global/interactions");
});

test("reads no environment where there is none", () => {
  // Before the hooks, which need the real one to put the variables back.
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  vi.stubGlobal("process", undefined);
  expect(clientFromEnvironment).toThrow(/No credentials/);
  vi.stubGlobal("process", {});
  expect(clientFromEnvironment).toThrow(/No credentials/);
});

test.each([0, -1, Number.NaN])("a timeoutMs of %s is refused", (timeoutMs) => {
  expect(() => new InteractionsClient({ apiKey: testKey, timeoutMs })).toThrow(
    /timeoutMs must be a positive number/,
  );
});

function fetchOf(id: string) {
  return () => Promise.resolve(Response.json(sampleInteraction({ id })));
}

test("uses the fetch of the call, then the client's, then a global one patched later", async () => {
  const client = new InteractionsClient({ apiKey: testKey, fetch: fetchOf("client") });
  expect(await client.get("x")).toMatchObject({ id: "client" });
  expect(await client.get("x", {}, { fetch: fetchOf("call") })).toMatchObject({ id: "call" });

  const bare = new InteractionsClient({ apiKey: testKey });
  vi.stubGlobal("fetch", fetchOf("late"));
  expect(await bare.get("x")).toMatchObject({ id: "late" });
});

test("the client's headers go with each call, and a header of the call wins", async () => {
  server.use(answerAll());
  const client = new InteractionsClient({
    apiKey: testKey,
    headers: { "X-Team": "blue", "x-trace": "client" },
  });
  await client.get("int_1", {}, { headers: { "X-Trace": "call" } });
  await client.delete("int_1");
  const sent = server.requests.map(({ headers }) => [
    headers.get("x-team"),
    headers.get("x-trace"),
  ]);
  expect(sent).toEqual([
    ["blue", "call"],
    ["blue", "client"],
  ]);
});

// Names that are no options.

test.each<[object, string]>([
  [{ apikey: testKey }, 'Unknown option "apikey": did you mean apiKey?'],
  [{ apiKey: testKey, timeout: 5 }, 'Unknown option "timeout": did you mean timeoutMs?'],
  [{ apiKey: testKey, baseURL: "x" }, 'Unknown option "baseURL": did you mean baseUrl?'],
  [
    { apiKey: testKey, retry: { retries: 5 } },
    'Unknown option "retry.retries": did you mean retry.maxRetries?',
  ],
  [
    { apiKey: testKey, hooks: { onrequest: 5 } },
    'Unknown option "hooks.onrequest": did you mean hooks.onRequest?',
  ],
  [
    { vertex: { projectId: "p" } },
    'Unknown option "vertex.projectId": did you mean vertex.project?',
  ],
  [{ vertex: { project: "p", region: "us" } }, 'Unknown option "vertex.region"'],
])("the options %j are refused", (options, message) => {
  expect(() => new InteractionsClient(options)).toThrow(TypeError);
  expect(() => new InteractionsClient(options)).toThrow(message);
});
