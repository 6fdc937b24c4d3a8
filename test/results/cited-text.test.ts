import fc from "fast-check";
import { expect, test } from "vitest";
import { citedText, outputText } from "../../src/index.ts";
import type { Annotation, Interaction, Step } from "../../src/index.ts";
import { sampleInteraction } from "../support/interaction.ts";

function cite(start?: number, end?: number): Annotation {
  return {
    type: "url_citation",
    url: "https://example.com/",
    ...(start === undefined ? {} : { start_index: start }),
    ...(end === undefined ? {} : { end_index: end }),
  };
}

function output(...blocks: [text: string, ...annotations: Annotation[]][]): Step {
  const content = blocks.map(([text, ...annotations]) => ({
    type: "text" as const,
    text,
    ...(annotations.length > 0 ? { annotations } : {}),
  }));
  return { type: "model_output", content };
}

function cited(...steps: Step[]): [Interaction, string[]] {
  const interaction = sampleInteraction({ steps });
  return [interaction, citedText(interaction).map(({ text }) => text)];
}

test.each([
  ["ASCII", "A fox jumps", 2, 5, "fox"],
  ["two bytes", "Zürich ist groß", 12, 17, "groß"],
  ["three bytes", "漢字 says hi", 0, 6, "漢字"],
  ["four bytes", "😀 is a 👩‍👩‍👧!", 10, 28, "👩‍👩‍👧"],
  ["a lone surrogate before", "\ud800 then", 4, 8, "then"],
  ["the end of the text", "abc", 1, 99, "bc"],
  ["no start, which is 0", "abc", undefined, 2, "ab"],
  ["no end, which is the end", "äbc", 2, undefined, "bc"],
  ["neither", "äbc", undefined, undefined, "äbc"],
  ["an end before the start", "abc", 2, 1, ""],
  ["negative positions", "abc", -5, -1, ""],
  ["a position inside a character", "a😀b", 3, 6, "😀b"],
])("positions are bytes: %s", (_, text, start, end, expected) => {
  expect(cited(output([text, cite(start, end)]))[1]).toEqual([expected]);
});

test.each([null, {}, "none", [null], [5, cite(0, 2)]])(
  "of the annotations %j only the valid ones count",
  (annotations) => {
    const block = { type: "text", text: "abc", annotations };
    const step = { type: "model_output", content: [block] } as unknown as Step;
    expect(cited(step)[1]).toEqual(
      Array.isArray(annotations) && annotations.length > 1 ? ["ab"] : [],
    );
  },
);

test("any range of whole characters is found again, in text of any kind", () => {
  const characters = fc.array(fc.string({ unit: "binary", minLength: 1, maxLength: 1 }));
  fc.assert(
    fc.property(characters, characters, characters, (before, middle, after) => {
      const bytes = (texts: string[]): number => Buffer.byteLength(texts.join(""));
      const start = bytes(before);
      const text = [...before, ...middle, ...after].join("");
      const [, texts] = cited(output([text, cite(start, start + bytes(middle))]));
      expect(texts).toEqual([middle.join("")]);
    }),
  );
});

test("start and end are positions in the output text, over several blocks and steps", () => {
  const annotation = cite(3, 8);
  const steps = [
    output(["Not the answer", cite(0, 3)]),
    { type: "google_search_call", id: "s" } as Step,
    output(["Überall "], ["é: Hallo", annotation]),
    { type: "thought", signature: "c2ln" } as Step,
    output([" und Grüße.", cite(5, 12)]),
  ];
  const interaction = sampleInteraction({ steps });
  const list = citedText(interaction);
  expect(list.map(({ text }) => text)).toEqual([" Hall", "Grüße"]);
  for (const { text, start, end } of list) {
    expect(outputText(interaction).slice(start, end)).toBe(text);
  }
  expect(list[0]?.annotation).toBe(annotation);
});

const uncited: Step[][] = [[], [output(["No citations."])], [{ type: "model_output" }]];

test.each(uncited.map((steps) => ({ steps })))(
  "without citations the list is empty: $steps",
  ({ steps }) => {
    expect(citedText(sampleInteraction({ steps }))).toEqual([]);
  },
);
