import { expect, test, vi } from "vitest";
import { defineTool, outputText, runTools } from "../../src/index.ts";
import {
  model,
  input,
  call,
  scripted,
  creates,
  tool,
  counting,
  failureOf,
} from "../support/tools.ts";

test.each([true, false])(
  "aborting the run aborts its tools and rejects with the reason; what is done is kept (stream: %s)",
  async (stream) => {
    const { client } = scripted([[call("a", "count"), call("b", "hang")], "Done."]);
    const { tool: counter, runs } = counting();
    const controller = new AbortController();
    const reason = new Error("enough");
    let signal: AbortSignal | undefined;
    const hang = defineTool({
      name: "hang",
      description: "Hangs.",
      execute(_, context) {
        ({ signal } = context);
        queueMicrotask(() => queueMicrotask(() => controller.abort(reason)));
        return new Promise(() => undefined);
      },
    });
    const run = runTools(
      client,
      { model, input, stream },
      { tools: [counter, hang], signal: controller.signal },
    );
    expect(await failureOf(run)).toBe(reason);
    expect(signal?.reason).toBe(reason);
    expect(run.progress?.results).toMatchObject([{ call_id: "a" }]);
    const last = await runTools(
      client,
      { model, input },
      { tools: [counter, tool("hang", () => "over")], from: run.progress },
    );
    expect(outputText(last)).toBe("Done.");
    expect(runs).toEqual({ a: 1 });
  },
);

function deferred(): { promise: Promise<unknown>; resolve: (value: unknown) => void } {
  let resolve: (value: unknown) => void = () => undefined;
  const promise = new Promise((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

test("a tool that ends after the abort has its result kept", async () => {
  const { client } = scripted([[call("a", "late")], "Done."]);
  const controller = new AbortController();
  const gate = deferred();
  const late = tool("late", () => {
    controller.abort("enough");
    return gate.promise;
  });
  const run = runTools(client, { model, input }, { tools: [late], signal: controller.signal });
  expect(await failureOf(run)).toBe("enough");
  expect(run.progress?.results).toEqual([]);
  gate.resolve("done after all");
  await new Promise((resolve) => setImmediate(resolve));
  expect(run.progress?.results).toMatchObject([{ result: "done after all" }]);
});

test("a tool that stops because of the abort has no result, and runs again", async () => {
  const { client } = scripted([[call("a", "patient")], "Done."]);
  const controller = new AbortController();
  let count = 0;
  const patient = defineTool({
    name: "patient",
    description: "Waits.",
    execute(_, { signal }) {
      count += 1;
      if (count === 2) return "done";
      return new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        controller.abort("enough");
      });
    },
  });
  const options = { tools: [patient] };
  const run = runTools(client, { model, input }, { ...options, signal: controller.signal });
  expect(await failureOf(run)).toBe("enough");
  await new Promise((resolve) => setImmediate(resolve));
  expect(run.progress?.results).toEqual([]);
  const last = await runTools(client, { model, input }, { ...options, from: run.progress });
  expect(outputText(last)).toBe("Done.");
});

test("a run whose signal is aborted already sends nothing", async () => {
  const { service, client } = scripted(["Done."]);
  const run = runTools(client, { model, input }, { tools: [], signal: AbortSignal.abort("no") });
  expect(await failureOf(run)).toBe("no");
  expect(service.requests).toEqual([]);
});

test("a run leaves no listener on a long-lived signal", async () => {
  const { client } = scripted([[call("a", "count")], "Done."]);
  const { signal } = new AbortController();
  const add = vi.spyOn(signal, "addEventListener");
  const remove = vi.spyOn(signal, "removeEventListener");
  await runTools(client, { model, input }, { tools: [counting().tool], signal });
  expect(add.mock.calls.length).toBeGreaterThan(0);
  expect(remove.mock.calls.length).toBe(add.mock.calls.length);
});

test("iterating gives each interaction before its tools run, and leaving runs none", async () => {
  const { service, client } = scripted([[call("a", "count")], "Done."]);
  const { tool: counter, runs } = counting();
  const run = runTools(client, { model, input }, { tools: [counter] });
  for await (const interaction of run) {
    expect(interaction.status).toBe("requires_action");
    break;
  }
  expect(runs).toEqual({});
  expect(creates(service)).toHaveLength(1);
  expect(await failureOf(run)).toBeInstanceOf(TypeError);
  // Approved after all.
  const ids: string[] = [];
  const next = runTools(client, { model, input }, { tools: [counter], from: run.progress });
  for await (const { id } of next) ids.push(id);
  expect(ids).toEqual(["v1_run2"]);
  expect(runs).toEqual({ a: 1 });
});

test("leaving while tools run aborts their signal", async () => {
  const { client } = scripted([[call("a", "hang")], "Done."]);
  const started = deferred();
  let signal: AbortSignal | undefined;
  const hang = defineTool({
    name: "hang",
    description: "Hangs.",
    execute(_, context) {
      ({ signal } = context);
      started.resolve(undefined);
      return new Promise(() => undefined);
    },
  });
  const items = runTools(client, { model, input }, { tools: [hang] })[Symbol.asyncIterator]();
  await items.next();
  const pending = items.next();
  await started.promise;
  expect(signal?.aborted).toBe(false);
  await items.return?.();
  expect(signal?.aborted).toBe(true);
  expect(await pending).toEqual({ done: true, value: undefined });
});

test("leaving a streamed turn closes its connection", async () => {
  const { service, client } = scripted([[call("a", "count")], "A long answer."]);
  const run = runTools(client, { model, input, stream: true }, { tools: [counting().tool] });
  for await (const event of run) {
    if (event.event_type === "step.delta" && event.delta.type === "text") break;
  }
  expect(service.openStreams).toBe(0);
  expect(service.requests.at(-1)?.state).toBe("aborted");
});

test("a loop over a streamed run gives the events of all turns, and then the last interaction", async () => {
  const { client } = scripted([[call("a", "count")], "It rains."]);
  const run = runTools(client, { model, input, stream: true }, { tools: [counting().tool] });
  const types: string[] = [];
  for await (const event of run) types.push(event.event_type);
  expect(types.filter((type) => type === "interaction.created")).toHaveLength(2);
  expect(types.filter((type) => type === "interaction.completed")).toHaveLength(2);
  expect(outputText(await run)).toBe("It rains.");
});

test("a run sends nothing until it is awaited, and is awaited as often as one likes", async () => {
  const { service, client } = scripted(["Done."]);
  const run = runTools(client, { model, input }, { tools: [] });
  await new Promise((resolve) => setImmediate(resolve));
  expect(service.requests).toEqual([]);
  const [first, second] = await Promise.all([run, run.then((interaction) => interaction)]);
  expect(first).toBe(second);
  expect(await run.finally(() => undefined)).toBe(first);
  expect(service.requests).toHaveLength(1);
});

test("one run has one reader", async () => {
  const { client } = scripted(["Done."]);
  const run = runTools(client, { model, input }, { tools: [] });
  await run;
  expect(() => run[Symbol.asyncIterator]()).toThrow(TypeError);
});

test("a loop that fails leaves no unhandled rejection, and awaiting tells the same error", async () => {
  const { service, client } = scripted(["Done."]);
  service.faults.push({ kind: "answer", on: "create", status: 404 });
  const unhandled = vi.fn();
  process.once("unhandledRejection", unhandled);
  const run = runTools(client, { model, input }, { tools: [] });
  const items = run[Symbol.asyncIterator]();
  const error = await failureOf(items.next());
  await new Promise((resolve) => setImmediate(resolve));
  process.removeListener("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
  expect(await run.catch((thrown: unknown) => thrown)).toBe(error);
});
