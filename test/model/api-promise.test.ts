import { HttpResponse } from "msw";
import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, expect, expectTypeOf, test } from "vitest";
import { ApiPromise, NotFoundError } from "../../src/index.ts";
import type { Interaction } from "../../src/index.ts";
import { geminiClient } from "../support/clients.ts";
import { sampleInteraction } from "../support/interaction.ts";
import { answerInTurn, startServer } from "../support/server.ts";

const server = startServer();

const unhandled: unknown[] = [];
function onUnhandled(reason: unknown): void {
  unhandled.push(reason);
}
beforeEach(() => {
  process.on("unhandledRejection", onUnhandled);
});
afterEach(() => {
  process.off("unhandledRejection", onUnhandled);
  unhandled.length = 0;
});

function succeed(): void {
  const init = { headers: { "x-served-by": "test" } };
  server.use(answerInTurn(() => HttpResponse.json(sampleInteraction(), init)));
}

function fail(): void {
  server.use(answerInTurn(() => HttpResponse.json({}, { status: 404 })));
}

test("awaiting the promise gives the data", async () => {
  succeed();
  expect(await geminiClient().get("int_1")).toEqual(sampleInteraction());
});

test("withResponse gives the data and the HTTP response of the same call", async () => {
  succeed();
  const promise = geminiClient().get("int_1");
  const { data, response } = await promise.withResponse();
  expect(data).toEqual(sampleInteraction());
  expect(data).toBe(await promise);
  expect(response.status).toBe(200);
  expect(response.headers.get("x-served-by")).toBe("test");
  expect(server.log).toHaveLength(1);
});

test("withResponse may be called again, and late", async () => {
  succeed();
  const promise = geminiClient().get("int_1");
  await promise;
  const first = await promise.withResponse();
  expect(await promise.withResponse()).toBe(first);
});

test("a failed call rejects both ways with one error", async () => {
  fail();
  const promise = geminiClient().get("int_1");
  const errors = await Promise.all([
    promise.catch((error: unknown) => error),
    promise.withResponse().catch((error: unknown) => error),
  ]);
  expect(errors[0]).toBeInstanceOf(NotFoundError);
  expect(errors[1]).toBe(errors[0]);
});

test("awaiting the promise alone leaves no unhandled rejection", async () => {
  fail();
  await expect(geminiClient().get("int_1")).rejects.toThrow(NotFoundError);
  await setImmediate();
  expect(unhandled).toEqual([]);
});

test("awaiting withResponse alone leaves no unhandled rejection", async () => {
  fail();
  await expect(geminiClient().get("int_1").withResponse()).rejects.toThrow(NotFoundError);
  await setImmediate();
  expect(unhandled).toEqual([]);
});

test("a refused argument leaves no unhandled rejection either", async () => {
  await expect(geminiClient().get("..").withResponse()).rejects.toThrow(TypeError);
  await expect(geminiClient().delete("..")).rejects.toThrow(TypeError);
  await setImmediate();
  expect(unhandled).toEqual([]);
});

test("a failure that is not awaited is an unhandled rejection", async () => {
  // oxlint-disable-next-line no-void -- forgotten on purpose
  void geminiClient().get("..");
  await setImmediate();
  expect(unhandled).toEqual([expect.any(TypeError)]);
});

test("derived promises are plain promises", async () => {
  succeed();
  const promise = geminiClient().get("int_1");
  expect(promise).toBeInstanceOf(ApiPromise);
  expect(promise).toBeInstanceOf(Promise);
  const derived = [
    promise.then((interaction) => interaction.id),
    promise.catch(() => "failed"),
    promise.finally(() => undefined),
    promise.withResponse(),
  ];
  expect(derived.map((each) => each.constructor)).toEqual(derived.map(() => Promise));
  expectTypeOf(promise.then((interaction) => interaction.id)).toEqualTypeOf<Promise<string>>();
  expectTypeOf(promise).toEqualTypeOf<ApiPromise<Interaction>>();
  expect(await derived[0]).toBe("int_1");
});
