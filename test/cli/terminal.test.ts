// What the program shows on a terminal: `script` of util-linux gives it one, and passes on what is typed.

import { afterEach, expect, test } from "vitest";
import { createInteractionsService, textStep, thoughtStep } from "../../src/testing/index.ts";
import type { InteractionsServiceOptions } from "../../src/testing/index.ts";
import { startServer } from "../../src/testing/node.ts";
import type { RunningServer } from "../../src/testing/node.ts";
import { programFile, startProcess } from "../support/cli.ts";
import type { RunningCli } from "../support/cli.ts";

let server: RunningServer | undefined;
let terminal: RunningCli | undefined;

afterEach(async () => {
  terminal?.child.kill("SIGKILL");
  await server?.close();
});

/** Starts the program on a terminal, against a service of this test. */
async function start(
  options: InteractionsServiceOptions,
  args: string,
  env: Record<string, string> = {},
): Promise<RunningCli> {
  server = await startServer(createInteractionsService(options));
  const command = `${process.execPath} ${programFile} ${args} --base-url ${server.url}`;
  terminal = startProcess("script", ["-qefc", command, "/dev/null"], {
    env: { TERM: "xterm-256color", ...env },
  });
  return terminal;
}

const thinking = { steps: [thoughtStep("Hm.", "So."), textStep("The answer is yes.")] };
const clear = "\r\u001b[2K";

test("a status line shows time, step and tokens while the model thinks, and is gone with the text", async () => {
  const program = await start({ respond: () => thinking, eventIntervalMs: 400 }, "create hi");
  await program.says("thought");
  expect(program.stdout).toMatch(/\u001b\[2m. \d+ s · thought/);
  expect(await program.ended).toBe(0);
  const lines = program.stdout.split(clear);
  expect(lines.at(-1)).toMatch(/^The answer is yes\.\r\n$/);
  // Nothing is drawn into the text.
  expect(lines.slice(1, -1).every((line) => line === "" || line.includes(" s · "))).toBe(true);
});

test("tokens are shown as soon as they are known", async () => {
  const program = await start(
    {
      respond: () => ({
        steps: thinking.steps,
        shape: (events) =>
          events.map((event) =>
            event.event_type === "interaction.status_update"
              ? { ...event, usage: { total_tokens: 345 } }
              : event,
          ),
      }),
      eventIntervalMs: 400,
    },
    "create hi",
  );
  await program.says("345 tokens");
  expect(await program.ended).toBe(0);
});

test.for<Record<string, string>>([{ NO_COLOR: "1" }, { TERM: "dumb" }])(
  "with %j there are no colours",
  async (env) => {
    const program = await start(
      { respond: () => thinking, eventIntervalMs: 200 },
      "create hi",
      env,
    );
    expect(await program.ended).toBe(0);
    expect(program.stdout).not.toContain("\u001b[2m");
    expect(program.stdout.includes(" s · ")).toBe(env["TERM"] === undefined);
  },
);

test("a long wait has a status line too", async () => {
  const program = await start({ eventIntervalMs: 200 }, "create -b --json hi");
  expect(await program.ended).toBe(0);
  const [, id = ""] = /"id":"(\w+)"/.exec(program.stdout) ?? [];
  const command = `${process.execPath} ${programFile} wait ${id} --base-url ${server?.url}`;
  const waiting = startProcess("script", ["-qefc", command, "/dev/null"], {
    env: { TERM: "xterm-256color" },
  });
  await waiting.says("0 s · in progress");
  expect(await waiting.ended).toBe(0);
  expect(waiting.stdout.split(clear).at(-1)).toBe("You said: hi\r\n");
});

test("what the model says cannot drive the terminal", async () => {
  const program = await start({ respond: () => "a\u001b[31mred\u0007\n" }, "create hi");
  expect(await program.ended).toBe(0);
  expect(program.stdout).toContain("a\ufffd[31mred\ufffd");
});

test("Ctrl-C detaches with the command that goes on, a second one cancels", async () => {
  const slow = { eventIntervalMs: 300, respond: () => "one two three four five six" };
  const program = await start(slow, "create -b --stream hi");
  await program.says("two");
  program.child.stdin?.write("\u0003");
  await program.says("gemini-interactions resume ");
  program.child.stdin?.write("\u0003");
  await program.says("Cancelled.");
  expect(await program.ended).toBe(130);
});

test("Ctrl-C before there is a run just ends", async () => {
  const silent = [{ kind: "silence", on: "create", beforeHeaders: true } as const];
  const program = await start({ faults: silent }, "create hi");
  await program.says("waiting");
  program.child.stdin?.write("\u0003");
  expect(await program.ended).toBe(130);
  expect(program.stdout).not.toContain("Detached");
});
