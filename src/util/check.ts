// Checks of what callers pass as options: numbers and option names. A wrong one is a TypeError with
// its name before anything is sent, not a wait without end or a setting that silently does nothing.

import { isObject } from "./json.ts";
import { nearest } from "./nearest.ts";

/** What `setTimeout` can count to, in milliseconds; anything above would fire at once. */
export const maxTimerMs = 2_147_483_647;

/** Refuses a duration that is not a positive number of milliseconds; `Infinity` means no limit. */
export function checkDuration(name: string, ms: number): number {
  if (typeof ms === "number" && ms > 0) return ms;
  throw new TypeError(`${name} must be a positive number of milliseconds, got ${String(ms)}.`);
}

/** Refuses anything but an object, since JavaScript may pass anything as parameters and options. */
export function checkObject(name: string, value: unknown): void {
  if (isObject(value)) return;
  throw new TypeError(`${name} must be an object, got ${value === null ? "null" : typeof value}.`);
}

/**
 * Refuses options with a name that is not known, such as `timeout` for `timeoutMs`.
 *
 * @param known an object with the known names
 * @param prefix path of the options, such as `retry.`
 */
export function checkOptionNames(
  options: object | null | undefined,
  known: object,
  prefix = "",
): void {
  for (const [name, value] of Object.entries(options ?? {})) {
    if (value === undefined || Object.hasOwn(known, name)) continue;
    const meant = nearest(name, Object.keys(known));
    throw new TypeError(
      meant === undefined
        ? `Unknown option "${prefix}${name}". The options here are ${Object.keys(known).join(", ")}.`
        : `Unknown option "${prefix}${name}": did you mean ${prefix}${meant}?`,
    );
  }
}
