// @ts-check
// Each example by the command at its top, against the emulator: what it prints, and what it asked for.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { geminiEnv, runExample, startEmulator, textStep } from "./run-example.mjs";

/** @param {import("node:test").TestContext} t */
async function createFolder(t) {
  const folder = await mkdtemp(join(tmpdir(), "examples-"));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

test("quick-start asks twice in one conversation", async (t) => {
  const { service, url } = await startEmulator(t, { responses: ["Paris.", "Oslo."] });
  const { stdout, code } = await runExample("quick-start", { env: geminiEnv(url) });
  assert.match(stdout, /^Paris\.\nOslo\. \d+ tokens\n$/);
  assert.equal(code, 0);
  assert.equal(service.requests[1]?.body?.previous_interaction_id, "v1_run1");
});

test("streaming prints the text whole, over a connection that is cut", async (t) => {
  const thought = { type: /** @type {const} */ ("text"), text: "Rivers, then." };
  const { url } = await startEmulator(t, {
    respond: () => ({
      steps: [
        { type: "thought", summary: [thought], signature: "c2ln" },
        textStep("A stream may break, the words run on."),
      ],
    }),
    // A pause, so that the reset takes nothing with it that has not been read.
    eventIntervalMs: 10,
    faults: [{ kind: "cut", afterEvents: 9, reset: true }],
  });
  const { stdout, stderr, code } = await runExample("streaming", { env: geminiEnv(url) });
  assert.match(stdout, /^A stream may break, the words run on\.\ncompleted, \d+ tokens\n$/);
  assert.match(stderr, /^\[Rivers, then\.\]$/m);
  assert.match(stderr, /^\[reconnecting: /m);
  assert.equal(code, 0);
});

test("durable goes on in another process", async (t) => {
  const text = Array.from({ length: 200 }, (_, word) => `word${word}`).join(" ");
  const { service, url } = await startEmulator(t, { respond: () => text, eventIntervalMs: 5 });
  const path = join(await createFolder(t), "report.jsonl");
  const options = { args: [path, "Go"], env: geminiEnv(url) };
  const killed = await runExample("durable", {
    ...options,
    onOutput: (printed, child) => printed.length > 300 && child.kill("SIGKILL"),
  });
  assert.equal(killed.code, null);
  assert.deepEqual(await runExample("durable", options), { stdout: text, stderr: "", code: 0 });
  assert.equal(service.requests.filter(({ method }) => method === "POST").length, 1);
});

test("background-research shows its progress, its text and its sources", async (t) => {
  const annotations = [
    {
      type: /** @type {const} */ ("url_citation"),
      url: "https://a.example",
      title: "A",
      start_index: 0,
      end_index: 4,
    },
  ];
  const { url } = await startEmulator(t, {
    mode: "faithful",
    respond: () => ({
      steps: [
        {
          type: "model_output",
          content: [{ type: "text", text: "Qubits and more.", annotations }],
        },
      ],
    }),
  });
  const { stdout, stderr, code } = await runExample("background-research", { env: geminiEnv(url) });
  assert.equal(stdout, "Qubits and more.\n- A https://a.example\n");
  assert.match(
    stderr,
    /^Started v1_run1\n(\d+ s: in_progress, \d+ steps\n)+\d+ s: completed, \d+ steps\n$/,
  );
  assert.equal(code, 0);
  const again = await runExample("background-research", {
    args: ["--id", "v1_run1"],
    env: geminiEnv(url),
  });
  assert.equal(again.stdout, stdout);
});

/** @param {string} id @param {string} city @returns {import("gemini-interactions").Step} */
function call(id, city) {
  return { type: "function_call", id, name: "get_temperature", arguments: { city } };
}

test("tools runs what the model asks for, and reports an unknown city to it", async (t) => {
  const { service, url } = await startEmulator(t, {
    responses: [
      { steps: [call("1", "Oslo"), call("2", "Paris"), call("3", "Atlantis")] },
      "Paris is warmer.",
    ],
  });
  const { stdout, stderr, code } = await runExample("tools", { env: geminiEnv(url) });
  assert.equal(stdout, "Paris is warmer.\n");
  assert.match(stderr, /^get_temperature\(\{"city":"Oslo"\}\)\n.*\n.*Atlantis.*\ncompleted\n$/);
  assert.equal(code, 0);
  const results = /** @type {{ call_id: string, is_error?: boolean }[]} */ (
    service.requests[1]?.body?.input
  );
  assert.deepEqual(
    results.map(({ call_id: id, is_error: isError }) => [id, isError ?? false]),
    [
      ["1", false],
      ["2", false],
      ["3", true],
    ],
  );
});

test("structured-output prints data, and says when it was cut off", async (t) => {
  const waffles = { name: "Waffles", minutes: 20, ingredients: [{ name: "flour", grams: 250 }] };
  const text = JSON.stringify(waffles);
  const { url } = await startEmulator(t, {
    responses: [text, { steps: [textStep(text.slice(0, 40))], status: "incomplete" }],
  });
  const whole = await runExample("structured-output", { env: geminiEnv(url) });
  assert.equal(whole.stdout, "Waffles, 20 minutes\n- flour: 250 g\n");
  const cut = await runExample("structured-output", { env: geminiEnv(url) });
  assert.match(cut.stderr, /incomplete/);
  assert.equal(cut.code, 1);
});

test("multimodal sends a picture, and saves the one it gets", async (t) => {
  const { service, url } = await startEmulator(t, {
    responses: [
      "A fjord.",
      {
        steps: [
          {
            type: "model_output",
            content: [{ type: "image", mime_type: "image/png", data: "YnllcyE=" }],
          },
        ],
      },
    ],
  });
  const folder = await createFolder(t);
  const [source, target] = [join(folder, "photo.png"), join(folder, "painting.png")];
  writeFileSync(source, "a photo");
  const { stdout, code } = await runExample("multimodal", {
    args: [source, target],
    env: geminiEnv(url),
  });
  assert.equal(stdout, `A fjord.\n${target}: image/png\n`);
  assert.equal(code, 0);
  assert.equal(readFileSync(target, "utf8"), "byes!");
  const input = service.requests[0]?.body?.input;
  const [, photo] = /** @type {{ data?: string }[]} */ (input);
  assert.equal(photo?.data, Buffer.from("a photo").toString("base64"));
});

test("stateless-history sends all of the conversation, and stores nothing", async (t) => {
  const { service, url } = await startEmulator(t, { responses: ["Paris.", "Oslo."] });
  const { stdout, code } = await runExample("stateless-history", { env: geminiEnv(url) });
  assert.equal(stdout, "The capital of France?\nParis.\n\nAnd of Norway?\nOslo.\n\n");
  assert.equal(code, 0);
  const second = service.requests[1]?.body;
  assert.equal(second?.store, false);
  const steps = /** @type {{ type: string }[]} */ (second?.input);
  assert.deepEqual(
    steps.map(({ type }) => type),
    ["user_input", "model_output", "user_input"],
  );
});

test("low-level streams, reads and deletes", async (t) => {
  const { service, url } = await startEmulator(t, { respond: () => "Words run on." });
  const { stdout, code } = await runExample("low-level", { env: geminiEnv(url) });
  assert.equal(stdout, "Words run on.\ncompleted\ndeleted: 200\n");
  assert.equal(code, 0);
  assert.deepEqual(
    service.requests.map(({ method }) => method),
    ["POST", "GET", "DELETE"],
  );
});

test("webhooks registers itself, takes the service's delivery and no other", async (t) => {
  const port = "18787";
  const { service, url } = await startEmulator(t, {
    respond: () => "Qubits.",
    eventIntervalMs: 30,
  });
  /** @type {Promise<number> | undefined} */
  let forged;
  const { stdout, stderr, code } = await runExample("webhooks", {
    env: { ...geminiEnv(url), PORT: port },
    onOutput: () => {
      const hook = `http://127.0.0.1:${port}/hook`;
      forged ??= fetch(hook, { method: "POST", body: "{}" }).then(({ status }) => status);
    },
  });
  assert.equal(await forged, 400);
  assert.match(stderr, /^Refused: header\n$/);
  assert.equal(
    stdout,
    "Started v1_run1; waiting for its delivery\ninteraction.completed\nQubits.\n",
  );
  assert.equal(code, 0);
  const registrations = service.requests.filter(({ path }) => path.includes("/webhooks"));
  assert.deepEqual(
    registrations.map(({ method }) => method),
    ["POST", "DELETE"],
  );
});

test("vertex-ai uses Application Default Credentials and the quota project", async (t) => {
  const { service, url } = await startEmulator(t, {
    respond: () => "Paris.",
    tokens: ["adc-token"],
  });
  const folder = await createFolder(t);
  // Workload identity: a file with somebody else's token, exchanged for one of Google's.
  const exchange = createServer((_, response) => {
    response.setHeader("content-type", "application/json");
    const token = { access_token: "adc-token", token_type: "Bearer", expires_in: 3600 };
    response.end(JSON.stringify(token));
  }).listen(0, "127.0.0.1");
  t.after(() => exchange.close());
  await new Promise((resolve) => exchange.once("listening", resolve));
  const { port } = /** @type {import("node:net").AddressInfo} */ (exchange.address());
  const subject = join(folder, "subject-token");
  writeFileSync(subject, "a token of another provider");
  const credentials = join(folder, "credentials.json");
  writeFileSync(
    credentials,
    JSON.stringify({
      type: "external_account",
      audience:
        "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/p",
      subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
      token_url: `http://127.0.0.1:${port}/token`,
      credential_source: { file: subject },
    }),
  );
  const { stdout, stderr, code } = await runExample("vertex-ai", {
    env: {
      GOOGLE_CLOUD_PROJECT: "my-project",
      VERTEX_QUOTA_PROJECT_ID: "my-billing-project",
      GOOGLE_APPLICATION_CREDENTIALS: credentials,
      GOOGLE_VERTEX_BASE_URL: url,
    },
  });
  assert.equal(stderr, "");
  assert.equal(stdout, "Paris.\n");
  assert.equal(code, 0);
  const prefix = "/v1beta1/projects/my-project/locations/global/interactions";
  assert.deepEqual(
    service.requests.map(({ path, headers }) => [path, headers.get("x-goog-user-project")]),
    [
      [prefix, "my-billing-project"],
      [`${prefix}/v1_run1`, "my-billing-project"],
    ],
  );
});

test("vertex-ai takes a token in place of Application Default Credentials", async (t) => {
  const { url } = await startEmulator(t, { respond: () => "Paris.", tokens: ["a-token"] });
  const { stdout, stderr, code } = await runExample("vertex-ai", {
    env: {
      GOOGLE_CLOUD_PROJECT: "my-project",
      GOOGLE_VERTEX_BASE_URL: url,
      ACCESS_TOKEN: "a-token",
    },
  });
  assert.deepEqual({ stdout, stderr, code }, { stdout: "Paris.\n", stderr: "", code: 0 });
});

test("cancelling cancels the run at the service on Ctrl-C", async (t) => {
  const text = Array.from({ length: 200 }, (_, word) => `word${word}`).join(" ");
  const { service, url } = await startEmulator(t, { respond: () => text, eventIntervalMs: 10 });
  let interrupts = 0;
  const { stdout, code } = await runExample("cancelling", {
    env: geminiEnv(url),
    onOutput(printed, child) {
      if (printed.length > 50 && interrupts++ === 0) child.kill("SIGINT");
    },
  });
  assert.match(stdout, /\nv1_run1 is cancelled\nand deleted\n$/);
  assert.equal(code, 0);
  assert.deepEqual(
    service.requests.map(({ method, path }) => `${method} ${path.split("/").at(-1)}`),
    ["POST interactions", "POST cancel", "GET v1_run1", "DELETE v1_run1"],
  );
});
