// Compiled by tsc, never run: the types are the test.
import type { AuthClient, GoogleAuth } from "google-auth-library";
import { expectTypeOf } from "vitest";
import { isTerminal, outputText } from "../src/index.ts";
import type {
  ApiAnswer,
  ApiPromise,
  CallOptions,
  components,
  CreateAgentInteractionParams,
  CreateInteractionParams,
  CreateModelInteractionParams,
  GetInteractionParams,
  Interaction,
  InteractionsClient,
  InteractionsClientOptions,
  InteractionStatus,
  InteractionStream,
  Step,
  VertexOptions,
  WaitOptions,
} from "../src/index.ts";

declare const client: InteractionsClient;
declare const flag: boolean;
const model = "gemini-3.5-flash";
const input = "Hi";

// create: `stream` decides what is answered.

expectTypeOf(client.create({ model, input })).toEqualTypeOf<ApiPromise<Interaction>>();
expectTypeOf(client.create({ model, input, stream: false })).toEqualTypeOf<
  ApiPromise<Interaction>
>();
expectTypeOf(client.create({ model, input, stream: true })).toEqualTypeOf<
  ApiPromise<InteractionStream>
>();
expectTypeOf(client.create({ model, input, stream: flag })).toEqualTypeOf<
  ApiPromise<Interaction | InteractionStream>
>();
expectTypeOf(client.create({ agent: "a", input, background: true })).toEqualTypeOf<
  ApiPromise<Interaction>
>();

declare const params: CreateInteractionParams;
declare const modelParams: CreateModelInteractionParams;
declare const agentParams: CreateAgentInteractionParams;
expectTypeOf(client.create(params)).toEqualTypeOf<ApiPromise<Interaction | InteractionStream>>();
expectTypeOf(client.create({ ...params, stream: true })).toEqualTypeOf<
  ApiPromise<InteractionStream>
>();
expectTypeOf(client.create({ ...modelParams, stream: false })).toEqualTypeOf<
  ApiPromise<Interaction>
>();
expectTypeOf(client.create({ ...agentParams, stream: true })).toEqualTypeOf<
  ApiPromise<InteractionStream>
>();

// get: the same.

expectTypeOf(client.get("id")).toEqualTypeOf<ApiPromise<Interaction>>();
expectTypeOf(client.get("id", {})).toEqualTypeOf<ApiPromise<Interaction>>();
expectTypeOf(client.get("id", { include_input: true })).toEqualTypeOf<ApiPromise<Interaction>>();
expectTypeOf(client.get("id", { stream: false })).toEqualTypeOf<ApiPromise<Interaction>>();
expectTypeOf(client.get("id", { stream: true })).toEqualTypeOf<ApiPromise<InteractionStream>>();
expectTypeOf(client.get("id", { stream: true, last_event_id: "e" })).toEqualTypeOf<
  ApiPromise<InteractionStream>
>();
expectTypeOf(client.get("id", { stream: flag })).toEqualTypeOf<
  ApiPromise<Interaction | InteractionStream>
>();

declare const getParams: GetInteractionParams;
expectTypeOf(client.get("id", getParams)).toEqualTypeOf<
  ApiPromise<Interaction | InteractionStream>
>();

// The others.

expectTypeOf(client.cancel("id")).toEqualTypeOf<ApiPromise<Interaction>>();
expectTypeOf(client.delete("id")).toEqualTypeOf<ApiPromise<void>>();
expectTypeOf(client.waitForCompletion("id")).toEqualTypeOf<Promise<Interaction>>();
expectTypeOf(client.create({ model, input }).withResponse()).toEqualTypeOf<
  Promise<ApiAnswer<Interaction>>
>();
expectTypeOf<ApiAnswer<Interaction>["response"]>().toEqualTypeOf<Response>();

// What one call answers, the next one takes.

export async function compose(): Promise<string> {
  const created = await client.create({ agent: "a", input, background: true });
  const done = await client.waitForCompletion(created.id);
  await client.delete((await client.get(done.id)).id);
  await client.create({ model, input, previous_interaction_id: done.id });
  await client.create({ model, input: done.steps, store: false });
  return isTerminal(done.status) ? outputText(done) : "";
}

// `id` and `steps` are always there.

expectTypeOf<Interaction["id"]>().toEqualTypeOf<string>();
expectTypeOf<Interaction["steps"]>().toEqualTypeOf<Step[]>();
expectTypeOf<Interaction>().toExtend<components["schemas"]["Interaction"]>();
// @ts-expect-error without an id it is not the library's interaction
export const withoutId: Interaction = { status: "completed", steps: [] };
// @ts-expect-error nor without steps
export const withoutSteps: Interaction = { id: "i", status: "completed" };

// Statuses are open: known ones complete, new ones are taken.

expectTypeOf<"completed">().toExtend<InteractionStatus>();
expectTypeOf<"a_status_of_next_year">().toExtend<InteractionStatus>();
isTerminal("a_status_of_next_year");
// @ts-expect-error a status is a string
isTerminal(7);

// Refused: a model with an agent, or with what belongs to one, and the other way round.

// @ts-expect-error either a model or an agent
void client.create({ model, agent: "a", input });
// @ts-expect-error one of them is needed
void client.create({ input });
// @ts-expect-error agent_config goes with agent
void client.create({ model, input, agent_config: { type: "dynamic" } });
// @ts-expect-error generation_config goes with model
void client.create({ agent: "a", input, generation_config: { max_output_tokens: 1 } });
// @ts-expect-error the same for a stream
void client.create({ model, agent: "a", input, stream: true });
// @ts-expect-error a model is a string
void client.create({ model: 7, input });

// Refused: what is misspelt.

// @ts-expect-error the service's names are snake_case
void client.create({ model, input, systemInstruction: "Be short." });
// @ts-expect-error misspelt
void client.create({ model, input, strem: true });
// @ts-expect-error misspelt, for a stream
void client.create({ model, input, stream: true, sotre: false });
// @ts-expect-error misspelt, one level down
void client.create({ model, input, generation_config: { max_tokens: 1 } });
// @ts-expect-error no such tool
void client.create({ model, input, tools: [{ type: "google_serch" }] });
// @ts-expect-error misspelt
void client.get("id", { includeInput: true });
// @ts-expect-error misspelt, in the options
void client.get("id", {}, { timeout: 5 });
// @ts-expect-error misspelt, in the options of waiting
void client.waitForCompletion("id", { pollInterval: 5 });
// @ts-expect-error last_event_id is for streams
void client.get("id", { last_event_id: "e" });
// @ts-expect-error last_event_id is for streams
void client.get("id", { stream: false, last_event_id: "e" });
// @ts-expect-error an id is needed
void client.cancel();
// @ts-expect-error an id is a string
void client.delete(7);

// Options take an explicit undefined, also under exactOptionalPropertyTypes.

type AllUndefined<T> = { [Key in keyof T]-?: undefined };
expectTypeOf<AllUndefined<InteractionsClientOptions>>().toExtend<InteractionsClientOptions>();
expectTypeOf<AllUndefined<VertexOptions>>().toExtend<VertexOptions>();
expectTypeOf<AllUndefined<CallOptions>>().toExtend<CallOptions>();
expectTypeOf<AllUndefined<WaitOptions>>().toExtend<WaitOptions>();

// Auth is a token, a function or an object.

expectTypeOf<string>().toExtend<VertexOptions["auth"]>();
expectTypeOf<() => string>().toExtend<VertexOptions["auth"]>();
expectTypeOf<(context: { forceRefresh: boolean }) => Promise<string>>().toExtend<
  VertexOptions["auth"]
>();
expectTypeOf<GoogleAuth>().toExtend<VertexOptions["auth"]>();
expectTypeOf<AuthClient>().toExtend<VertexOptions["auth"]>();
expectTypeOf<number>().not.toExtend<VertexOptions["auth"]>();
expectTypeOf<typeof globalThis.fetch>().toExtend<InteractionsClientOptions["fetch"]>();

// Low level: the answer is typed by path.

export async function lowLevel(): Promise<void> {
  const path = { id: "i" };
  const { data, error } = await client.api.GET("/v1beta/interactions/{id}", { params: { path } });
  expectTypeOf(data).toEqualTypeOf<components["schemas"]["Interaction"] | undefined>();
  expectTypeOf(error).toEqualTypeOf<components["schemas"]["ErrorResponse"] | undefined>();
  // @ts-expect-error no such path
  await client.api.GET("/v1beta/interaction/{id}", { params: { path } });
  // @ts-expect-error the path has an id
  await client.api.GET("/v1beta/interactions/{id}", { params: { path: {} } });
  // @ts-expect-error no such method on this path
  await client.api.PATCH("/v1beta/interactions/{id}", { params: { path } });
}

// What is added to the service's own parameters may be undefined, under exactOptionalPropertyTypes too.

async function leavesMembersOut(client: InteractionsClient, previous: string | undefined) {
  await client.create({ model: "gemini-3.5-flash", input: "Hi", agent: undefined });
  await client.create({ agent: "a", input: "Hi", model: undefined });
  await client.get("id", { include_input: undefined, stream: undefined });
  await client.get("id", { stream: true, last_event_id: previous });
}
void leavesMembersOut;
