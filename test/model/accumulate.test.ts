import * as fc from "fast-check";
import { expect, test } from "vitest";
import { fieldOf } from "../../src/model/delta.ts";
import { readErrorReport } from "../../src/model/error-report.ts";
import { accumulate, outputText } from "../../src/index.ts";
import type { Interaction, InteractionStream, InteractionStreamEvent } from "../../src/index.ts";
import { RunLog } from "../../src/replay/run-log.ts";
import { interactionEvents } from "../../src/testing/index.ts";
import { bodyOf, doneFrame, frame } from "../support/body.ts";
import { geminiClient } from "../support/clients.ts";
import { schemaNamed, unionMembers, validateClosed } from "../support/contract.ts";
import { listStreams, loadExample, loadStream } from "../support/examples.ts";
import { oddEvents } from "../support/odd-events.ts";
import { runs } from "../support/runs.ts";
import { Fold } from "../support/fold.ts";

/** Events as the service may send them; some of them fit no schema. */
function fold(...events: object[]): Interaction {
  return accumulate(asEvents(events));
}

function asEvents(events: readonly object[]): InteractionStreamEvent[] {
  // What comes over the wire is taken for events unseen; so it is here.
  return events as InteractionStreamEvent[];
}

function start(step: object, index = 0): object {
  return { event_type: "step.start", index, step };
}

function delta(value: unknown, index = 0): object {
  return { event_type: "step.delta", index, delta: value };
}

function stop(index = 0): object {
  return { event_type: "step.stop", index };
}

const created = {
  event_type: "interaction.created",
  interaction: { id: "v1_a", status: "in_progress", model: "m" },
};
const completed = {
  event_type: "interaction.completed",
  interaction: { id: "v1_a", status: "completed" },
};

function said(text: string): object {
  return { type: "model_output", content: [{ type: "text", text }] };
}

// Whole streams.

test.for(listStreams())("%s accumulates to the answer without stream", (name) => {
  const events = loadStream(name);
  const before = structuredClone(events);
  const { value } = loadExample(`${name}.interaction`);
  const { steps, outputs, ...rest } = accumulate(events);
  expect({ steps, outputs }).toEqual({ steps: undefined, ...pickOutput(value) });
  expect(events).toEqual(before);
  // An `error` event and a missing end leave open what only the stored interaction tells.
  const isWhole = /^interaction.complete/.test(String(events.at(-1)?.event_type));
  const { id, ...facts } = rest;
  if (isWhole) expect(value).toMatchObject(id === "" ? facts : rest);
});

function pickOutput(interaction: unknown): object {
  // contract.test.ts holds the example against its schema.
  const { steps, outputs } = interaction as Partial<Interaction>;
  return { steps, outputs };
}

test("an accumulated interaction fits the schema", () => {
  for (const name of listStreams()) {
    const schema = name.startsWith("legacy/") ? "LegacyInteraction" : "Interaction";
    expect(validateClosed(schema, accumulate(loadStream(name))), name).toEqual([]);
  }
});

test("any cut of text and arguments accumulates to the same steps, in both dialects", () => {
  const pieces = fc.array(fc.nat({ max: 30 }), { maxLength: 8 });
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(runs)), pieces, (name, lengths) => {
      const steps = [...(runs[name] ?? [])];
      const cut = (text: string): string[] => {
        const parts: string[] = [];
        let at = 0;
        // Also inside a surrogate pair, and empty.
        for (const length of lengths) parts.push(text.slice(at, (at += length)));
        return [...parts, text.slice(at)];
      };
      for (const dialect of ["current", "legacy"] as const) {
        const interaction = { id: "v1_a", status: "completed", steps };
        const whole = interactionEvents(interaction, { dialect, splitText: (text) => [text] });
        const events = interactionEvents(interaction, { dialect, splitText: cut }).flatMap(
          (event): InteractionStreamEvent[] =>
            event.event_type === "step.delta" && event.delta.type === "arguments_delta"
              ? cut(event.delta.arguments ?? "").map((text) => argumentsDelta(event.index, text))
              : [event],
        );
        expect(accumulate(events)).toEqual(accumulate(whole));
        // Streamed calls are signed with nothing.
        if (dialect === "current") expect(accumulate(events).steps).toMatchObject(steps);
      }
    }),
    { numRuns: 60 },
  );
});

function argumentsDelta(index: number, text: string): InteractionStreamEvent {
  return { event_type: "step.delta", index, delta: { type: "arguments_delta", arguments: text } };
}

// Events of the run.

test("interaction.created brings id, model and the rest", () => {
  const interaction = { ...created.interaction, environment_id: "env_1", created: "2026-11-22" };
  expect(fold({ ...created, interaction })).toEqual({ ...interaction, steps: [] });
});

test("an empty id is not an id, and does not replace one", () => {
  const nameless = { ...created, interaction: { id: "", status: "in_progress" } };
  expect(fold(nameless).id).toBe("");
  expect(fold(created, nameless).id).toBe("v1_a");
});

test("steps of interaction.created are not output", () => {
  const interaction = { ...created.interaction, steps: [said("input")] };
  expect(fold({ ...created, interaction }, start(said("a"))).steps).toEqual([said("a")]);
});

test("interaction.status_update brings status, token and usage, and the id where it is missing", () => {
  const update = {
    event_type: "interaction.status_update",
    interaction_id: "v1_b",
    status: "queued",
    continuation_token: "tok",
    usage: { total_tokens: 3 },
    event_id: "e1",
  };
  expect(fold(update)).toEqual({
    id: "v1_b",
    status: "queued",
    continuation_token: "tok",
    usage: { total_tokens: 3 },
    steps: [],
  });
  const { status: _, ...silent } = update;
  expect(fold(created, silent).status).toBe("in_progress");
});

function withUsage(total: number): object {
  return { usage: { total_tokens: total } };
}

test("usage comes from its newest source, and stays if the last event has none", () => {
  const metadata = { total_usage: { total_tokens: 2 } };
  const events = [
    { event_type: "interaction.status_update", status: "in_progress", ...withUsage(1) },
    { ...delta({ type: "text", text: "a" }), metadata },
    { ...stop(), ...withUsage(3), step_usage: { total_tokens: 1 } },
    { ...completed, interaction: { ...completed.interaction, ...withUsage(4) } },
  ];
  expect(events.map((_, n) => fold(...events.slice(0, n + 1)).usage?.total_tokens)).toEqual([
    1, 2, 3, 4,
  ]);
  expect(fold(...events.slice(0, 3), completed)).toMatchObject({
    status: "completed",
    ...withUsage(3),
  });
});

test("the steps of the last event are the result, unless they are fewer than the events had", () => {
  const end = { ...completed, interaction: { ...completed.interaction, steps: [said("whole")] } };
  expect(fold(created, end).steps).toEqual([said("whole")]);
  expect(fold(created, end, end).steps).toEqual([said("whole")]);
  const streamed = [start({ type: "model_output" }), delta({ type: "text", text: "told" }), stop()];
  expect(fold(created, ...streamed, end).steps).toEqual([said("whole")]);
  const more = [start(said("more"), 1), stop(1)];
  expect(fold(created, ...streamed, ...more, end).steps).toEqual([said("told"), said("more")]);
});

test("the outputs of the last event are the result, unless they are fewer than the events had", () => {
  const outputs = [{ type: "text", text: "La" }];
  const end = { event_type: "interaction.complete", interaction: { id: "v1_a", outputs } };
  const piece = { event_type: "content.delta", index: 0, delta: { type: "text", text: "Lo" } };
  expect(fold(end)).toMatchObject({ outputs });
  expect(fold(end)).not.toHaveProperty("steps");
  expect(fold(piece, end).outputs).toEqual(outputs);
  expect(fold(piece, { ...piece, index: 1 }, end).outputs).toHaveLength(2);
});

test("a step that starts again starts anew, in its place", () => {
  const events = [
    start({ type: "thought" }),
    start({ type: "function_call", id: "c", name: "f", arguments: {} }, 1),
    delta({ type: "arguments_delta", arguments: '{"a":' }, 1),
    start({ type: "function_call", id: "c", name: "f", arguments: {} }, 1),
    delta({ type: "arguments_delta", arguments: '{"b":2}' }, 1),
    stop(1),
    start(said("first")),
  ];
  expect(fold(...events).steps).toEqual([
    said("first"),
    { type: "function_call", id: "c", name: "f", arguments: { b: 2 } },
  ]);
});

test("a repeated empty text changes nothing, wherever it comes", () => {
  const start = { event_type: "step.start", index: 0, step: { type: "model_output" } };
  const delta = (data: object): object => ({ event_type: "step.delta", index: 0, delta: data });
  const empty = delta({ type: "text", text: "" });
  const told = [
    delta({ type: "text", text: "Hi" }),
    delta({ type: "image", data: "AAAA", mime_type: "image/png" }),
    delta({ type: "text_annotation_delta", annotations: [{ type: "url_citation" }] }),
    delta({ type: "text", text: "there" }),
  ];
  for (const beginning of [[], [empty]]) {
    const once = accumulate([start, ...beginning, ...told] as InteractionStreamEvent[]);
    for (let at = 1; at <= told.length; at += 1) {
      const again = [start, ...beginning, ...told.toSpliced(at, 0, empty)];
      expect(accumulate(again as InteractionStreamEvent[])).toEqual(once);
    }
  }
});

test("interleaved steps are separated by index, in the order they began", () => {
  const events = [
    start({ type: "model_output" }, 7),
    start({ type: "model_output" }, 2),
    delta({ type: "text", text: "a" }, 7),
    delta({ type: "text", text: "b" }, 2),
    delta({ type: "text", text: "c" }, 7),
  ];
  expect(fold(...events).steps).toEqual([said("ac"), said("b")]);
});

// Each kind of delta.

const image = { type: "image", data: "aGk=", mime_type: "image/png" };
const citation = { type: "url_citation", url: "https://example.com/", start_index: 0 };
const summary = { type: "text", text: "I see." };

/** What becomes of a step: its start, its deltas, and what it is then. */
const rows: [string, object | undefined, object[], object][] = [
  [
    "text joins the block before it",
    { type: "model_output", content: [{ type: "text", text: "It " }] },
    [
      { type: "text", text: "is" },
      { type: "text", text: "" },
      { type: "text", text: " so" },
    ],
    said("It is so"),
  ],
  ["text without a start is the model's", undefined, [{ type: "text", text: "a" }], said("a")],
  [
    "text without a type is text",
    { type: "model_output" },
    [{ text: "a" }, {}, { text: "b" }],
    said("ab"),
  ],
  [
    "text after an image is a block of its own",
    { type: "model_output" },
    [{ type: "text", text: "a" }, image, { type: "text", text: "b" }],
    { type: "model_output", content: [{ type: "text", text: "a" }, image, summaryOf("b")] },
  ],
  ["text may be the user's", { type: "user_input" }, [{ type: "text", text: "Why?" }], asked()],
  ...(["text_annotation_delta", "text_annotation"] as const).map(
    (type): [string, object, object[], object] => [
      `${type} belongs to the last text block`,
      { type: "model_output" },
      [
        { type: "text", text: "a" },
        image,
        { type, annotations: [citation] },
        { type, annotations: [citation] },
      ],
      {
        type: "model_output",
        content: [{ type: "text", text: "a", annotations: [citation, citation] }, image],
      },
    ],
  ),
  [
    "annotations before any text get a block",
    undefined,
    [
      { type: "text_annotation_delta", annotations: [citation] },
      { type: "text", text: "a" },
    ],
    {
      type: "model_output",
      content: [{ type: "text", text: "a", annotations: [citation] }],
    },
  ],
  ...["image", "document", "video"].map((type): [string, undefined, object[], object] => [
    `each ${type} is a block`,
    undefined,
    [
      { type, data: "aGk=" },
      { type, uri: "gs://a/b" },
    ],
    {
      type: "model_output",
      content: [
        { type, data: "aGk=" },
        { type, uri: "gs://a/b" },
      ],
    },
  ]),
  [
    "audio of a format with a header is a block each",
    undefined,
    [
      { type: "audio", data: "aGk=", mime_type: "audio/mp3" },
      { type: "audio", data: "aGk=", mime_type: "audio/mp3" },
    ],
    {
      type: "model_output",
      content: [
        { type: "audio", data: "aGk=", mime_type: "audio/mp3" },
        { type: "audio", data: "aGk=", mime_type: "audio/mp3" },
      ],
    },
  ],
  [
    "thought summaries are entries",
    { type: "thought", signature: "", summary: [summary] },
    [
      { type: "thought_summary", content: summary },
      { type: "thought_summary", content: image },
    ],
    { type: "thought", signature: "", summary: [summary, summary, image] },
  ],
  [
    "the newest signature that says something counts",
    undefined,
    [
      { type: "thought_signature", signature: "b25l" },
      { type: "thought_signature", signature: "dHdv" },
      { type: "thought_signature", signature: "" },
    ],
    { type: "thought", signature: "dHdv" },
  ],
  [
    "fragments of arguments make an object",
    { type: "function_call", id: "c", name: "f", arguments: {}, signature: "" },
    [
      { type: "arguments_delta", arguments: '{"city":' },
      { type: "arguments_delta", arguments: '"Oslo"}' },
    ],
    { type: "function_call", id: "c", name: "f", arguments: { city: "Oslo" }, signature: "" },
  ],
  [
    "arguments without fragments stay as they started",
    { type: "function_call", id: "c", name: "f", arguments: { a: 1 } },
    [{ type: "arguments_delta", arguments: "" }],
    { type: "function_call", id: "c", name: "f", arguments: { a: 1 } },
  ],
  [
    "arguments without a start are a call's",
    undefined,
    [{ type: "arguments_delta", arguments: '{"a":1}' }],
    { type: "function_call", id: "", name: "", arguments: { a: 1 } },
  ],
  [
    "streamed arguments of another call are its own",
    { type: "mcp_server_tool_call", id: "c", name: "f", server_name: "s", arguments: {} },
    [{ type: "arguments_delta", arguments: '{"a":1}' }],
    { type: "mcp_server_tool_call", id: "c", name: "f", server_name: "s", arguments: { a: 1 } },
  ],
  ...["function_result", "mcp_server_tool_result"].flatMap((type) => {
    const begun = { type, call_id: "c" };
    const named = { type, name: "f", server_name: "s", is_error: false };
    const table: [string, object, object[], object][] = [
      [
        `${type} sets its members, and a second text is appended`,
        begun,
        [
          { ...named, result: "a" },
          { type, result: "b" },
        ],
        { ...begun, ...named, result: "ab" },
      ],
      [
        `${type} extends a list`,
        begun,
        [
          { type, result: [summary] },
          { type, result: [image] },
        ],
        { ...begun, result: [summary, image] },
      ],
      [
        `${type} replaces an object`,
        begun,
        [
          { type, result: { a: 1 } },
          { type, result: { b: 2 } },
        ],
        { ...begun, result: { b: 2 } },
      ],
      [`${type} may be empty`, begun, [{ type, result: "" }], { ...begun, result: "" }],
    ];
    return table;
  }),
  ...[
    "code_execution_call",
    "url_context_call",
    "google_search_call",
    "google_maps_call",
    "retrieval_call",
    "mcp_server_tool_call",
  ].map((type): [string, object, object[], object] => [
    `${type} merges arguments key by key`,
    { type, id: "c", signature: "" },
    [
      { type, arguments: { a: 1, b: 1 }, name: "f", server_name: "s", signature: "c2ln" },
      { type, arguments: { b: 2 }, retrieval_type: "rag_store", signature: "" },
    ],
    {
      type,
      id: "c",
      signature: "c2ln",
      arguments: { a: 1, b: 2 },
      name: "f",
      server_name: "s",
      retrieval_type: "rag_store",
    },
  ]),
  [
    "code_execution_result appends text",
    { type: "code_execution_result", call_id: "c", signature: "" },
    [
      { type: "code_execution_result", result: "1\n", is_error: false },
      { type: "code_execution_result", result: "2\n", signature: "c2ln" },
    ],
    {
      type: "code_execution_result",
      call_id: "c",
      signature: "c2ln",
      result: "1\n2\n",
      is_error: false,
    },
  ],
  ...["url_context_result", "google_search_result", "google_maps_result", "file_search_result"].map(
    (type): [string, object, object[], object] => [
      `${type} extends its list`,
      { type, call_id: "c", signature: "" },
      [
        { type, result: [{ n: 1 }] },
        { type, result: [{ n: 2 }], is_error: true, signature: "c2ln" },
        { type },
      ],
      { type, call_id: "c", signature: "c2ln", result: [{ n: 1 }, { n: 2 }], is_error: true },
    ],
  ),
  ...["file_search_call", "processing_call", "processing_result", "retrieval_result"].map(
    (type): [string, object, object[], object] => [
      `${type} is signed`,
      { type, id: "c", signature: "" },
      [
        { type, signature: "c2ln", is_error: false },
        { type, signature: "" },
      ],
      { type, id: "c", signature: "c2ln", is_error: false },
    ],
  ),
  [
    "a delta of an unknown kind leaves the step as it is",
    { type: "model_output" },
    [
      { type: "text", text: "a" },
      { type: "hologram", text: "b", content: [], arguments: { a: 1 } },
    ],
    said("a"),
  ],
];

function summaryOf(text: string): object {
  return { type: "text", text };
}

function asked(): object {
  return { type: "user_input", content: [summaryOf("Why?")] };
}

test.each(rows)("%s", (_, started, deltas, step) => {
  const begin = started === undefined ? [] : [start(started)];
  const events = [...begin, ...deltas.map((value) => delta(value)), stop()];
  const before = structuredClone(events);
  expect(fold(...events).steps).toEqual([step]);
  expect(events).toEqual(before);
});

test("every kind of delta has a row, unless its members become those of the step", () => {
  const known = unionMembers("StepDeltaData")
    .flatMap((name) => schemaNamed(name).properties?.["type"]?.const ?? [])
    .filter((type) => fieldOf({ type }) !== "members");
  const covered = new Set(
    rows.flatMap(([, , deltas]) => deltas.flatMap((value) => Object.entries(value))).map(String),
  );
  expect(known.length).toBeGreaterThan(8);
  for (const type of known) expect(covered).toContain(`type,${JSON.stringify(type).slice(1, -1)}`);
});

// The older dialect.

/** What becomes of one content of the older dialect. */
const legacyRows: [string, object | undefined, object[], object][] = [
  [
    "text, with annotations beside it and after it",
    { type: "text", text: "It " },
    [
      { type: "text", text: "is" },
      { type: "text", text: " so", annotations: [citation] },
      { type: "text_annotation", annotations: [citation] },
      {},
    ],
    { type: "text", text: "It is so", annotations: [citation, citation] },
  ],
  ["text without a start or a type", undefined, [{ text: "a" }], { type: "text", text: "a" }],
  [
    "annotations without a start",
    undefined,
    [{ type: "text_annotation", annotations: [citation] }],
    { type: "text", text: "", annotations: [citation] },
  ],
  [
    "a thought",
    undefined,
    [
      { type: "thought_summary", content: summary },
      { type: "thought_signature", signature: "c2ln" },
      { type: "thought_signature", signature: "" },
    ],
    { type: "thought", summary: [summary], signature: "c2ln" },
  ],
  ["an image", { type: "image" }, [image], image],
  [
    "a whole call in one delta",
    undefined,
    [{ type: "function_call", id: "c", name: "f", arguments: { a: 1 } }],
    { type: "function_call", id: "c", name: "f", arguments: { a: 1 } },
  ],
  [
    "a result with its id",
    { type: "google_search_result" },
    [{ type: "google_search_result", call_id: "c", result: [{ url: "u" }], signature: "" }],
    { type: "google_search_result", call_id: "c", result: [{ url: "u" }] },
  ],
];

test.each(legacyRows)("the older dialect: %s", (_, started, deltas, content) => {
  const begin =
    started === undefined ? [] : [{ event_type: "content.start", index: 0, content: started }];
  const events = [
    ...begin,
    ...deltas.map((value) => ({ event_type: "content.delta", index: 0, delta: value })),
    { event_type: "content.stop", index: 0 },
  ];
  const interaction = fold(...events);
  expect(interaction.outputs).toEqual([content]);
  expect(interaction).not.toHaveProperty("steps");
});

test("a stream of both dialects gets steps and outputs", () => {
  const legacy = { event_type: "content.delta", index: 0, delta: { type: "text", text: "a" } };
  expect(fold(legacy, start(said("b")))).toMatchObject({
    outputs: [{ type: "text", text: "a" }],
    steps: [said("b")],
  });
});

// Audio.

const format = { mime_type: "audio/l16", sample_rate: 24_000, channels: 1 };

function pcm(bytes: readonly number[], other: object = {}): object {
  return { type: "audio", data: Buffer.from(bytes).toString("base64"), ...format, ...other };
}

test("raw audio is joined over its bytes, whatever the length of its pieces", () => {
  const piece = fc.array(fc.nat({ max: 255 }), { maxLength: 7 });
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 9 }), fc.boolean(), (pieces, early) => {
      const [first = [], ...rest] = pieces;
      const whole = pcm(pieces.flat());
      const begin = early ? [start({ type: "model_output", content: [pcm(first)] })] : [];
      const deltas = (early ? rest : pieces).map((bytes) => delta(pcm(bytes)));
      expect(fold(...begin, ...deltas).steps).toEqual([{ type: "model_output", content: [whole] }]);
      const legacy = pieces.map((bytes) => ({
        event_type: "content.delta",
        index: 0,
        delta: pcm(bytes),
      }));
      expect(fold(...legacy).outputs).toEqual([whole]);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ["another rate", pcm([3], { sample_rate: 16_000 })],
  ["another number of channels", pcm([3], { channels: 2 })],
  ["another format", pcm([3], { mime_type: "audio/wav" })],
  ["a place instead of data", { type: "audio", uri: "gs://a/b", ...format }],
  ["data that is no base64", { type: "audio", data: "?", ...format }],
])("audio with %s is a block of its own", (_, other) => {
  const content = [pcm([1, 2]), other];
  expect(fold(...content.map((block) => delta(block))).steps).toEqual([
    { type: "model_output", content },
  ]);
});

test("audio after a text does not join the audio before it", () => {
  const blocks = [pcm([1]), { type: "text", text: "and" }, pcm([2]), pcm([3])];
  expect(fold(...blocks.map((block) => delta(block))).steps).toEqual([
    { type: "model_output", content: [...blocks.slice(0, 2), pcm([2, 3])] },
  ]);
});

// What must stay as it came.

test("a signature stays as it came, byte for byte", () => {
  const signature = `${Buffer.from(Array.from({ length: 256 }, (_, n) => n)).toString("base64")}+/=`;
  const signed = fold(
    delta({ type: "thought_signature", signature }),
    start({ type: "google_search_call", id: "s", signature: "" }, 1),
    delta({ type: "google_search_call", arguments: { queries: [] }, signature }, 1),
  );
  expect(signed.steps).toMatchObject([{ signature }, { signature }]);
});

test.each(['{"city":', "[1]", '"Oslo"', "null", "not json", " "])(
  "arguments that are not a JSON object become unparsed_arguments: %j",
  (text) => {
    const call = { type: "function_call", id: "c", name: "f", arguments: { early: true } };
    const events = [start(call), delta({ type: "arguments_delta", arguments: text })];
    // Also when the stream ends with the step open.
    for (const end of [[], [stop()], [completed], [stop(), completed]]) {
      const [step] = fold(...events, ...end).steps;
      const { arguments: _, ...rest } = call;
      expect(step).toEqual({ ...rest, unparsed_arguments: text });
    }
  },
);

test("arguments that can be parsed are not unparsed_arguments, even if the step never stops", () => {
  const interaction = fold(delta({ type: "arguments_delta", arguments: '{"a":1}' }));
  const call = { type: "function_call", id: "", name: "" };
  expect(interaction.steps).toEqual([{ ...call, arguments: { a: 1 } }]);
});

test("arguments that come whole take the place of a text that could not be read", () => {
  const call = { type: "function_call", id: "c", name: "f" };
  const events = [
    start({ ...call, arguments: {} }),
    delta({ type: "arguments_delta", arguments: '{"a":' }),
    stop(),
    delta({ type: "function_call", arguments: { a: 1 } }),
    stop(),
  ];
  expect(fold(...events).steps).toEqual([{ ...call, arguments: { a: 1 } }]);
});

test("the last event's steps take the place of a call that could not be read", () => {
  const call = { type: "function_call", id: "c", name: "f", arguments: {} };
  const events = [start(call), delta({ type: "arguments_delta", arguments: '{"a":' }), stop()];
  const steps = [{ ...call, arguments: { a: 1 } }];
  const end = { ...completed, interaction: { ...completed.interaction, steps } };
  expect(fold(...events, end).steps).toEqual(steps);
});

function hostile(): unknown {
  return JSON.parse(
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"a":1}',
  );
}

test("members named like those of every object are plain members", () => {
  const bag = hostile();
  const text = JSON.stringify(bag);
  const events = [
    { event_type: "interaction.created", interaction: { id: "v1_a", bag, ...Object(hostile()) } },
    start({ type: "google_search_call", id: "s", arguments: hostile() }),
    delta({ type: "google_search_call", arguments: hostile() }),
    start(JSON.parse(`{"type":"function_result","result":${text},"__proto__":{"polluted":1}}`), 1),
    delta(JSON.parse(`{"type":"function_result","result":${text},"__proto__":{"polluted":1}}`), 1),
    start({ type: "function_call", id: "c", name: "f", arguments: {} }, 2),
    delta({ type: "arguments_delta", arguments: text }, 2),
    {
      event_type: "interaction.completed",
      interaction: JSON.parse('{"__proto__":{"polluted":1}}'),
    },
  ];
  const interaction = fold(...events);
  expect(Reflect.get({}, "polluted")).toBeUndefined();
  expect(Reflect.get(interaction, "polluted")).toBeUndefined();
  expect(Object.getPrototypeOf(interaction)).toBe(Object.prototype);
  expect(Object.hasOwn(interaction, "__proto__")).toBe(true);
  for (const step of interaction.steps) {
    expect(Object.getPrototypeOf(step)).toBe(Object.prototype);
    expect(Reflect.get(step, "polluted")).toBeUndefined();
  }
  expect(JSON.stringify(interaction.steps).split('"__proto__":{"polluted":1}')).toHaveLength(5);
  expect(JSON.stringify(interaction.steps[2])).toContain(text);
});

test("a change of an event that was folded does not reach the interaction, nor the other way", () => {
  const events: object[] = [];
  for (const [index, [, started, deltas]] of rows.entries()) {
    if (started !== undefined) events.push(start(started, index));
    events.push(...deltas.map((value) => delta(value, index)), stop(index));
  }
  const usage = { total_tokens: 1, input_tokens_by_modality: [{ modality: "text", tokens: 1 }] };
  const all = structuredClone([
    { ...created, interaction: { ...created.interaction, labels: { a: "b" } } },
    { event_type: "interaction.status_update", status: "in_progress", usage },
    ...events,
    { ...delta({ type: "text", text: "x" }, 999), metadata: { total_usage: usage } },
    { ...stop(999), usage },
    { ...completed, interaction: { ...completed.interaction, usage, errors: [{ code: "x" }] } },
  ]);
  const legacy = legacyRows.flatMap(([, , deltas], index) =>
    deltas.map((value) => ({ event_type: "content.delta", index, delta: structuredClone(value) })),
  );
  const accumulator = new Fold();
  for (const event of asEvents([...all, ...legacy])) accumulator.add(event);
  const before = structuredClone(accumulator.interaction);
  for (const event of [...all, ...legacy]) spoil(event);
  expect(accumulator.interaction).toEqual(before);
  const reached = new Set<unknown>();
  collectObjects(accumulator.interaction, reached);
  const given = new Set<unknown>();
  collectObjects([all, legacy], given);
  expect([...reached].filter((value) => given.has(value))).toEqual([]);
});

/** Changes everything that can be changed. */
function spoil(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    spoil(member);
    Reflect.set(value, key, "spoiled");
  }
  Reflect.set(value, Array.isArray(value) ? value.length : "added", "spoiled");
}

function collectObjects(value: unknown, found: Set<unknown>): void {
  if (typeof value !== "object" || value === null) return;
  found.add(value);
  for (const member of Object.values(value)) collectObjects(member, found);
}

// Events that come late, or without what they should have.

test("a delta after the stop of its step still counts, whatever it brings", () => {
  const call = { type: "function_call", id: "c", name: "f", arguments: {} };
  const events = [
    start({ type: "model_output" }),
    delta({ type: "text", text: "a" }),
    stop(),
    delta({ type: "text_annotation_delta", annotations: [citation] }),
    delta({ type: "text", text: "b" }),
    start(call, 1),
    delta({ type: "arguments_delta", arguments: '{"a":' }, 1),
    stop(1),
    delta({ type: "arguments_delta", arguments: "1}" }, 1),
    stop(1),
  ];
  const { steps } = fold(...events);
  expect(steps).toEqual([
    { type: "model_output", content: [{ type: "text", text: "ab", annotations: [citation] }] },
    { ...call, arguments: { a: 1 } },
  ]);
});

test("a delta after the stop of its step is folded once, though it may come twice", () => {
  const late = delta({ type: "text_annotation_delta", annotations: [citation] });
  const events = [start({ type: "model_output" }), delta({ type: "text", text: "a" }), stop()];
  expect(fold(...events, late, late).steps).toEqual(fold(...events, late).steps);
});

test("events without an index are those of step 0, as serialisers that leave zeros out write them", () => {
  const events = [
    { event_type: "step.start", step: { type: "model_output" } },
    ...["a", "b", "c"].map((text) => ({ event_type: "step.delta", delta: { type: "text", text } })),
    start(said("d"), 1),
    { event_type: "step.delta", delta: { type: "text", text: "e" } },
    { event_type: "step.stop" },
  ];
  expect(fold(...events).steps).toEqual([said("abce"), said("d")]);
});

test.each([-1, 0.5, "0", {}, true])(
  "an event with the index %j does not belong to a step",
  (index) => {
    const text = { event_type: "step.delta", index, delta: { type: "text", text: "a" } };
    expect(fold({ event_type: "step.start", index, step: said("b") }, text).steps).toEqual([]);
  },
);

test("a step that starts again begins anew, also a block of the older dialect", () => {
  const begin = (index: number): object => ({
    event_type: "content.start",
    index,
    content: { type: "text" },
  });
  const say = (text: string, index: number): object => ({
    event_type: "content.delta",
    index,
    delta: { type: "text", text },
  });
  const { outputs } = fold(begin(0), say("a", 0), begin(1), say("b", 1), begin(0), say("c", 0));
  expect(outputs).toEqual([summaryOf("c"), summaryOf("b")]);
});

test("the older dialect shows up in outputs as it arrives", () => {
  const accumulator = new Fold();
  const { interaction } = accumulator;
  const events = asEvents([
    { event_type: "interaction.start", interaction: { id: "v1_a", status: "in_progress" } },
    { event_type: "content.start", index: 0, content: { type: "text" } },
    { event_type: "content.delta", index: 0, delta: { type: "text", text: "a" } },
    { event_type: "content.delta", index: 0, delta: { type: "text", text: "b" } },
  ]);
  const seen = events.map((event) => {
    accumulator.add(event);
    return structuredClone(interaction.outputs);
  });
  expect(seen).toEqual([undefined, [{ type: "text" }], [summaryOf("a")], [summaryOf("ab")]]);
});

test("text of one dialect never joins a block of the other", () => {
  const old = { event_type: "content.delta", index: 0, delta: { type: "text", text: "a" } };
  const events = [old, delta({ type: "text", text: "b" }), old, delta({ type: "text", text: "c" })];
  expect(fold(...events)).toMatchObject({ outputs: [summaryOf("aa")], steps: [said("bc")] });
});

test("members that a text delta has beside its text are kept on its block", () => {
  const deltas = [
    { type: "text", text: "a" },
    { type: "text", text: "b", annotations: [citation], language: "en" },
    { type: "text", text: "c" },
  ];
  const block = { type: "text", text: "abc", annotations: [citation], language: "en" };
  expect(fold(...deltas.map((each) => delta(each))).steps).toEqual([
    { type: "model_output", content: [block] },
  ]);
});

test("media of an unknown kind is a block like any other", () => {
  const hologram = { type: "hologram", uri: "gs://a/b", depth: 3 };
  const events = [delta({ type: "text", text: "a" }), delta(hologram), delta(hologram)];
  expect(fold(...events).steps).toEqual([
    { type: "model_output", content: [summaryOf("a"), hologram, hologram] },
  ]);
});

// Events that are not what they should be.

test("accumulate takes events of any shape", () => {
  for (const event of oddEvents) {
    expect(() => outputText(fold(event)), JSON.stringify(event)).not.toThrow();
  }
  const interaction = fold(created, ...oddEvents, delta({ type: "text", text: "whole" }, 99));
  expect(interaction.steps.at(-1)).toEqual(said("whole"));
  expect(JSON.stringify(interaction)).not.toContain("undefined");
});

test("a position takes events of any shape", () => {
  for (const event of asEvents(oddEvents)) {
    for (const replayed of [false, true]) {
      const position = new RunLog({ background: false, stored: true });
      if (replayed) position.startReplay("start");
      expect(() => position.accept(event), JSON.stringify(event)).not.toThrow();
    }
  }
});

/** A stream over these events. */
function streamOf(events: readonly object[]): Promise<InteractionStream> {
  const body = bodyOf(...events.map(frame), doneFrame);
  const headers = { "content-type": "text/event-stream" };
  const client = geminiClient({ fetch: async () => new Response(body, { headers }) });
  return client.create({ model: "m", input: "Hi", stream: true, store: false });
}

test("a stream hands events of any shape out as they are", async () => {
  for (const event of oddEvents) {
    const seen: unknown[] = [];
    const stream = await streamOf([event]);
    for await (const item of stream) {
      seen.push(item);
      expect(() => [stream.snapshot, stream.cursor, stream.lastEventId]).not.toThrow();
    }
    // An error event that says nothing is noise, and left out.
    const isNoise =
      "event_type" in event && event.event_type === "error" && readErrorReport(event).isEmpty;
    expect(seen).toEqual(isNoise ? [] : [wire(event)]);
  }
});

/** What is left of an event on its way. */
function wire(event: object): object {
  return JSON.parse(JSON.stringify(event));
}

test("text() and a response take events of any shape", async () => {
  for (const event of oddEvents) {
    const events = [event, delta({ type: "text", text: "whole" }, 99)];
    const texts: string[] = [];
    for await (const text of (await streamOf(events)).text()) texts.push(text);
    expect(texts).toContain("whole");
    expect(texts.every((text) => typeof text === "string")).toBe(true);
    const response = (await streamOf(events)).toResponse();
    await expect(response.text()).resolves.toContain("[DONE]");
  }
});

// Work and memory.

/** Milliseconds that folding takes. */
function timeOf(events: readonly InteractionStreamEvent[]): number {
  const started = performance.now();
  accumulate(events);
  return performance.now() - started;
}

test.each([
  ["text", (n: number) => delta({ type: "text", text: `word ${n} ` })],
  ["arguments", (n: number) => delta({ type: "arguments_delta", arguments: `[${n}],` })],
  ["audio", (n: number) => delta(pcm([n % 256, 1, 2, 3]))],
  ["annotations", () => delta({ type: "text_annotation_delta", annotations: [citation] })],
  ["steps", (n: number) => start(said("a"), n)],
  ["contents", (n: number) => ({ ...delta(image, n), event_type: "content.delta" })],
])("the work for %s grows with their number, not with its square", (_, make) => {
  const events = asEvents(Array.from({ length: 32_000 }, (_unused, n) => make(n)));
  const few = events.slice(0, 2_000);
  // Sixteen times the events: some sixteen times the work; the square would be 256 times. One good
  // round of seven is enough, each measured side by side, as others use the machine too.
  let ratio = Infinity;
  for (let round = 0; round < 7 && ratio >= 100; round += 1) ratio = timeOf(events) / timeOf(few);
  expect(ratio).toBeLessThan(100);
});

test("ten thousand steps keep their order and their content", () => {
  const events = Array.from({ length: 10_000 }, (_, n) => [
    start({ type: "model_output" }, n),
    delta({ type: "text", text: `${n}` }, n),
    stop(n),
  ]).flat();
  const { steps } = fold(...events);
  expect(steps).toHaveLength(10_000);
  expect(steps[9_999]).toEqual(said("9999"));
});

test("a list longer than a call takes arguments is appended", () => {
  const result = Array.from({ length: 300_000 }, () => 0);
  const value = { type: "file_search_result", result };
  const [step] = fold(delta(value), delta(value)).steps;
  expect(step).toHaveProperty("result.length", 600_000);
});
