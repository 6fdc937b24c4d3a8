// `demo`: walks through what the library does, against a service in memory. The walk itself is in
// tour.ts, loaded only then: it brings the testing service along.

import { defineCommand } from "../args.ts";
import type { Command } from "../args.ts";

/** The command `demo`. */
export const demo: Command = defineCommand({
  name: "demo",
  summary: "Show what the library does, without an account",
  usage: "",
  options: {
    help: { type: "boolean", short: "h", help: "Show this help" },
  },
  async run() {
    const { runTour } = await import("./tour.ts");
    return runTour();
  },
});
