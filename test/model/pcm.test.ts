import * as fc from "fast-check";
import { expect, test } from "vitest";
import { joinPcm } from "../../src/model/pcm.ts";
import type { PcmTail } from "../../src/model/pcm.ts";

const format = {
  type: "audio",
  mime_type: "audio/l16;rate=24000",
  sample_rate: 24_000,
  channels: 1,
};

function audio(bytes: readonly number[], other: object = {}): Record<string, unknown> {
  return { ...format, data: Buffer.from(bytes).toString("base64"), ...other };
}

const bytes = fc.array(fc.nat({ max: 255 }), { maxLength: 7 });

test("joins the bytes of raw audio, whatever the length of its pieces", () => {
  fc.assert(
    fc.property(bytes, fc.array(bytes, { maxLength: 9 }), (first, pieces) => {
      const block = audio(first);
      let tail: PcmTail | undefined;
      for (const piece of pieces) tail = joinPcm(block, audio(piece), tail);
      expect(block).toEqual(audio([...first, ...pieces.flat()]));
    }),
  );
});

test("a tail of another block is not continued", () => {
  const tail = joinPcm(audio([1]), audio([2]), undefined);
  const block = audio([3]);
  expect(joinPcm(block, audio([4]), tail)?.block).toBe(block);
  expect(block).toEqual(audio([3, 4]));
});

test.each<[string, Record<string, unknown>]>([
  ["another rate", audio([2], { sample_rate: 16_000 })],
  ["another number of channels", audio([2], { channels: 2 })],
  ["the deprecated rate beside it", audio([2], { rate: 24_000 })],
  ["a member of next year", audio([2], { speaker: "b" })],
  ["a place instead of data", { ...format, uri: "gs://a/b" }],
  ["data that is no base64", { ...format, data: "?" }],
  ["data that is no text", { ...format, data: 7 }],
  ["a compressed format", audio([2], { mime_type: "audio/mp3" })],
])("does not join audio with %s, and leaves the block as it is", (_, delta) => {
  const block = audio([1]);
  expect(joinPcm(block, delta, undefined)).toBeUndefined();
  expect(block).toEqual(audio([1]));
});

test.each([
  undefined,
  null,
  7,
  "text",
  [],
  {},
  { type: "text", text: "a" },
  { ...format, data: "?" },
])("does not join audio to %j", (block) => {
  expect(joinPcm(block, audio([1]), undefined)).toBeUndefined();
});
