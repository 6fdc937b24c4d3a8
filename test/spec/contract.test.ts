import { expect, test } from "vitest";
import { unionMembers, validate, validateClosed } from "../support/contract.ts";
import {
  exampleValue,
  listExamples,
  listStreams,
  loadExample,
  loadStream,
  toSse,
} from "../support/examples.ts";

const examples = listExamples();
const streams = listStreams();

test.for(examples)("the example $name fits $schema", ({ schema, value }) => {
  expect(validateClosed(schema, value)).toEqual([]);
});

test.for(streams)("every line of %s is an event", (name) => {
  const events = loadStream(name);
  expect(events.length).toBeGreaterThan(0);
  for (const event of events) {
    expect(validateClosed("InteractionStreamEvent", event), JSON.stringify(event)).toEqual([]);
  }
});

test.for(streams)("the run of %s is there as an interaction too", (name) => {
  const { schema, value } = loadExample(`${name}.interaction`);
  expect(schema).toBe(name.startsWith("legacy/") ? "LegacyInteraction" : "Interaction");
  expect(value).toHaveProperty(name.startsWith("legacy/") ? "outputs" : "steps");
});

test("every interaction beside a stream has its stream", () => {
  const results = examples.filter(({ name }) => name.endsWith(".interaction"));
  expect(results.map(({ name }) => name.replace(".interaction", ""))).toEqual(streams);
});

test.for([
  "Step",
  "StartedStep",
  "StepDeltaData",
  "Content",
  "Annotation",
  "Tool",
  "AgentConfig",
  "ResponseFormat",
  "InteractionStreamEvent",
  "CreateInteractionRequest",
  "LegacyContent",
  "LegacyContentDeltaData",
])("every member of %s has an example that also fits the union", (union) => {
  const members = unionMembers(union);
  expect(members).not.toEqual([]);
  for (const member of members) {
    const ofMember = examples.filter(({ schema }) => schema === member);
    expect(ofMember, `no example of ${member}`).not.toEqual([]);
    for (const { name, value } of ofMember) {
      expect(validate(union, value), name).toEqual([]);
    }
  }
});

test("the earlier spelling of an annotation delta fits in a step too", () => {
  const delta = exampleValue("legacy/delta-text-annotation", "LegacyTextAnnotationDelta");
  expect(validate("StepDeltaData", delta)).toEqual([]);
});

test.for([
  ["a step without type", "Step", { content: [] }, '/: tag "type" must be string'],
  ["a step of unknown type", "Step", { type: "telepathy" }, '"tagValue":"telepathy"'],
  ["a step that is a string", "Step", "thought", "/: must be object"],
  ["an empty delta", "StepDeltaData", {}, '/: tag "type" must be string'],
  [
    "an event of unknown type",
    "InteractionStreamEvent",
    { event_type: "step.pause" },
    "step.pause",
  ],
  [
    "an event whose index is a string",
    "InteractionStreamEvent",
    { event_type: "step.stop", index: "1" },
    "/index: must be integer",
  ],
  [
    "an event without its delta",
    "InteractionStreamEvent",
    { event_type: "step.delta", index: 1 },
    '"missingProperty":"delta"',
  ],
  [
    "an unknown step deep inside",
    "Interaction",
    { status: "completed", steps: [{ type: "thought" }, { type: "telepathy" }] },
    "/steps/1: value of tag",
  ],
  ["an interaction without status", "Interaction", { id: "v1_a" }, '"missingProperty":"status"'],
  ["a status that is a number", "Interaction", { status: 3 }, "/status: must be string"],
  [
    "a call without arguments",
    "FunctionCallStep",
    { type: "function_call", id: "a", name: "f" },
    '"missingProperty":"arguments"',
  ],
  [
    "a request with neither model nor agent",
    "CreateInteractionRequest",
    { input: "Hi" },
    '"missingProperty":"agent"',
  ],
  [
    "an index beyond 32 bits",
    "StepStop",
    { event_type: "step.stop", index: 2 ** 31 },
    '/index: must match format "int32"',
  ],
  [
    "a budget that is a fraction",
    "AntigravityAgentConfig",
    { type: "antigravity", max_total_tokens: "1.5" },
    'must match format "int64"',
  ],
  [
    "a date in words",
    "Interaction",
    { status: "queued", created: "today" },
    "/created: must match",
  ],
  ["data that is no base64", "ImageContent", { type: "image", data: "a b" }, "must be base64"],
] as const)("%s is refused", ([, schema, value, complaint]) => {
  expect(validate(schema, value).join("\n")).toContain(complaint);
});

test("a field that the spec does not name is refused in examples only", () => {
  const thought = { type: "thought", sumary: [] };
  expect(validate("Step", thought)).toEqual([]);
  expect(validateClosed("Step", thought).join("\n")).toContain('"additionalProperty":"sumary"');
});

test("a value that an open enum does not name is refused in examples only", () => {
  const interaction = { status: "paused" };
  expect(validate("Interaction", interaction)).toEqual([]);
  expect(validateClosed("Interaction", interaction).join("\n")).toContain("/status: must be equal");
});

test("a schema that does not exist is an error, not a pass", () => {
  expect(() => validate("Stpe", {})).toThrow('no schema "Stpe"');
});

test("an example comes typed only as the schema it was written for", () => {
  expect(exampleValue("step-thought-signature", "ThoughtStep").type).toBe("thought");
  expect(() => exampleValue("step-thought-signature", "TextContent")).toThrow(
    'Example "step-thought-signature" is of schema ThoughtStep, not TextContent.',
  );
});

test("a stream is framed as the service frames it", () => {
  expect(toSse([{ event_type: "step.stop", index: 0 }])).toBe(
    'event: step.stop\ndata: {"event_type":"step.stop","index":0}\n\n' +
      "event: done\ndata: [DONE]\n\n",
  );
});
