// What the program shows on a terminal.

import { expect } from "vitest";
import { answerOverTime, textStep, thoughtStep } from "../../src/testing/index.ts";
import { testCli } from "../support/cli.ts";

const thinking = { steps: [thoughtStep("Hm.", "So."), textStep("The answer is yes.")] };
const clear = "\r\u001b[2K";

testCli(
  "a status line shows time, step and tokens while the model thinks, and is gone with the text",
  async ({ cli }) => {
    const { release } = await cli.listenAndHold("The ", { respond: () => thinking });
    const program = cli.startOnTerminal("create hi");
    await program.says("model output");
    release();
    expect(program.stdout).toMatch(/\u001b\[2m. \d+ s · model output/);
    expect(await program.ended).toBe(0);
    const lines = program.stdout.split(clear);
    expect(lines.at(-1)).toMatch(/^The answer is yes\.\r\n$/);
    // Nothing is drawn into the text.
    expect(lines.slice(1, -1).every((line) => line === "" || line.includes(" s · "))).toBe(true);
  },
);

testCli("tokens are shown as soon as they are known", async ({ cli }) => {
  const { release } = await cli.listenAndHold("The ", {
    respond: () => ({
      steps: thinking.steps,
      shape: (events) =>
        events.map((event) =>
          event.event_type === "interaction.status_update"
            ? { ...event, usage: { total_tokens: 345 } }
            : event,
        ),
    }),
  });
  const program = cli.startOnTerminal("create hi");
  await program.says("345 tokens");
  release();
  expect(await program.ended).toBe(0);
});

testCli.for<Record<string, string>>([{ NO_COLOR: "1" }, { TERM: "dumb" }])(
  "with %j there are no colours",
  async (env, { cli }) => {
    const hasLine = env["TERM"] === undefined;
    const { release } = await cli.listenAndHold("The ", { respond: () => thinking });
    const program = cli.startOnTerminal("create hi", env);
    await (hasLine ? program.says(" s · ") : cli.answered(1));
    release();
    expect(await program.ended).toBe(0);
    expect(program.stdout).not.toContain("\u001b[2m");
    expect(program.stdout.includes(" s · ")).toBe(hasLine);
  },
);

testCli("a long wait has a status line too", async ({ cli }) => {
  // Without a clock each GET shows the next status: between two of them the program waits 2 s.
  await cli.listen({ respond: () => answerOverTime(["queued", "in_progress"], "Done.") });
  await cli.run(["create", "-b", "hi"]);
  const waiting = cli.startOnTerminal("wait v1_run1");
  await waiting.says(" s · in progress");
  expect(await waiting.ended).toBe(0);
  expect(waiting.stdout.split(clear).at(-1)).toBe("Done.\r\n");
});

testCli("what the model says cannot drive the terminal", async ({ cli }) => {
  await cli.listen({ respond: () => "a\u001b[31mred\u0007\n" });
  const program = cli.startOnTerminal("create hi");
  expect(await program.ended).toBe(0);
  expect(program.stdout).toContain("a\ufffd[31mred\ufffd");
});

testCli("Ctrl-C detaches with the command that continues", async ({ cli }) => {
  await cli.listenAndHold("three", { respond: () => "one two three four" });
  const program = cli.startOnTerminal("create -b --stream hi");
  await program.says("two");
  program.child.stdin?.write("\u0003");
  await program.says("gemini-interactions resume ");
  expect(await program.ended).toBe(130);
  expect(program.stdout).toContain("Ctrl-C again cancels the run.");
});

testCli("Ctrl-C before there is a run just ends", async ({ cli }) => {
  const silent = [{ kind: "silence", on: "create", beforeHeaders: true } as const];
  await cli.listen({ faults: silent });
  const program = cli.startOnTerminal("create hi");
  await program.says("waiting");
  program.child.stdin?.write("\u0003");
  expect(await program.ended).toBe(130);
  expect(program.stdout).not.toContain("Detached");
});

testCli.for([
  ["n\n", 2],
  ["\n", 2],
  ["y\n", 0],
] as const)("check on a terminal asks first: %j ends with %i", async ([answer, code], { cli }) => {
  const service = await cli.listen();
  const program = cli.startOnTerminal("check");
  await program.says("Continue? [y/N]");
  expect(service.requests).toEqual([]);
  program.child.stdin?.write(answer);
  expect(await program.ended).toBe(code);
  expect(service.requests.length > 0).toBe(code === 0);
});
