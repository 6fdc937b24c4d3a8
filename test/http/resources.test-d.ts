import { expectTypeOf } from "vitest";
import type {
  Agent,
  CallOptions,
  EnvironmentResource,
  InteractionsClient,
  Webhook,
  WebhookInput,
  WebhookUpdate,
} from "../../src/index.ts";

declare const client: InteractionsClient;
const { agents, environments, webhooks } = client;

expectTypeOf(environments.readFile).parameters.toEqualTypeOf<
  [id: string, path: string, options?: CallOptions]
>();
expectTypeOf(await environments.readFile("e", "a")).toEqualTypeOf<Uint8Array<ArrayBuffer>>();
expectTypeOf(await environments.get("e")).toEqualTypeOf<EnvironmentResource>();
expectTypeOf(webhooks.create).parameters.toEqualTypeOf<
  [params: WebhookInput, options?: CallOptions]
>();
expectTypeOf(webhooks.update).parameters.toEqualTypeOf<
  [id: string, params?: WebhookUpdate, options?: CallOptions]
>();
expectTypeOf(await webhooks.get("w")).toEqualTypeOf<Webhook>();
expectTypeOf(webhooks.ping).parameters.toEqualTypeOf<[id: string, options?: CallOptions]>();
expectTypeOf(await webhooks.ping("w")).toEqualTypeOf<void>();
expectTypeOf(await agents.delete("a")).toEqualTypeOf<void>();
expectTypeOf((await agents.list()).agents).toEqualTypeOf<Agent[] | undefined>();

// @ts-expect-error: A webhook needs an address.
void webhooks.create({});
// @ts-expect-error: Agents have no update.
void agents.update("a", {});
