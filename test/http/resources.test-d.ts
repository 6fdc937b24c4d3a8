import { expectTypeOf } from "vitest";
import type {
  Agent,
  CallOptions,
  EnvironmentResource,
  InteractionsClient,
  TriggerExecution,
  Voice,
  Webhook,
  WebhookInput,
  WebhookUpdate,
} from "../../src/index.ts";

declare const client: InteractionsClient;
const { agents, credentials, decisions, environments, triggers, voices, webhooks } = client;

expectTypeOf(environments.readFile).parameters.toEqualTypeOf<
  [id: string, path: string, options?: CallOptions]
>();
expectTypeOf(await environments.readFile("e", "a")).toEqualTypeOf<Uint8Array<ArrayBuffer>>();
expectTypeOf(await environments.get("e")).toEqualTypeOf<EnvironmentResource>();
expectTypeOf(webhooks.create).parameters.toEqualTypeOf<
  [params: WebhookInput, options?: CallOptions]
>();
expectTypeOf(webhooks.update).parameters.toEqualTypeOf<
  [id: string, params?: WebhookUpdate & { update_mask?: string | undefined }, options?: CallOptions]
>();
expectTypeOf(environments.writeFile).parameters.toEqualTypeOf<
  [
    environment: string,
    path: string,
    file: Uint8Array | Blob,
    params?: { extract?: boolean | undefined; overwrite?: boolean | undefined },
    options?: CallOptions,
  ]
>();
expectTypeOf(await voices.create({ voice: { type: "prompted" } })).toEqualTypeOf<Voice>();
expectTypeOf(await triggers.run("t")).toEqualTypeOf<TriggerExecution>();
expectTypeOf(await credentials.delete("c")).toEqualTypeOf<void>();
const { answers = {} } = await decisions.create({ model: "m", input: "", questions: {} });
if (answers["a"]?.type === "noul") expectTypeOf(answers["a"].noul).toEqualTypeOf<number>();

void credentials.update("c", { type: "bearer_token", token: "t", update_mask: "token" });
// @ts-expect-error: A bearer token has no client.
void credentials.update("c", { type: "bearer_token", client_id: "c" });
// @ts-expect-error: Decisions cannot be read again.
void decisions.get("d");
expectTypeOf(await webhooks.get("w")).toEqualTypeOf<Webhook>();
expectTypeOf(webhooks.ping).parameters.toEqualTypeOf<[id: string, options?: CallOptions]>();
expectTypeOf(await webhooks.ping("w")).toEqualTypeOf<void>();
expectTypeOf(await agents.delete("a")).toEqualTypeOf<void>();
expectTypeOf((await agents.list()).agents).toEqualTypeOf<Agent[] | undefined>();

// @ts-expect-error: A webhook needs an address.
void webhooks.create({});
// @ts-expect-error: Agents have no update.
void agents.update("a", {});
