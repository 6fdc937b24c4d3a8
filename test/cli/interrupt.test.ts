// What a second signal does, in this process: by the clock it would depend on how fast programs start.

import { beforeEach, expect, test, vi } from "vitest";
import { interruptible } from "../../src/cli/interrupt.ts";
import type { Interruptible } from "../../src/cli/interrupt.ts";

const printed = vi.fn<(line: string) => void>();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  printed.mockClear();
  vi.spyOn(console, "error").mockImplementation(printed);
});

/** Starts work that only a signal ends. */
function start(changes: Partial<Interruptible> = {}) {
  const cancel = vi.fn<() => Promise<void>>().mockResolvedValue();
  const run = {
    continuation: () => "resume v1_a",
    cancel,
    isBackground: true,
    ...changes,
  } as const;
  const code = interruptible(
    run,
    (signal) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
  );
  return { cancel, code };
}

test("a second Ctrl-C within a second cancels the run", async () => {
  const { cancel, code } = start();
  process.emit("SIGINT");
  await vi.advanceTimersByTimeAsync(999);
  process.emit("SIGINT");
  expect(await code).toBe(130);
  expect(cancel).toHaveBeenCalledTimes(1);
  expect(printed.mock.calls.join()).toBe(
    "Detached. Ctrl-C again cancels the run. To continue:\n  resume v1_a,Cancelled.",
  );
});

test("without a second one the run continues", async () => {
  const { cancel, code } = start();
  process.emit("SIGINT");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await code).toBe(130);
  expect(cancel).not.toHaveBeenCalled();
});

test.each([
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)(
  "%s does not wait for a second one, and does not speak of it",
  async (signal, exitCode) => {
    const { cancel, code } = start();
    process.emit(signal);
    expect(await code).toBe(exitCode);
    expect(cancel).not.toHaveBeenCalled();
    expect(printed.mock.calls.join()).toBe("Detached. To continue:\n  resume v1_a");
  },
);

test("SIGTERM after Ctrl-C ends at once, and cancels nothing", async () => {
  const { cancel, code } = start();
  process.emit("SIGINT");
  await vi.advanceTimersByTimeAsync(1);
  process.emit("SIGTERM");
  expect(await code).toBe(143);
  expect(cancel).not.toHaveBeenCalled();
});

test("Ctrl-C on a run in the foreground ends at once: it cannot be cancelled", async () => {
  const { code } = start({ isBackground: false });
  process.emit("SIGINT");
  expect(await code).toBe(130);
  expect(printed.mock.calls.join()).toBe("Detached. To continue:\n  resume v1_a");
});

test("a run may be cancelled if it is unknown whether it is in the background; a failure is reported", async () => {
  const cancel = vi.fn<() => Promise<void>>().mockRejectedValue(new Error("not in the background"));
  const { code } = start({ isBackground: "unknown", cancel });
  process.emit("SIGINT");
  await vi.advanceTimersByTimeAsync(1);
  process.emit("SIGINT");
  expect(await code).toBe(130);
  expect(printed.mock.calls[0]?.[0]).toContain(
    "Ctrl-C again cancels it, if it runs in the background.",
  );
  expect(printed.mock.calls[1]?.[0]).toBe("Not cancelled: not in the background");
});

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "no listener for %s is left behind",
  async (signal) => {
    const before = process.listenerCount(signal);
    expect(
      await interruptible(
        { continuation: () => undefined, cancel: async () => undefined, isBackground: true },
        async () => 7,
      ),
    ).toBe(7);
    const { code } = start({ continuation: () => undefined });
    process.emit(signal);
    expect(await code).toBeGreaterThan(128);
    expect(process.listenerCount(signal)).toBe(before);
    expect(printed).not.toHaveBeenCalled();
  },
);
