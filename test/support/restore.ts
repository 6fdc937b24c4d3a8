// Runs in every test file. Test files share a process, so that it reads the library once; what a test
// has put in place of the clock, a global or a variable is taken back before anything else runs.

import { afterEach, vi } from "vitest";

// A limit for what hangs, not for what is slow: by default it is 1 s, which a busy machine exceeds.
const { waitFor } = vi;
if (!("isPatient" in waitFor)) {
  vi.waitFor = Object.assign(
    ((callback, options = { timeout: 30_000 }) => waitFor(callback, options)) as typeof waitFor,
    { isPatient: true },
  );
}

afterEach(() => {
  // In this order: a spy on a fake timer gives the fake one back.
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
