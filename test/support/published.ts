import { readFileSync } from "node:fs";
import type { Schema } from "./contract.ts";

/** An OpenAPI document, as far as tests look into it or change it. */
export interface OpenApi {
  [key: string]: unknown;
  openapi: string;
  paths: Record<string, Record<string, unknown>>;
  components: { [key: string]: unknown; schemas: Record<string, Schema> };
}

interface SdkTypes {
  objects: Record<string, Record<string, SdkField>>;
  unions: Record<string, string[]>;
}

interface SdkField {
  type: string;
  required?: boolean;
  deprecated?: boolean;
}

const sdk: SdkTypes = JSON.parse(
  readFileSync(new URL("../fixtures/sdk-types.json", import.meta.url), "utf8"),
);

/**
 * The types of the official SDK as the service writes its own document: OpenAPI 3.0, another name
 * here and there, a copy of some schemas, enums in place, events in an envelope.
 */
export function publishedDocument(): OpenApi {
  const { objects, unions } = sdk;
  const named = Object.fromEntries(
    Object.entries(objects).map(([name, fields]) => [
      publishedName(name),
      objectSchema(name, fields),
    ]),
  );
  for (const [name, types] of Object.entries(unions)) {
    if (!isEnum(name)) named[publishedName(name)] = { oneOf: types.map((type) => schemaOf(type)) };
  }
  const interaction = json(schemaOf("Interaction"));
  const error = json({
    type: "object",
    required: ["error"],
    properties: { error: schemaOf("ErrorT") },
  });
  const both = {
    content: {
      ...interaction.content,
      "text/event-stream": { schema: ref("InteractionSseStreamEnvelope") },
    },
  };
  const failures = { "4XX": error, "5XX": error };
  const answers = (answer: object) => ({ responses: { "200": answer, ...failures } });
  const sends = (type: string) => ({ requestBody: { required: true, ...json(schemaOf(type)) } });
  const page = { page_size: { type: "integer" }, page_token: { type: "string" } };
  const done = { description: "Done." };
  const version = [{ $ref: "#/components/parameters/api_version" }];
  const id = { name: "interactionsId", in: "path", required: true, schema: { type: "string" } };
  const query = (schemas: Record<string, Schema>) =>
    Object.entries(schemas).map(([name, schema]) => ({ name, in: "query", schema }));
  const header = (name: string, schema: Schema) => ({ name, in: "header", required: true, schema });
  // A copy, so that a test may change it.
  return structuredClone({
    openapi: "3.0.3",
    info: { title: "Published", version: "v1beta" },
    paths: {
      "/{api_version}/voices": { get: { responses: { default: json(ref("Voice")) } } },
      "/{api_version}/interactions": {
        parameters: version,
        post: {
          requestBody: {
            required: true,
            ...json({
              oneOf: [schemaOf("CreateAgentInteraction"), schemaOf("CreateModelInteraction")],
            }),
          },
          ...answers(both),
        },
      },
      "/{api_version}/interactions/{interactionsId}": {
        parameters: version,
        get: {
          parameters: [
            ...query({
              include_input: { type: "boolean" },
              last_event_id: { type: "string" },
              stream: { type: "boolean" },
            }),
            id,
          ],
          ...answers(both),
        },
        delete: { parameters: [id], ...answers(done) },
      },
      "/{api_version}/interactions/{interactionsId}/cancel": {
        parameters: version,
        post: { parameters: [id], ...answers(interaction) },
      },
      "/{api_version}/webhooks": {
        get: { parameters: query(page), ...answers(json(schemaOf("WebhookListResponse"))) },
        post: { ...sends("WebhookInput"), ...answers(json(schemaOf("Webhook"))) },
      },
      "/{api_version}/webhooks/{id}": {
        get: answers(json(schemaOf("Webhook"))),
        patch: {
          parameters: query({ update_mask: { type: "string" } }),
          ...sends("WebhookUpdate"),
          ...answers(json(schemaOf("Webhook"))),
        },
        delete: answers(done),
      },
      "/{api_version}/webhooks/{id}:ping": {
        post: { requestBody: json({ type: "object" }), ...answers(json({ type: "object" })) },
      },
      "/{api_version}/webhooks/{id}:rotateSigningSecret": {
        post: {
          ...sends("RotateSigningSecretRequest"),
          ...answers(json(schemaOf("WebhookRotateSigningSecretResponse"))),
        },
      },
      "/{api_version}/environments": {
        get: { parameters: query(page), ...answers(json(schemaOf("ListEnvironmentsResponse"))) },
        post: {
          ...sends("CreateEnvironmentRequest"),
          ...answers(json(schemaOf("environments.Environment"))),
        },
      },
      "/{api_version}/environments/{id}": {
        get: answers(json(schemaOf("environments.Environment"))),
        delete: answers(done),
      },
      "/{api_version}/environments/{environment}/files/{path}": {
        get: {
          parameters: query({ ...page, recursive: { type: "boolean" } }),
          ...answers(json(schemaOf("GetEnvironmentFilesResponse"))),
        },
      },
      "/upload/{api_version}/environments/{environment}/files/{path}": {
        put: {
          parameters: [
            ...query({ extract: { type: "boolean" }, overwrite: { type: "boolean" } }),
            header("X-Goog-Upload-Protocol", { const: "resumable" }),
            header("X-Goog-Upload-Command", { const: "start" }),
            header("X-Goog-Upload-Header-Content-Length", { type: "integer" }),
            header("X-Goog-Upload-Header-Content-Type", { type: "string" }),
          ],
          ...answers(done),
        },
      },
      "/{api_version}/agents": {
        get: {
          parameters: query({ ...page, parent: { type: "string" } }),
          ...answers(json(schemaOf("AgentListResponse"))),
        },
        post: { ...sends("Agent"), ...answers(json(schemaOf("Agent"))) },
      },
      "/{api_version}/agents/{agentsId}": {
        get: answers(json(schemaOf("Agent"))),
        delete: answers(done),
      },
    },
    components: {
      parameters: {
        api_version: {
          name: "api_version",
          in: "path",
          required: true,
          schema: { type: "string" },
        },
      },
      schemas: {
        ...named,
        Voice: { type: "object" },
        InteractionSseStreamEnvelope: {
          type: "object",
          required: ["data"],
          properties: { data: schemaOf("InteractionSSEEvent") },
        },
      },
    },
  });
}

const publishedNames: Record<string, string> = {
  AllowlistEntry: "EgressRule",
  CreateAgentInteraction: "AgentInteraction",
  CreateModelInteraction: "ModelInteraction",
  "environments.Environment": "Environment",
  Environment: "EnvironmentConfig",
  ErrorT: "Error",
  FunctionResultSubcontent: "FunctionResultSubContent",
  FunctionT: "Function",
  GoogleMapsResultPlaces: "Places",
  InteractionSSEEvent: "InteractionSseStreamEvent",
  RetrievalCallArguments: "RetrievalStepArguments",
  ThoughtSummaryContent: "ThoughtContent",
};

function publishedName(name: string): string {
  return publishedNames[name] ?? name.replace(/^URL/, "Url").replace(/^MCP/, "Mcp");
}

function objectSchema(name: string, fields: Record<string, SdkField>): Schema {
  return {
    type: "object",
    required: Object.keys(fields).filter((field) => fields[field]?.required),
    properties: Object.fromEntries(
      Object.entries(fields).map(([field, { type, deprecated = false }]) => {
        const schema = isFraction(field) ? { type: "number" } : schemaOf(type);
        return [field, { ...schema, ...(deprecated && { deprecated }) }];
      }),
    ),
    ...(name === "DynamicAgentConfig" && { additionalProperties: true }),
  };
}

/** The SDK has one word for integers and fractions. */
function isFraction(field: string): boolean {
  return /^(alpha|fps|latitude|longitude|temperature|top_p|vector_\w+)$/.test(field);
}

function schemaOf(type: string): Schema {
  const forms = type.split(/ \| (?![^{]*\})/);
  if (forms.length > 1) return { oneOf: forms.map((form) => schemaOf(form)) };
  const [, items] = /^Array<(.*)>$/.exec(type) ?? [];
  if (items !== undefined) return { type: "array", items: schemaOf(items) };
  const [, values] = /^\{ \[k: string\]: (.*); \}$/.exec(type) ?? [];
  if (values !== undefined) return { type: "object", additionalProperties: schemaOf(values) };
  if (type.startsWith('"')) return { const: JSON.parse(type) };
  if (type === "any") return {};
  if (type === "number") return { type: "integer" };
  if (/^[a-z]+$/.test(type)) return { type };
  if (/Result(Step|Delta)Result$/.test(type)) return { type: "object" };
  if (isEnum(type)) return { type: "string", enum: sdk.unions[type] ?? [] };
  return ref(publishedName(type));
}

/** Whether a name stands for known strings, rather than for a union of other types. */
function isEnum(name: string): boolean {
  const [first = "Array<"] = sdk.unions[name] ?? [];
  return !first.includes("<") && !(first in sdk.objects) && !(first in sdk.unions);
}

function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

function json(schema: Schema) {
  return { content: { "application/json": { schema } } };
}
