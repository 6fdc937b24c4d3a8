// Compiled by tsc, never run: the types are the test.
import { expectTypeOf } from "vitest";
import type {
  components,
  CreateAgentInteractionParams,
  CreateInteractionParams,
  CreateModelInteractionParams,
  FunctionTool,
  GetInteractionParams,
  Interaction,
  Step,
  TextContent,
} from "../../src/index.ts";

declare const maybe: string | undefined;
declare const number: number | undefined;
declare const flag: boolean | undefined;
const model = "gemini-3.5-flash";

// Every optional member of a request takes an explicit undefined, at every depth.

export const withUndefined: CreateInteractionParams = {
  model,
  agent: undefined,
  input: [{ type: "text", text: "Hi", annotations: undefined }],
  previous_interaction_id: maybe,
  stream: flag,
  generation_config: {
    thinking_level: maybe,
    max_output_tokens: number,
    speech_config: undefined,
    tool_choice: { allowed_tools: { mode: maybe, tools: undefined } },
  },
  tools: [{ type: "function", name: "look", description: maybe }],
  response_format: { type: "text", mime_type: undefined, schema: undefined },
};

type Wire = components["schemas"];
type AllUndefined<T> = { [Key in keyof T as undefined extends T[Key] ? Key : never]-?: undefined };
expectTypeOf<
  AllUndefined<CreateModelInteractionParams> & { model: string }
>().toExtend<CreateInteractionParams>();
expectTypeOf<
  AllUndefined<CreateAgentInteractionParams> & { agent: string }
>().toExtend<CreateInteractionParams>();

// The two kinds of create share one declaration of their common members, and lack none of the spec's.
expectTypeOf<
  Exclude<keyof Wire["CreateModelInteraction"], keyof CreateModelInteractionParams>
>().toBeNever();
expectTypeOf<
  Exclude<keyof Wire["CreateAgentInteraction"], keyof CreateAgentInteractionParams>
>().toBeNever();
expectTypeOf<CreateModelInteractionParams>().toExtend<Wire["CreateModelInteraction"]>();
expectTypeOf<CreateAgentInteractionParams>().toExtend<Wire["CreateAgentInteraction"]>();

expectTypeOf<{
  type: "function";
  name: undefined;
  parameters: undefined;
}>().toExtend<FunctionTool>();
expectTypeOf<{
  include_input: undefined;
  stream: undefined;
  last_event_id: undefined;
}>().toExtend<GetInteractionParams>();
expectTypeOf<{
  stream: true;
  last_event_id: string | undefined;
}>().toExtend<GetInteractionParams>();

// What is required stays so.

// @ts-expect-error a model is needed
export const withoutModel: CreateModelInteractionParams = { input: "Hi" };
// @ts-expect-error a text is needed
export const withoutText: TextContent = { type: "text", text: undefined };

// Reading an optional member gives what it always gave, and unions narrow.

expectTypeOf<Interaction["created"]>().toEqualTypeOf<string | undefined>();
expectTypeOf<Extract<Step, { type: "thought" }>["signature"]>().toEqualTypeOf<string | undefined>();

// No sentence is a value.

// @ts-expect-error nothing is of this type
export const both: CreateInteractionParams = {
  model,
  agent: "Pass either model or agent, not both.",
};
