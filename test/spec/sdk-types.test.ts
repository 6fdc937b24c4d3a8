import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { resolve, type Schema, schemaNamed, schemas, unionMembers } from "../support/contract.ts";

interface SdkField {
  type: string;
  required?: boolean;
  deprecated?: boolean;
  /** The one value of a discriminant, or the known values of an enum. */
  values?: string[];
}

/** What the official SDK knows; where this came from is in its `source`. */
interface SdkTypes {
  objects: Record<string, Record<string, SdkField>>;
  /** The values of an enum, or the names of a union's members. */
  unions: Record<string, string[]>;
}

/** SDK types that have another name in our spec, mostly twins that the SDK generates twice. */
const namesInSpec: Record<string, string> = {
  FunctionT: "Function",
  ErrorT: "Error",
  FunctionResultStepResult: "ToolResult",
  FunctionResultDeltaResult: "ToolResult",
  MCPServerToolResultStepResult: "ToolResult",
  MCPServerToolResultDeltaResult: "ToolResult",
  ImageDeltaMimeType: "ImageContentMimeType",
  AudioDeltaMimeType: "AudioContentMimeType",
  DocumentDeltaMimeType: "DocumentContentMimeType",
  GoogleSearchCallStepSearchType: "GoogleSearchSearchType",
  RetrievalCallStepRetrievalType: "RetrievalRetrievalType",
  RetrievalCallDeltaRetrievalType: "RetrievalRetrievalType",
  ImageConfigAspectRatio: "ImageResponseFormatAspectRatio",
  ImageConfigImageSize: "ImageResponseFormatImageSize",
  InteractionSSEEvent: "InteractionStreamEvent",
  InteractionSseEventInteractionStatus: "InteractionStatus",
  InteractionStatusUpdateStatus: "InteractionStatus",
};

const sdk = readSdkTypes();

test("each object has every field that the SDK's has", () => {
  const missing = sdkFields().filter(({ field, schema }) => !(field in (schema.properties ?? {})));
  expect(missing.map(({ place }) => place)).toEqual([]);
});

test("each field that the SDK marks as deprecated is deprecated", () => {
  const unmarked = sdkFields().filter(
    ({ field, schema, deprecated }) =>
      deprecated === true && schema.properties?.[field]?.deprecated !== true,
  );
  expect(unmarked.map(({ place }) => place)).toEqual([]);
});

// The other way round some are optional on purpose: step.start leaves out what deltas bring.
test("no field is required that is optional in the SDK", () => {
  const stricter = sdkFields().filter(
    ({ field, schema, required }) => required !== true && schema.required?.includes(field),
  );
  expect(stricter.map(({ place }) => place)).toEqual([]);
});

test("each discriminant has the SDK's value", () => {
  const fields = sdkFields().filter(({ type }) => type.startsWith('"'));
  expect(fields.length).toBeGreaterThan(80);
  for (const { place, field, schema, values } of fields) {
    expect([schema.properties?.[field]?.const], place).toEqual(values);
    expect(schema.required, place).toContain(field);
  }
});

test("each field knows the values that the SDK knows for it", () => {
  const unknown = sdkFields().flatMap(({ place, field, schema, values = [] }) => {
    const known = literals(schema.properties?.[field] ?? {});
    return values.filter((value) => !known.includes(value)).map((value) => `${place}: ${value}`);
  });
  expect(unknown).toEqual([]);
});

test("each enum has the SDK's values, and each union its members", () => {
  const unknown = Object.entries(sdk.unions).flatMap(([sdkName, members]) => {
    const name = nameInSpec(sdkName);
    const known = schemaNamed(name).enum ?? unionMembers(name);
    // `Array` stands for a list of some other type, which has no name.
    const expected = members.filter((member) => member !== "Array").map(nameInSpec);
    return expected
      .filter((member) => !known.includes(member))
      .map((member) => `${name}: ${member}`);
  });
  expect(unknown).toEqual([]);
});

test("only names that the spec lacks are mapped, and only names that the SDK has", () => {
  const mapped = Object.keys(namesInSpec);
  expect(mapped.filter((name) => name in schemas)).toEqual([]);
  expect(mapped.filter((name) => !(name in sdk.objects) && !(name in sdk.unions))).toEqual([]);
});

/** Every field of every object type of the SDK, with the schema it should be part of. */
function sdkFields() {
  return Object.entries(sdk.objects).flatMap(([sdkName, fields]) => {
    const name = nameInSpec(sdkName);
    const schema = schemaNamed(name);
    return Object.entries(fields).map(([field, facts]) =>
      Object.assign({ place: `${name}.${field}`, field, schema }, facts),
    );
  });
}

function readSdkTypes(): SdkTypes {
  const file = new URL("../fixtures/sdk-types.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
}

function nameInSpec(sdkName: string): string {
  return namesInSpec[sdkName] ?? sdkName;
}

/** The strings that a field is known to take, in itself, in a list, or as one form among others. */
function literals(field: Schema): unknown[] {
  const schema = resolve(field);
  return [
    ...(schema.const === undefined ? [] : [schema.const]),
    ...(schema.enum ?? []),
    ...[schema.items ?? {}, ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].flatMap((inner) =>
      Object.keys(inner).length === 0 ? [] : literals(inner),
    ),
  ];
}
