// Checks what a test passes to createInteractionsService. In plain JavaScript, and in runners that do not
// check types, a misspelt option would make a service that silently does something else.

import { checkOptionNames } from "../util/check.ts";
import { nearest } from "../util/nearest.ts";
import type { InteractionsServiceOptions } from "./options.ts";

const optionNames: Readonly<Record<keyof InteractionsServiceOptions, true>> = {
  mode: true,
  strict: true,
  dialect: true,
  respond: true,
  responses: true,
  eventIntervalMs: true,
  splitText: true,
  chunkBytes: true,
  faults: true,
  apiKeys: true,
  tokens: true,
  vertexPaths: true,
  createId: true,
  now: true,
  webhooks: true,
  state: true,
  onChange: true,
};

/** @throws TypeError for unknown options, and for values that are not valid */
export function checkServiceOptions(options: InteractionsServiceOptions): void {
  checkOptionNames(options, optionNames);
  checkOptionNames(options.webhooks, { endpoints: true, deliver: true, hosts: true }, "webhooks.");
  const { mode, dialect, vertexPaths, webhooks, eventIntervalMs = 0, chunkBytes = 1 } = options;
  checkWord("mode", mode, ["guide", "faithful"]);
  checkWord("dialect", dialect, ["current", "legacy"]);
  checkWord("vertexPaths", vertexPaths, ["both", "location", "unscoped"]);
  checkWord("webhooks.hosts", webhooks?.hosts, ["local", "any"]);
  if (!(eventIntervalMs >= 0)) {
    throw new TypeError(`eventIntervalMs must be 0 or more milliseconds, got ${eventIntervalMs}.`);
  }
  if (!(chunkBytes >= 1)) throw new TypeError(`chunkBytes must be 1 or more, got ${chunkBytes}.`);
}

function checkWord(name: string, value: string | undefined, known: readonly string[]): void {
  if (value === undefined || known.includes(value)) return;
  const meant = nearest(value, known);
  const hint = meant === undefined ? `known: ${known.join(", ")}.` : `did you mean ${meant}?`;
  throw new TypeError(`Unknown ${name} "${value}": ${hint}`);
}
