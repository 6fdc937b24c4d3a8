// Converts a tool's return value to what the service takes: a text, an object, or a list of content blocks.
// The value is copied through JSON, so that the tool may change it later and progress can be stored. Rows of
// a table may look like blocks, and a value without enumerable members looks like an empty object, so both
// are checked for what they contain.

import type { Content, ToolResult } from "../../generated/schema.ts";
import { isMediaType } from "../model/delta.ts";
import { isObject } from "../util/json.ts";
import { wellFormedJson } from "../util/printable.ts";
import { contentFromBlob } from "./blob.ts";
import { messageOf } from "./message.ts";

/** The return value of a tool, for the model. */
interface ToolOutput {
  readonly result: ToolResult;
  /** Whether an MCP server says that its tool failed. */
  readonly isError: boolean;
}

/**
 * Converts a return value for the model. A blob, a block, and the content of an MCP result become
 * content; a text and an object stay as they are; anything else becomes `{ result }`.
 *
 * @throws TypeError for what is not JSON: bytes, functions, promises, streams, a bigint, a circular object
 */
export async function toolOutput(value: unknown): Promise<ToolOutput> {
  if (typeof value === "function" || typeof value === "symbol")
    throw unreadable(`a ${typeof value}`);
  const json = toJson(await withBlocks(value));
  if (!isMcpResult(json)) return { result: toResult(json), isError: false };
  return { result: blocksOf(json["content"]) ?? json, isError: json["isError"] === true };
}

function toResult(json: unknown): ToolResult {
  if (typeof json === "string") return json;
  const block = blockOf(json);
  if (block !== undefined) return [block];
  if (isObject(json)) return json;
  return blocksOf(json) ?? { result: json };
}

/** The blobs of a list, or the one that was returned, as content. */
async function withBlocks(value: unknown): Promise<unknown> {
  if (isBlob(value)) return blockOfBlob(value);
  if (!Array.isArray(value)) return value;
  return Promise.all(value.map((item: unknown) => (isBlob(item) ? blockOfBlob(item) : item)));
}

async function blockOfBlob(blob: Blob): Promise<Content> {
  // The service takes no text files; CSV is a document.
  const isText = /^(text\/(?!csv)|application\/json)/i.test(blob.type);
  return isText ? { type: "text", text: await blob.text() } : contentFromBlob(blob);
}

function blocksOf(json: unknown): Content[] | undefined {
  if (!Array.isArray(json) || json.length === 0) return undefined;
  const blocks = json.flatMap((item) => blockOf(item) ?? []);
  return blocks.length === json.length ? blocks : undefined;
}

type MemberOf<Union> = Union extends unknown ? keyof Union : never;

/** The members of every kind of content: the compiler asks for a new one. */
const blockMembers: Readonly<Record<MemberOf<Content>, true>> = {
  type: true,
  text: true,
  annotations: true,
  data: true,
  uri: true,
  mime_type: true,
  resolution: true,
  sample_rate: true,
  channels: true,
  name: true,
  processing: true,
};

/**
 * The value as a block; `undefined` if it lacks a block's members, or has others: the service would refuse
 * it as a block, but accepts it as data.
 */
function blockOf(json: unknown): Content | undefined {
  if (!isObject(json)) return undefined;
  const { mimeType, _meta, annotations, ...rest } = json;
  const block = {
    ...rest,
    ...(mimeType === undefined ? {} : { mime_type: rest["mime_type"] ?? mimeType }),
    // Those of MCP are an object, about who is to read the block.
    ...(Array.isArray(annotations) ? { annotations } : {}),
  };
  const { type, text, data, uri } = block as Readonly<Record<string, unknown>>;
  const hasContent =
    type === "text"
      ? typeof text === "string"
      : isMediaType(type) && (typeof data === "string" || typeof uri === "string");
  const isKnown = Object.keys(block).every((name) => Object.hasOwn(blockMembers, name));
  // As far as it is looked at here, it is what the spec says.
  return hasContent && isKnown ? (block as unknown as Content) : undefined;
}

const mcpMembers = new Set(["content", "structuredContent", "isError", "_meta"]);

/** Whether it is the result of an MCP server's tool. */
function isMcpResult(json: unknown): json is Record<string, unknown> {
  const hasContent = isObject(json) && Array.isArray(json["content"]);
  return hasContent && Object.keys(json).every((name) => mcpMembers.has(name));
}

/** A copy as plain JSON data, with well-formed text only. */
function toJson(value: unknown): unknown {
  const text: string | undefined = JSON.stringify(value, function replace(this: unknown, key, own) {
    // The value before its toJSON: a Buffer has become a list of numbers by now.
    return readable(Reflect.get(Object(this), key), own);
  });
  return text === undefined ? null : JSON.parse(wellFormedJson(text));
}

/** A value as JSON; errors, sets and maps, which JSON would leave empty, become a text, a list, an object. */
function readable(value: unknown, json: unknown): unknown {
  if (typeof value === "function" || typeof value === "symbol") {
    // A member is left out, as methods of an object are.
    return undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return json;
  const tag = tagOf(value);
  if (ArrayBuffer.isView(value) || tag === "ArrayBuffer" || tag === "SharedArrayBuffer") {
    throw unreadable("bytes", "a Blob with a type, or text");
  }
  if (isErrorTag(tag)) return messageOf(value);
  // A toJSON has returned another value, which may be a map again.
  if (json !== value) return readable(json, json);
  if (tag === "Set") return [...(value as Set<unknown>)];
  if (tag === "Map") return objectOf(value as Map<unknown, unknown>);
  const isEmpty = !plainTags.has(tag) && Object.keys(value).length === 0;
  if (isEmpty) throw unreadable(`a ${tag}`);
  return json;
}

/** Whether a value is an error, also one of another realm. */
export function isError(value: unknown): boolean {
  return isErrorTag(tagOf(value));
}

function isErrorTag(tag: string): boolean {
  return tag === "Error" || tag === "DOMException";
}

function tagOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1);
}

/** Values that JSON writes correctly even without members. */
const plainTags = new Set(["Object", "String", "Number", "Boolean"]);

function objectOf(map: ReadonlyMap<unknown, unknown>): Record<string, unknown> {
  const isRecord = [...map.keys()].every(
    (key) => typeof key === "string" || typeof key === "number",
  );
  if (!isRecord) throw unreadable("a Map whose keys are not text", "a list of its entries");
  return Object.fromEntries(map as Map<string, unknown>);
}

function unreadable(what: string, instead = "plain objects, lists and text"): TypeError {
  return new TypeError(`The tool returned ${what}, which is not JSON. Return ${instead}.`);
}

/** Checked by structure: it may come from another realm or a library. */
function isBlob(value: unknown): value is Blob {
  return (
    typeof value === "object" &&
    value !== null &&
    "arrayBuffer" in value &&
    typeof value.arrayBuffer === "function" &&
    "size" in value &&
    "type" in value &&
    typeof value.type === "string"
  );
}
