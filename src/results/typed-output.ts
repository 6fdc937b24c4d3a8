// Structured output: the schema is sent as `response_format`, and the resulting interaction is parsed by
// it. It works on any interaction, since it only reads the output text. JSON that was cut off is
// distinguished from other text, whatever the status of the run.

import type { TextResponseFormat } from "../../generated/schema.ts";
import { OutputParseError } from "./errors.ts";
import type { SchemaIssue } from "./errors.ts";
import { readErrorReport } from "../model/error-report.ts";
import { checkInteraction, outputText } from "../model/output.ts";
import type { Interaction } from "../model/types.ts";
import { cleanText } from "../util/printable.ts";
import { readJsonText } from "./json-text.ts";
import { checkValue, describeIssues, toJsonSchema } from "./schema.ts";
import type { JsonSchema, StandardSchema } from "./schema.ts";

/** What {@link defineOutput} returns. */
export interface DefinedOutput<Value> {
  /** Pass it to any create as `response_format`. */
  readonly format: TextResponseFormat;
  /**
   * Reads the output text of an interaction as JSON, and checks it by the schema. It ignores a code fence
   * around the JSON, and words before or after it.
   *
   * @throws OutputParseError when the JSON is cut off, missing, or does not match the schema
   */
  parse(interaction: Interaction): Promise<Value>;
}

/**
 * Output that fits a schema. A Standard Schema (zod, valibot, arktype) types and checks the value. With a
 * JSON Schema the value has the type that you name, unchecked, since the package does not ship a validator.
 *
 * @throws TypeError for a schema that cannot be converted to JSON Schema
 *
 * @example
 * ```ts
 * const recipe = defineOutput(z.object({ name: z.string(), minutes: z.number() }));
 * const interaction = await client.create({ model, input, response_format: recipe.format });
 * const { name, minutes } = await recipe.parse(interaction);
 * ```
 */
export function defineOutput<Value>(schema: StandardSchema<Value>): DefinedOutput<Value>;
export function defineOutput<Value = unknown>(schema: JsonSchema): DefinedOutput<Value>;
export function defineOutput<Value>(
  schema: StandardSchema<Value> | JsonSchema,
): DefinedOutput<Value> {
  return {
    format: {
      type: "text",
      mime_type: "application/json",
      schema: toJsonSchema(schema, "the output"),
    },
    async parse(interaction) {
      checkInteraction("parse", interaction);
      const { value, issues } = await checkValue(schema, parseText(interaction));
      if (issues.length > 0) throw parseError(interaction, "does not fit", issues);
      // Checked by the schema that gives the type; without one the caller is responsible.
      return value as Value;
    },
  };
}

function parseText(interaction: Interaction): unknown {
  const text = outputText(interaction);
  const read = readJsonText(text);
  if ("value" in read) return read.value;
  const isWhole = interaction.status === "completed" || text === "";
  throw parseError(interaction, isWhole ? read.problem : "cut off", []);
}

function parseError(
  interaction: Interaction,
  reason: OutputParseError["reason"],
  issues: readonly SchemaIssue[],
): OutputParseError {
  const { id, status, errors } = interaction;
  const report = readErrorReport({ errors });
  const why = [report.code, report.message].filter(Boolean).join(": ");
  const state = why === "" ? status : `${status}, ${cleanText(why)}`;
  const text = outputText(interaction);
  const detail = text === "" ? "it is empty" : describeIssues(issues);
  return new OutputParseError(
    `The output of interaction "${id}" (status ${state}) is not what was asked for: ${reason}` +
      `${detail === "" ? "" : `, ${detail}`}. ${advice[status] ?? ""}`.trimEnd(),
    { reason, text, issues, interaction },
  );
}

const advice: Readonly<Record<string, string>> = {
  incomplete: "Raise generation_config.max_output_tokens.",
  requires_action: "See runTools.",
  requires_continuation: "See createWithContinuation.",
  in_progress: "Wait for it first.",
};
