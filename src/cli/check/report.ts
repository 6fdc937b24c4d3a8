// What a check prints: a line for each step, and at the end a block that can be pasted into an issue. The block
// contains facts only: no text of a model, no key, no id, no name of a project or of another host.

import type { CheckResult, StepResult } from "./run.ts";

/** What was checked, in words that can be published. */
export interface Subject {
  /** Such as `gemini-interactions 0.1.0, Node 20.20.2`. */
  readonly versions: string;
  /** Such as `Gemini API, v1beta, generativelanguage.googleapis.com`. */
  readonly service: string;
  readonly model: string;
}

/** The line of one step. */
export function stepLine({ isOk, name, ms, reason }: StepResult, width: number): string {
  const why = reason === undefined ? "" : `  ${reason}`;
  return `${isOk ? "✓" : "✗"} ${name.padEnd(width)} ${String(ms).padStart(6)} ms${why}`;
}

/** The block for an issue, as Markdown. */
export function issueBlock({ versions, service, model }: Subject, result: CheckResult): string {
  const { steps, deviations, facts, left } = result;
  const width = Math.max(0, ...steps.map(({ name }) => name.length));
  const failed = steps.filter(({ isOk }) => !isOk).length;
  return [
    "```",
    versions,
    `${service}, model ${model}`,
    `${steps.length - failed} of ${steps.length} steps succeeded`,
    "",
    ...steps.map((step) => stepLine(step, width)),
    ...list(`Not as known (${deviations.length}):`, deviations),
    ...list("Facts:", facts),
    ...(left.length === 0 ? [] : ["", `${left.length} interactions could not be deleted`]),
    "```",
    "",
  ].join("\n");
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `- ${line}`)];
}
