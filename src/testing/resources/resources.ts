// The resources beside interactions: which request is which of their operations, and what its body may
// hold by the schemas of the spec. In comes a routed request, out goes a reply; agents, which are only
// kept, are handled here, environments and webhooks in files of their own.

import type { Agent } from "../../../generated/schema.ts";
import type { RequestSchema } from "../../../generated/request-schemas.ts";
import { isObject, parseJson } from "../../util/json.ts";
import type { ServiceChange } from "../options.ts";
import { errorReply, jsonReply } from "../wire/replies.ts";
import type { Reply } from "../wire/replies.ts";
import { findInvalidMember, withoutUnset } from "../strict/request-check.ts";
import type { ResourceRoute } from "../wire/routes.ts";
import type { WebhookEndpoint, Webhooks } from "../webhooks.ts";
import { badRequest, Collection, pageReply } from "./collection.ts";
import type { ResourceCall } from "./collection.ts";
import { Environments } from "./environments.ts";
import { RegisteredWebhooks } from "./registered-webhooks.ts";

interface Operation {
  readonly reply: (call: ResourceCall) => Reply;
  /** What the body may be; absent where nothing is read of it as JSON. */
  readonly schema?: RequestSchema;
}

/** How the resources of a service are made. */
export interface ResourceSettings {
  readonly isStrict: boolean;
  readonly now: () => number;
  readonly onChange: ((change: ServiceChange) => void) | undefined;
  readonly webhooks: Webhooks;
}

/** The resources of one service. */
export class Resources {
  readonly #agents: Collection<Agent>;
  readonly #environments: Environments;
  readonly #webhooks: RegisteredWebhooks;
  readonly #operations: Readonly<Record<string, Operation>>;
  readonly #isStrict: boolean;

  constructor({ isStrict, now, onChange, webhooks }: ResourceSettings) {
    this.#isStrict = isStrict;
    const agents = (this.#agents = new Collection<Agent>("agents", onChange, () => true));
    const environments = (this.#environments = new Environments(onChange, () =>
      new Date(now()).toISOString(),
    ));
    const registered = (this.#webhooks = new RegisteredWebhooks(
      onChange,
      now,
      (endpoint, id) => void webhooks.ping(endpoint, id),
    ));
    this.#operations = {
      "GET agents": { reply: ({ url }) => pageReply(url, "agents", agents.values()) },
      "POST agents": { reply: (call) => this.#createAgent(call), schema: { name: "Agent" } },
      "GET agents/{id}": { reply: ({ id }) => found(agents.get(id)) ?? agents.notFound(id) },
      "DELETE agents/{id}": { reply: ({ id }) => agents.delete(id) },
      "GET environments": { reply: (call) => environments.list(call) },
      "POST environments": {
        reply: (call) => environments.create(call),
        schema: { name: "CreateEnvironmentRequest" },
      },
      "GET environments/{id}": { reply: (call) => environments.get(call) },
      "DELETE environments/{id}": { reply: (call) => environments.delete(call) },
      "GET environments/{id}/files": { reply: (call) => environments.files(call) },
      "PUT upload environments/{id}/files": { reply: (call) => environments.startUpload(call) },
      "POST upload environments/{id}/files": { reply: (call) => environments.upload(call) },
      "GET webhooks": { reply: (call) => registered.list(call) },
      "POST webhooks": {
        reply: (call) => registered.create(call),
        schema: { name: "WebhookInput" },
      },
      "GET webhooks/{id}": { reply: (call) => registered.get(call) },
      "PATCH webhooks/{id}": {
        reply: (call) => registered.update(call),
        schema: { name: "WebhookUpdate" },
      },
      "DELETE webhooks/{id}": { reply: (call) => registered.delete(call) },
      "POST webhooks/{id}:ping": {
        reply: (call) => registered.ping(call),
        schema: { type: "object" },
      },
      "POST webhooks/{id}:rotateSigningSecret": {
        reply: (call) => registered.rotate(call),
        schema: { name: "RotateSigningSecretRequest" },
      },
    };
  }

  /** Takes over what an earlier service had stored. */
  restore(changes: readonly ServiceChange[]): void {
    for (const each of [this.#agents, this.#environments, this.#webhooks]) each.restore(changes);
  }

  /** The registered webhooks that want to hear of an event of this type. */
  endpointsFor(type: string): WebhookEndpoint[] {
    return this.#webhooks.endpointsFor(type);
  }

  /** Answers a request. */
  handle(
    { operation, id, path }: ResourceRoute,
    url: URL,
    headers: Headers,
    bytes: Uint8Array,
  ): Reply {
    const { reply, schema } = this.#operations[operation] ?? {};
    if (reply === undefined) {
      return errorReply({ status: 404, shape: "front-end", message: "Method not found." });
    }
    const call = { url, headers, id, path, bytes };
    if (schema === undefined) return reply({ ...call, body: {} });
    const text = new TextDecoder().decode(bytes);
    const sent = text === "" ? {} : parseJson(text);
    if (!isObject(sent)) return badRequest("Invalid JSON payload received.");
    const body = withoutUnset(sent, schema);
    const problem = this.#isStrict ? findInvalidMember(body, schema) : undefined;
    return problem === undefined ? reply({ ...call, body }) : badRequest(problem);
  }

  #createAgent({ body }: ResourceCall): Reply {
    // Checked by its schema.
    const agent: Agent = body;
    const { id = this.#agents.nextId() } = agent;
    if (this.#agents.get(id) !== undefined) {
      const message = `Agent ${id} already exists.`;
      return errorReply({ status: 409, code: "already_exists", message });
    }
    const stored = { ...agent, id };
    this.#agents.set(id, stored);
    return jsonReply(stored);
  }
}

function found(value: object | undefined): Reply | undefined {
  return value && jsonReply(value);
}
