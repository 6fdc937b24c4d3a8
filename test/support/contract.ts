import { readFileSync } from "node:fs";
import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";

/** The parts of a JSON Schema that our spec uses. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: boolean | Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  deprecated?: boolean;
  "x-open-enum"?: boolean;
  "x-internal"?: boolean;
}

/** The component schemas of generated/openapi.json. */
export const schemas: Readonly<Record<string, Schema>> = readSchemas();

/** What is wrong with a value by the schema of that name; nothing when it fits. */
export function validate(schemaName: string, value: unknown): string[] {
  return errorsOf(open, schemaName, value);
}

/**
 * As {@link validate}, but a field or a value of an open enum that the spec does not name is wrong
 * as well. For what we write ourselves: the service may send more than we know.
 */
export function validateClosed(schemaName: string, value: unknown): string[] {
  return errorsOf(closed, schemaName, value);
}

/** The schema of that name. */
export function schemaNamed(name: string): Schema {
  const schema = schemas[name];
  if (schema === undefined) throw new Error(`generated/openapi.json has no schema "${name}".`);
  return schema;
}

/** The schema itself, or the one that its `$ref` leads to. */
export function resolve(schema: Schema): Schema {
  return schema.$ref === undefined ? schema : resolve(schemaNamed(refName(schema.$ref)));
}

/** The names of the schemas that a union refers to. */
export function unionMembers(unionName: string): string[] {
  const { oneOf, anyOf } = schemaNamed(unionName);
  const refs = (oneOf ?? anyOf ?? []).map(({ $ref }) => $ref);
  return refs.filter((ref) => ref !== undefined).map(refName);
}

const open = compile(mapSchemas((schema) => withOpenEnum(withTag(schema))));
const closed = compile(mapSchemas((schema) => withoutUnknownFields(withTag(schema))));

function readSchemas(): Record<string, Schema> {
  const file = new URL("../../generated/openapi.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")).components.schemas;
}

function refName(ref: string): string {
  return ref.slice(ref.lastIndexOf("/") + 1);
}

function compile(components: Record<string, Schema>): Ajv2020 {
  const ajv = new Ajv2020({
    // Words of OpenAPI and ours (`x-open-enum`) are no JSON Schema.
    strict: false,
    discriminator: true,
    formats: {
      int32: {
        type: "number",
        validate: (value: number) => Number.isInteger(value) && Math.abs(value) < 2 ** 31,
      },
      int64: /^-?\d+$/,
      float: true,
      double: true,
      "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
    },
  });
  // To JSON Schema 2020-12 this keyword is a mere remark.
  ajv.removeKeyword("contentEncoding");
  ajv.addKeyword({
    keyword: "contentEncoding",
    type: "string",
    validate: (encoding: string, text: string) =>
      encoding !== "base64" ||
      /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text),
    error: { message: "must be base64" },
  });
  ajv.addSchema({ components: { schemas: components } }, "openapi");
  return ajv;
}

function errorsOf(ajv: Ajv2020, schemaName: string, value: unknown): string[] {
  const check = ajv.getSchema(`openapi#/components/schemas/${schemaName}`);
  if (check === undefined) throw new Error(`generated/openapi.json has no schema "${schemaName}".`);
  return check(value) === true ? [] : (check.errors ?? []).map(describe);
}

function describe({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath === "" ? "/" : instancePath}: ${message} ${JSON.stringify(params)}`;
}

/** Each component schema, and each schema inside it, replaced by what `change` makes of it. */
function mapSchemas(change: (schema: Schema) => Schema): Record<string, Schema> {
  return mapValues(schemas, (schema) => mapSchema(schema, change));
}

function mapSchema(schema: Schema, change: (schema: Schema) => Schema): Schema {
  const inner = (nested: Schema) => mapSchema(nested, change);
  const { properties, items, additionalProperties, oneOf, anyOf } = schema;
  return change({
    ...schema,
    ...(properties && { properties: mapValues(properties, inner) }),
    ...(items && { items: inner(items) }),
    ...(typeof additionalProperties === "object" && {
      additionalProperties: inner(additionalProperties),
    }),
    ...(oneOf && { oneOf: oneOf.map(inner) }),
    ...(anyOf && { anyOf: anyOf.map(inner) }),
  });
}

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T) => T) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

/**
 * Tells Ajv by which property the members of a union are told apart, so that its errors are about
 * the one member that was meant and not about all of them.
 */
function withTag(schema: Schema): Schema {
  const members = schema.oneOf?.map(resolve) ?? [];
  const propertyName = members[0]?.required?.find((name) =>
    members.every((member) => member.properties?.[name]?.const !== undefined),
  );
  if (propertyName === undefined) return schema;
  // The type as well: Ajv's discriminator lets pass whatever is no object.
  return Object.assign({ type: "object" }, schema, { discriminator: { propertyName } });
}

function withOpenEnum(schema: Schema): Schema {
  if (schema["x-open-enum"] !== true) return schema;
  const { enum: _known, ...rest } = schema;
  return rest;
}

function withoutUnknownFields(schema: Schema): Schema {
  return schema.properties === undefined ? schema : { additionalProperties: false, ...schema };
}
