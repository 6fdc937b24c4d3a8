import { expect, test } from "vitest";
import {
  contentOfStart,
  fieldOf,
  isMediaType,
  isText,
  noContent,
  stepForDelta,
  stepIndexOf,
} from "../../src/model/delta.ts";
import type { DeltaField } from "../../src/model/delta.ts";
import type { StepDeltaData } from "../../src/index.ts";

test.each<[object, DeltaField | undefined]>([
  [{ type: "text", text: "a" }, "text"],
  [{ text: "a" }, "text"],
  [{ type: "text_annotation_delta" }, "annotations"],
  [{ type: "text_annotation" }, "annotations"],
  [{ type: "image" }, "media"],
  [{ type: "audio", data: "AA==" }, "media"],
  [{ type: "thought_summary" }, "summary"],
  [{ type: "thought_signature" }, "signature"],
  [{ type: "arguments_delta" }, "arguments"],
  [{ type: "google_search_call" }, "members"],
  [{ type: "url_context_result", uri: "https://example.com/" }, "members"],
  [{ type: "hologram" }, "members"],
  [{ type: "hologram", data: "AA==" }, "media"],
  [{ type: "hologram", uri: "gs://a/b" }, "media"],
  // A type that is a member of every object is a type like any other.
  [{ type: "constructor" }, "members"],
  [{ type: "__proto__" }, "members"],
  [{}, undefined],
  [{ type: 7 }, undefined],
  [{ type: null, text: "a" }, undefined],
  [[], undefined],
])("the delta %j adds to: %s", (delta, field) => {
  expect(fieldOf(delta)).toBe(field);
});

test.each([undefined, null, 0, "text", false])("%j is not a delta", (delta) => {
  expect(fieldOf(delta)).toBeUndefined();
});

test("media are four types", () => {
  const types = ["image", "audio", "document", "video", "text", "hologram", "constructor", 7, null];
  expect(types.filter(isMediaType)).toEqual(["image", "audio", "document", "video"]);
});

test("a text has a text", () => {
  const blocks = [
    { type: "text", text: "a" },
    { type: "text" },
    { type: "image", text: "a" },
    null,
  ];
  expect(blocks.filter(isText)).toEqual([{ type: "text", text: "a" }]);
});

test.each<[object, number | undefined]>([
  [{ index: 0 }, 0],
  [{ index: 7 }, 7],
  [{}, 0],
  [{ index: null }, 0],
  [{ index: -1 }, undefined],
  [{ index: 0.5 }, undefined],
  [{ index: 2 ** 53 }, undefined],
  [{ index: "0" }, undefined],
  [{ index: {} }, undefined],
])("the event %j is of step %s", (event, index) => {
  expect(stepIndexOf(event)).toBe(index);
});

test.each([
  [{ type: "text", text: "a" }, { type: "model_output" }],
  [{ text: "a" }, { type: "model_output" }],
  [{ type: "image" }, { type: "model_output" }],
  [{ type: "thought_signature" }, { type: "thought" }],
  [{ type: "arguments_delta" }, { type: "function_call", id: "", name: "", arguments: {} }],
  [{ type: "url_context_call" }, { type: "url_context_call" }],
])("the delta %j without a start begins the step %j", (delta, step) => {
  expect(stepForDelta(delta as StepDeltaData)).toEqual(step);
});

test.each([
  { content: [{ type: "text", text: "a" }] },
  { result: "a" },
  { type: "model_output", content: [{ type: "text", text: "a" }] },
])("a start counts what it brings, with and without its type: %j", (step) => {
  expect(contentOfStart(step).text).toBe("a");
});

test.each([{ signature: "c2ln" }, { summary: [{}] }, { arguments: { a: 1 } }, { content: [{}] }])(
  "a start counts its one item, with and without its type: %j",
  (step) => {
    expect(contentOfStart(step).items).toHaveLength(1);
    expect(contentOfStart({ type: "thought", ...step }).items).toHaveLength(1);
    expect(contentOfStart({ type: "thought" })).toBe(noContent);
  },
);
