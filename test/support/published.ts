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
  const members = Object.entries(unions).filter(([, [first]]) => isTypeName(first));
  for (const [name, types] of members) {
    if (name !== "InteractionsInput") {
      named[publishedName(name)] = { oneOf: types.map((type) => schemaOf(type)) };
    }
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
  const version = [{ $ref: "#/components/parameters/api_version" }];
  const id = { name: "interactionsId", in: "path", required: true, schema: { type: "string" } };
  const query = Object.entries({
    include_input: "boolean",
    last_event_id: "string",
    stream: "boolean",
  });
  // A copy, so that a test may change it.
  return structuredClone({
    openapi: "3.0.3",
    info: { title: "Published", version: "v1beta" },
    paths: {
      "/{api_version}/agents": { get: { responses: { default: json(ref("Agent")) } } },
      "/{api_version}/interactions": {
        parameters: version,
        post: {
          requestBody: {
            required: true,
            ...json({
              oneOf: [schemaOf("CreateAgentInteraction"), schemaOf("CreateModelInteraction")],
            }),
          },
          responses: { "200": both, ...failures },
        },
      },
      "/{api_version}/interactions/{interactionsId}": {
        parameters: version,
        get: {
          parameters: [
            ...query.map(([name, type]) => ({ name, in: "query", schema: { type } })),
            id,
          ],
          responses: { "200": both, ...failures },
        },
        delete: { parameters: [id], responses: { "200": { description: "Done." }, ...failures } },
      },
      "/{api_version}/interactions/{interactionsId}/cancel": {
        parameters: version,
        post: { parameters: [id], responses: { "200": interaction, ...failures } },
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
        Agent: { type: "object" },
        InteractionSseStreamEnvelope: {
          type: "object",
          required: ["data"],
          properties: { data: schemaOf("InteractionSSEEvent") },
        },
        InteractionsInput: {
          oneOf: ["Content", "Array<Step>", "Array<Content>", "string"].map((type) =>
            schemaOf(type),
          ),
        },
        MediaProcessing: { oneOf: [schemaOf("StaticMediaProcessing")] },
      },
    },
  });
}

const publishedNames: Record<string, string> = {
  AllowlistEntry: "EgressRule",
  CreateAgentInteraction: "AgentInteraction",
  CreateModelInteraction: "ModelInteraction",
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
  if (/^[a-z]/.test(type)) return { type };
  if (/Result(Step|Delta)Result$/.test(type)) return { type: "object" };
  const members = sdk.unions[type];
  if (members !== undefined && !isTypeName(members[0])) return { type: "string", enum: members };
  return ref(publishedName(type));
}

function isTypeName(member: string | undefined): boolean {
  return member !== undefined && (member in sdk.objects || member in sdk.unions);
}

function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

function json(schema: Schema) {
  return { content: { "application/json": { schema } } };
}
