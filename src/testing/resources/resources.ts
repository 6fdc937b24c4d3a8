// The resources other than interactions: finds the operation of a request, and checks its body by the schemas
// of the spec. In comes a routed request, out goes a reply. Agents and credentials, which are only stored,
// have a line here; the others have their own files.

import type { Agent, Credential, Voice } from "../../../generated/schema.ts";
import { isObject, parseJson, wordOf } from "../../util/json.ts";
import type { ServiceChange } from "../options.ts";
import { errorReply } from "../wire/replies.ts";
import type { Reply } from "../wire/replies.ts";
import { findInvalidMember, withoutUnset } from "../strict/request-check.ts";
import type { ResourceRoute } from "../wire/routes.ts";
import type { WebhookEndpoint, Webhooks } from "../webhooks.ts";
import { badRequest, Collection } from "./collection.ts";
import { decisionOperations } from "./decisions.ts";
import { Environments } from "./environments.ts";
import { keep } from "./kept.ts";
import type { KeptResource, Operations } from "./kept.ts";
import { RegisteredWebhooks } from "./registered-webhooks.ts";
import { triggerOperations } from "./triggers.ts";
import type { StoredTrigger } from "./triggers.ts";
import { voiceOperations } from "./voices.ts";

/** How the resources of a service are made. */
export interface ResourceSettings {
  readonly isStrict: boolean;
  readonly now: () => number;
  readonly onChange: ((change: ServiceChange) => void) | undefined;
  readonly webhooks: Webhooks;
}

/** The resources of one service. */
export class Resources {
  readonly #stored: readonly { restore(changes: readonly ServiceChange[]): void }[];
  readonly #webhooks: RegisteredWebhooks;
  readonly #operations: Operations;
  readonly #isStrict: boolean;

  constructor({ isStrict, now, onChange, webhooks }: ResourceSettings) {
    this.#isStrict = isStrict;
    const isoNow = (): string => new Date(now()).toISOString();
    const agents = new Collection<Agent>("agents", onChange, () => true);
    const credentials = new Collection<Credential>("credentials", onChange, hasId);
    const triggers = new Collection<StoredTrigger>(
      "triggers",
      onChange,
      ({ trigger, executions }) => isObject(trigger) && Array.isArray(executions),
    );
    const voices = new Collection<Voice>("voices", onChange, hasId);
    const environments = new Environments(onChange, isoNow);
    const registered = (this.#webhooks = new RegisteredWebhooks(
      onChange,
      now,
      (endpoint, id) => void webhooks.ping(endpoint, id),
    ));
    this.#stored = [agents, credentials, triggers, voices, environments, registered];
    this.#operations = {
      ...keep("agents", agents, { create: "Agent", make: (body, id) => ({ ...body, id }) }),
      ...keep("credentials", credentials, credentialsKept(isoNow)),
      ...triggerOperations(triggers, isoNow),
      ...voiceOperations(voices, now),
      ...decisionOperations,
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
    for (const each of this.#stored) each.restore(changes);
  }

  /** The registered webhooks that subscribed to events of this type. */
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
}

const hasId = ({ id }: Readonly<Record<string, unknown>>): boolean => typeof id === "string";

/** Keeps everything of a credential except the secret. */
function credentialsKept(now: () => string): KeptResource<Credential> {
  return {
    create: "CredentialCreateParams",
    make: ({ type }, id) => ({
      id,
      type: wordOf(type),
      status: "active",
      create_time: now(),
      update_time: now(),
    }),
    update: "CredentialUpdate",
    change: (stored) => ({ ...stored, update_time: now() }),
  };
}
