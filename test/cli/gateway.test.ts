// The command `gateway` as a process of its own: what it reads, says, keeps and leaves behind.

import { expect } from "vitest";
import type { Cli, RunningCli } from "../support/cli.ts";
import { testCli } from "../support/cli.ts";

const key = "AIza-a-key-that-must-not-be-shown";
const headers = { "x-goog-api-key": key };
const text = "one two three four five six";
const body = JSON.stringify({ model: "m", input: text, stream: true, background: true });

/** Starts the command before the test's service, and resolves with its URL. */
async function start(cli: Cli, ...args: string[]): Promise<{ program: RunningCli; url: string }> {
  const program = cli.start(["gateway", "--port", "0", "--upstream", cli.url, ...args]);
  await program.says("\n");
  return { program, url: `${program.stdout.trimEnd()}/v1beta/interactions` };
}

function words(events: string): string {
  return [...events.matchAll(/"type":"text","text":"([^"]*)"/g)].map(([, word]) => word).join("");
}

testCli("it prints its URL, and one line for each run, without a key", async ({ cli }) => {
  const service = await cli.listen({ respond: () => text });
  const { program, url } = await start(cli);
  expect(program.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
  const first = await fetch(`${url}?key=${key}`, { method: "POST", headers, body });
  expect(words(await first.text())).toBe(text);
  const id = service.interactions[0]?.id ?? "";
  await (await fetch(`${url}/${id}`, { headers })).text();
  await (await fetch(`${url}/${id}?stream=true&key=${key}`, { headers })).text();
  const lost = await fetch(`${url}/v1_none?stream=true`, { headers });
  expect(lost.status).toBe(404);
  const path = "/v1beta/interactions";
  const lines = [`POST ${path} 200`, `GET ${path}/${id} 200`, `GET ${path}/v1_none 404`];
  expect(program.stderr.trimEnd().split("\n")).toEqual(lines);
  const keys = service.requests.map(({ headers: own }) => own.get("x-goog-api-key"));
  expect(keys).toEqual([key, key, key, key]);
});

testCli("another process continues where one was killed: it keeps nothing", async ({ cli }) => {
  const { release } = await cli.listenAndHold("four", { respond: () => text });
  const killed = await start(cli);
  const answer = await fetch(killed.url, { method: "POST", headers, body });
  let read = "";
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  while (!read.includes("three")) read += (await reader?.read())?.value ?? "";
  killed.program.child.kill("SIGKILL");
  await expect(reader?.closed).rejects.toThrow();
  const { url } = await start(cli);
  const [, id = ""] = /"id":"(v1_\w+)"/.exec(read) ?? [];
  const [, last = ""] = [...read.matchAll(/^id: (.*)$/gm)].at(-1) ?? [];
  release();
  const rest = await fetch(`${url}/${id}?stream=true&last_event_id=${last}`, { headers });
  expect(words(read) + words(await rest.text())).toBe(text);
});

testCli.for(["SIGINT", "SIGTERM"] as const)(
  "%s ends it, with the streams that are open",
  async (signal, { cli }) => {
    await cli.listenAndHold("four", { respond: () => text });
    const { program, url } = await start(cli);
    const answer = await fetch(url, { method: "POST", headers, body });
    program.child.kill(signal);
    await expect(answer.text()).rejects.toThrow("terminated");
    expect(await program.ended).toBe(0);
    expect(program.stderr).toBe("POST /v1beta/interactions 200\n");
  },
);

testCli("--port takes that port, and says when it is in use", async ({ cli }) => {
  const { url } = await start(cli);
  const { code, stderr } = await cli.run(["gateway", "--port", new URL(url).port]);
  expect([code, stderr]).toEqual([1, expect.stringContaining("EADDRINUSE")]);
});

testCli("--upstream may have a path, and a service that is not there is a 503", async ({ cli }) => {
  const { url } = await start(cli, "--upstream", "http://127.0.0.1:1/a/b");
  const answer = await fetch(url, { method: "POST", headers, body });
  expect([answer.status, await answer.json()]).toEqual([
    503,
    { error: { code: "unavailable", message: "The gateway cannot reach the service." } },
  ]);
});

testCli.for<[string, string]>([
  ["--port x", "--port x: expected a number from 0 to 65535."],
  ["--port 65536", "--port 65536: expected a number"],
  ["--upstream nowhere", "--upstream is not an absolute URL."],
  ["--upstream http://service.example", "--upstream must use https:"],
  ["--upstraem x", "Unknown option --upstraem. Did you mean --upstream?"],
])("%s is a mistake in two lines: %s", async ([line, expected], { cli }) => {
  const { code, stdout, stderr } = await cli.run(["gateway", ...line.split(" ")]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(expected);
  expect(stderr.trimEnd().split("\n")).toHaveLength(2);
});

testCli("--help says which port and which host it takes by default", async ({ cli }) => {
  const { code, stdout } = await cli.run(["gateway", "--help"]);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/8799[^]*the Gemini API/)]);
});
