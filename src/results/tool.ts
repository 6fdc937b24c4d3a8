// A function that the model may call: its description for the model, and the function itself. `defineTool`
// combines name, schema and function; `runTools` runs it. For a create without `runTools`, use `declaration`.

import type { Tool } from "../../generated/schema.ts";
import type { Interaction } from "../model/types.ts";
import { checkObject } from "../util/check.ts";
import { quote, truncate } from "../util/printable.ts";
import { checkValue, describeIssues, toJsonSchema } from "./schema.ts";
import type { JsonSchema, StandardSchema } from "./schema.ts";

/** Passed to a tool with the arguments: the call that it runs for. */
export interface ToolContext {
  /** Aborts with the run: by its own `signal`, or when its consumer breaks out of the loop. */
  readonly signal: AbortSignal;
  /**
   * The call's id. Models reuse ids in later turns, and may use one twice in a turn: as a key for work
   * that must not be done twice, use it together with `interaction.id`.
   */
  readonly callId: string;
  /** The interaction that contains the call. */
  readonly interaction: Interaction;
}

/** What {@link defineTool} takes. */
export interface ToolDefinition<Args> {
  /**
   * Name by which the model calls it: at most 64 letters, digits, `_`, `.`, `:` and `-`, starting with a
   * letter or an underscore.
   */
  name: string;
  /** What it does and when to call it, for the model to read. */
  description: string;
  /**
   * Schema of the arguments, which are an object. A Standard Schema checks and types them. A JSON Schema
   * does not: then it is only certain that they are an object.
   *
   * @defaultValue no arguments
   */
  parameters?: StandardSchema<Args> | JsonSchema | undefined;
  /**
   * Runs the call. A string, an object, content blocks, blobs and the result of an MCP tool are sent as
   * they are, anything else as `{ result }`. If it throws, the model receives the error's message.
   */
  execute(args: Args, context: ToolContext): unknown;
}

/** A tool that {@link defineTool} made. */
export interface DefinedTool {
  /** The description for the model: an entry of `tools` in any create. */
  readonly declaration: Extract<Tool, { type: "function" }> & {
    /** The name by which the model calls it. */
    readonly name: string;
  };
  /**
   * Checks the arguments and runs the function.
   *
   * @throws TypeError for arguments that do not match the schema
   */
  run(args: Readonly<Record<string, unknown>>, context: ToolContext): Promise<unknown>;
}

/**
 * Defines a function that the model may call. A Standard Schema in `parameters` gives the arguments of
 * `execute` its output type. With a JSON Schema they have the type that you declare, unchecked.
 *
 * @throws TypeError for a name that the service would refuse, a missing `execute`, or a schema that does
 * not describe an object
 *
 * @example
 * ```ts
 * const weather = defineTool({
 *   name: "get_weather",
 *   description: "Weather of a city, now",
 *   parameters: z.object({ city: z.string() }),
 *   execute: ({ city }, { signal }) => fetchWeather(city, signal),
 * });
 * ```
 */
export function defineTool<Args = Record<string, unknown>>(
  definition: ToolDefinition<Args>,
): DefinedTool {
  checkObject("defineTool's argument", definition);
  const { name, description, parameters: schema } = definition;
  if (typeof name !== "string" || !namePattern.test(name)) throw nameError(name);
  if (typeof definition.execute !== "function") {
    throw new TypeError(
      `Tool "${name}" needs execute, the function that runs a call; got ${typeof definition.execute}. Declare a ` +
        "function that runs elsewhere in params.tools.",
    );
  }
  const declaration = { type: "function", name, description } as const;
  const parameters = schema === undefined ? undefined : toJsonSchema(schema, `tool "${name}"`);
  if (parameters !== undefined && (parameters["type"] ?? "object") !== "object") {
    throw new TypeError(`The parameters of tool "${name}" must be of type "object".`);
  }
  return {
    declaration: parameters === undefined ? declaration : { ...declaration, parameters },
    async run(args, context) {
      const { value, issues } = await checkValue(schema, args);
      if (issues.length > 0) {
        throw new TypeError(`The arguments do not fit: ${describeIssues(issues)}.`);
      }
      // Checked by the schema that gives the type; without one the caller is responsible.
      return definition.execute(value as Args, context);
    },
  };
}

/** What the service takes; any other name is a 400 (gemini-cli issue 9535). */
const namePattern = /^[A-Za-z_][\w.:-]{0,63}$/;

function nameError(name: unknown): TypeError {
  const got = typeof name === "string" ? quote(truncate(name, 80)) : typeof name;
  return new TypeError(
    "A tool's name must be 1 to 64 letters, digits, underscores, dots, colons and dashes, with a letter " +
      `or an underscore first; got ${got}.`,
  );
}
