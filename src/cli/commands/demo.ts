// `demo`: walks through what the library does, against a service in memory. The walk itself is in
// tour.ts, loaded only then: it brings the testing service along.

import { defineCommand } from "../args.ts";
import type { Command } from "../args.ts";
import { hasCredentials, missingCredentials } from "../backend.ts";

/** The command `demo`. */
export const demo: Command = defineCommand({
  name: "demo",
  summary: "Show what the library does, without an account",
  usage: "",
  options: {
    live: { type: "boolean", help: "Use the real service, and your credentials" },
    "base-url": { type: "string", value: "<url>", help: "With --live: another host" },
    help: { type: "boolean", short: "h", help: "Show this help" },
  },
  async run({ live = false, "base-url": baseUrl }) {
    if (live && !hasCredentials()) throw missingCredentials();
    const { runTour } = await import("./tour.ts");
    return runTour(live ? { baseUrl } : undefined);
  },
});
