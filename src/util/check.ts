// Checks of what callers pass as options: numbers and option names. A wrong one is a TypeError with
// its name before anything is sent, not a wait without end or a setting that silently does nothing.

/** What `setTimeout` can count to, in milliseconds; anything above would fire at once. */
export const maxTimerMs = 2_147_483_647;

/** Refuses a duration that is no positive number of milliseconds; `Infinity` means no limit. */
export function checkDuration(name: string, ms: number): number {
  if (typeof ms === "number" && ms > 0) return ms;
  throw new TypeError(`${name} must be a positive number of milliseconds, got ${String(ms)}.`);
}

/**
 * Refuses options with a name that is not known, such as `timeout` for `timeoutMs`.
 *
 * @param known an object with the known names
 * @param prefix where the options stand, such as `retry.`
 */
export function checkOptionNames(
  options: object | null | undefined,
  known: object,
  prefix = "",
): void {
  for (const [name, value] of Object.entries(options ?? {})) {
    if (value === undefined || Object.hasOwn(known, name)) continue;
    const nearest = nearestName(name, Object.keys(known));
    throw new TypeError(
      nearest === undefined
        ? `Unknown option "${prefix}${name}". The options here are ${Object.keys(known).join(", ")}.`
        : `Unknown option "${prefix}${name}": did you mean ${prefix}${nearest}?`,
    );
  }
}

/** The known name that a misspelt one stands for, unless it is nothing like any of them. */
function nearestName(name: string, known: readonly string[]): string | undefined {
  const distances = known.map((other) => editDistance(name.toLowerCase(), other.toLowerCase()));
  const least = Math.min(...distances);
  return least <= Math.max(2, name.length / 2) ? known[distances.indexOf(least)] : undefined;
}

/** How many characters must be inserted, deleted or replaced to turn one text into the other. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, character] of Array.from(from).entries()) {
    const next = [index + 1];
    for (const [column, other] of Array.from(to).entries()) {
      const replaced = (row[column] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
