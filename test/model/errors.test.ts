import { expect, test } from "vitest";
import * as here from "../../src/model/errors.ts";
import * as results from "../../src/results/errors.ts";
import { WebhookVerificationError } from "../../src/webhooks/error.ts";

/** Another copy of the same file, as a bundler makes one for each of its bundles. */
async function copyOf<Module>(path: string): Promise<Module> {
  const url = new URL(`${path}?copy`, import.meta.url);
  return (await import(/* @vite-ignore */ url.pathname + url.search)) as Module;
}

const facts = { status: 404 };

test("errors are recognised across copies of the package, by class and base class", async () => {
  const there = await copyOf<typeof here>("../../src/model/errors.ts");
  expect(there.NotFoundError).not.toBe(here.NotFoundError);
  for (const [made, known] of [
    [here, there],
    [there, here],
  ] as const) {
    const error = new made.NotFoundError("gone", facts);
    expect(error).toBeInstanceOf(known.NotFoundError);
    expect(error).toBeInstanceOf(known.ApiError);
    expect(error).toBeInstanceOf(known.InteractionsError);
    expect(error).not.toBeInstanceOf(known.RateLimitError);
    expect(error).not.toBeInstanceOf(known.ConnectionError);
    expect(new made.ApiError("odd", facts)).not.toBeInstanceOf(known.NotFoundError);
    expect(new made.ServerError("down", facts)).not.toBeInstanceOf(known.NotFoundError);
  }
});

test("a class of the user's own has only its own instances", async () => {
  const there = await copyOf<typeof here>("../../src/model/errors.ts");
  class OwnError extends here.NotFoundError {}
  expect(new OwnError("gone", facts)).toBeInstanceOf(OwnError);
  expect(new OwnError("gone", facts)).toBeInstanceOf(there.NotFoundError);
  expect(new here.NotFoundError("gone", facts)).not.toBeInstanceOf(OwnError);
  expect(new there.NotFoundError("gone", facts)).not.toBeInstanceOf(OwnError);
});

test("another error is not an instance of any class of this package", () => {
  const hostile = new Proxy({}, { get: () => expect.fail("read") });
  for (const value of [undefined, null, "ApiError", {}, new Error("ApiError"), hostile]) {
    expect(value instanceof here.ApiError).toBe(false);
    expect(value instanceof here.InteractionsError).toBe(false);
  }
});

test("every class has its own name, and a kind that begins with that of its base class", () => {
  for (const [name, value] of Object.entries({ ...here, ...results })) {
    if (typeof value !== "function") continue;
    const base = Object.getPrototypeOf(value) as { kind?: string };
    const { kind } = value;
    expect(Object.hasOwn(value, "kind")).toBe(true);
    if (base.kind !== undefined) expect(kind).toBe(`${base.kind}/${name}`);
  }
  const error = new results.MaxTurnsError("Too many turns", { interaction: {} as never });
  expect(error.name).toBe("MaxTurnsError");
  expect(Object.keys(error)).not.toContain("kind");
});

test("a webhook's error is recognised across copies, too", async () => {
  const there = await copyOf<{ WebhookVerificationError: typeof WebhookVerificationError }>(
    "../../src/webhooks/error.ts",
  );
  const error = new there.WebhookVerificationError("key", "no key");
  expect(error).toBeInstanceOf(WebhookVerificationError);
  expect(new Error("x")).not.toBeInstanceOf(WebhookVerificationError);
});
