import { readdirSync, readFileSync } from "node:fs";
import type { components, InteractionStreamEvent } from "../../generated/schema.ts";

/** A file of spec/examples. */
interface Example {
  /** Path in spec/examples without the extension, such as `step-thought` or `legacy/turn`. */
  name: string;
  /** What it shows. */
  summary: string;
  /** Name of the component schema that the value fits. */
  schema: string;
  value: unknown;
}

type Schemas = components["schemas"];

const folder = new URL("../../spec/examples/", import.meta.url);

/** All examples, the interactions beside the streams included. */
export function listExamples(): Example[] {
  return filesNamed(".json").map(loadExample);
}

/** The names of all streams. */
export function listStreams(): string[] {
  return filesNamed(".jsonl");
}

/** One example, such as `loadExample("step-thought")`. */
export function loadExample(name: string): Example {
  const { summary, "x-schema": schema, value } = JSON.parse(read(`${name}.json`));
  return { name, summary, schema, value };
}

/**
 * The value of one example, as the type of the schema it was written for; contract.test.ts holds it
 * against that schema.
 */
export function exampleValue<Name extends keyof Schemas>(name: string, schema: Name): Schemas[Name];
export function exampleValue(name: string, schema: string): unknown {
  const example = loadExample(name);
  if (example.schema !== schema) {
    throw new Error(`Example "${name}" is of schema ${example.schema}, not ${schema}.`);
  }
  return example.value;
}

/** The events of one stream, such as `loadStream("stream-text")`. */
export function loadStream(name: string): InteractionStreamEvent[] {
  const lines = read(`${name}.jsonl`).split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}

/** A stream as the service frames it, `[DONE]` included. */
export function toSse(events: readonly InteractionStreamEvent[]): string {
  const frames = events.map(
    (event) => `event: ${event.event_type}\ndata: ${JSON.stringify(event)}\n\n`,
  );
  return `${frames.join("")}event: done\ndata: [DONE]\n\n`;
}

function filesNamed(extension: ".json" | ".jsonl"): string[] {
  return readdirSync(folder, { encoding: "utf8", recursive: true })
    .filter((file) => file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length).replaceAll("\\", "/"))
    .toSorted();
}

function read(file: string): string {
  return readFileSync(new URL(file, folder), "utf8");
}
