// Compiled by tsc, never run: the types are the test.
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import { toStandardJsonSchema } from "@valibot/to-json-schema";
import { type } from "arktype";
import type { FromSchema } from "json-schema-to-ts";
import * as v from "valibot";
import { expectTypeOf } from "vitest";
import { z } from "zod";
import { createWithContinuation, defineOutput, defineTool, runTools } from "../../src/index.ts";
import type {
  CreateInteractionParams,
  DefinedTool,
  Interaction,
  InteractionCreator,
  InteractionRun,
  InteractionsClient,
  InteractionStreamEvent,
  StandardSchema,
} from "../../src/index.ts";

declare const client: InteractionsClient;
declare const interaction: Interaction;
const name = "get_weather";
const description = "Weather of a city.";
type City = { city: string; days?: number | undefined };

// execute: typed by zod, valibot and arktype.

const tools: DefinedTool[] = [
  defineTool({
    name,
    description,
    parameters: z.object({ city: z.string(), days: z.number().optional() }),
    execute: (args, { signal, callId, interaction: caller }) => {
      expectTypeOf(args).toEqualTypeOf<City>();
      expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
      expectTypeOf(callId).toEqualTypeOf<string>();
      expectTypeOf(caller).toEqualTypeOf<Interaction>();
    },
  }),
  defineTool({
    name,
    description,
    parameters: toStandardJsonSchema(v.object({ city: v.string(), days: v.optional(v.number()) })),
    execute(args) {
      expectTypeOf(args).toEqualTypeOf<City>();
      return args.city;
    },
  }),
  defineTool({
    name,
    description,
    parameters: type({ city: "string", "days?": "number" }),
    execute: async (args) => {
      expectTypeOf(args).toEqualTypeOf<{ city: string; days?: number }>();
      return args.days;
    },
  }),
  // The output of transforms and defaults.
  defineTool({
    name,
    description,
    parameters: z.object({ at: z.string().transform(Number), unit: z.string().default("C") }),
    execute: (args) => expectTypeOf(args).toEqualTypeOf<{ at: number; unit: string }>(),
  }),
];

// With a JSON Schema: unknown members, or what one says they are.

const schema = {
  type: "object",
  properties: { city: { type: "string" }, days: { type: "number" } },
  required: ["city"],
  additionalProperties: false,
} as const;
defineTool({
  name,
  description,
  parameters: schema,
  execute: (args) => expectTypeOf(args).toEqualTypeOf<Record<string, unknown>>(),
});
defineTool({
  name,
  description,
  execute: (args) => expectTypeOf(args).toEqualTypeOf<Record<string, unknown>>(),
});
defineTool({
  name,
  description,
  parameters: schema,
  execute: ({ city, days = 1 }: FromSchema<typeof schema>) => city.repeat(days),
});

// Refused.

defineTool({
  name,
  description,
  parameters: z.object({ city: z.string() }),
  // @ts-expect-error no such parameter
  execute: ({ town }) => town,
});
defineTool({
  name,
  description,
  // @ts-expect-error misspelt
  paramaters: z.object({ city: z.string() }),
  execute: () => "",
});
// @ts-expect-error a valibot schema alone has no JSON Schema
defineTool({ name, description, parameters: v.object({ city: v.string() }), execute: () => "" });
// @ts-expect-error a name is needed
defineTool({ description, execute: () => "" });

// parse: typed by zod, valibot and arktype.

expectTypeOf(
  defineOutput(z.object({ city: z.string(), days: z.number().optional() })).parse(interaction),
).toEqualTypeOf<Promise<City>>();
expectTypeOf(
  defineOutput(
    toStandardJsonSchema(v.object({ city: v.string(), days: v.optional(v.number()) })),
  ).parse(interaction),
).toEqualTypeOf<Promise<City>>();
expectTypeOf(
  defineOutput(type({ city: "string", "days?": "number" })).parse(interaction),
).toEqualTypeOf<Promise<{ city: string; days?: number }>>();
expectTypeOf(defineOutput(schema).parse(interaction)).toEqualTypeOf<Promise<unknown>>();
expectTypeOf(defineOutput<City>(schema).parse(interaction)).toEqualTypeOf<Promise<City>>();
void client.create({
  model: "m",
  input: "Hi",
  response_format: defineOutput(z.object({})).format,
});

// Whatever follows both specifications is a schema.

expectTypeOf<StandardSchemaV1<unknown, City> & StandardJSONSchemaV1<unknown, City>>().toExtend<
  StandardSchema<City>
>();

// runTools: `stream` decides what comes on the way.

const model = "gemini-3.8-flash";
const input = "Hi";
declare const params: CreateInteractionParams;
expectTypeOf(runTools(client, { model, input }, { tools })).toEqualTypeOf<
  InteractionRun<Interaction>
>();
expectTypeOf(runTools(client, { model, input, stream: true }, { tools })).toEqualTypeOf<
  InteractionRun<InteractionStreamEvent>
>();
expectTypeOf(runTools(client, params, { tools })).toEqualTypeOf<
  InteractionRun<Interaction | InteractionStreamEvent>
>();
expectTypeOf(createWithContinuation(client, { model, input })).toEqualTypeOf<
  InteractionRun<Interaction>
>();
expectTypeOf(createWithContinuation(client, { model, input, stream: true })).toEqualTypeOf<
  InteractionRun<InteractionStreamEvent>
>();
expectTypeOf<Awaited<InteractionRun<InteractionStreamEvent>>>().toEqualTypeOf<Interaction>();

// @ts-expect-error misspelt
void runTools(client, { model, input, sotre: false }, { tools });
// @ts-expect-error misspelt, in the options
void runTools(client, { model, input }, { tools, maxTurn: 3 });
// @ts-expect-error tools are needed
void runTools(client, { model, input }, {});

// A fake is one function.

expectTypeOf<Pick<InteractionsClient, "create">>().toExtend<InteractionCreator>();
const fake = { create: async () => interaction };
expectTypeOf(fake).toExtend<InteractionCreator>();
void runTools(fake, { model, input }, { tools });
