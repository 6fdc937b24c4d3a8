import { expect, test } from "vitest";
import { foldMedia, foldText, startDigest } from "../../src/replay/digest.ts";

const image = (data: string): object => ({ type: "image", mime_type: "image/png", data });
const dataOf = (length: number): string => {
  let data = "";
  for (let n = 0; data.length < length; n++) data += (n * 7919).toString(36);
  return data.slice(0, length);
};
const digestOf = (block: unknown): number => foldMedia(startDigest, block);

test("one character anywhere in a medium of up to 65,536 characters changes its digest", () => {
  for (const length of [1, 2, 3, 4, 5, 63, 64, 1001, 65_536]) {
    const data = dataOf(length);
    const digest = digestOf(image(data));
    for (let at = 0; at < length; at += Math.ceil(length / 200)) {
      const other = `${data.slice(0, at)}~${data.slice(at + 1)}`;
      expect(digestOf(image(other)), `${at} of ${length}`).not.toBe(digest);
    }
  }
});

test("what stands in another order, or is longer by a blank, is another medium", () => {
  const data = dataOf(64);
  const swapped = data.slice(32) + data.slice(0, 32);
  const digests = [data, swapped, `${data} `, `${data}  `, ` ${data}`].map((it) =>
    digestOf(image(it)),
  );
  expect(new Set(digests).size).toBe(digests.length);
});

test("a longer medium is told from others by its length, its ends, and any change of 2 kB in a MiB", () => {
  const data = dataOf(2 ** 20);
  const changed = (at: number, length: number): string =>
    data.slice(0, at) + "~".repeat(length) + data.slice(at + length);
  const others = [data.slice(1), changed(0, 1), changed(data.length - 1, 1)];
  for (let at = 0; at + 2_048 <= data.length; at += 10_007) others.push(changed(at, 2_048));
  const digests = [data, ...others].map((it) => digestOf(image(it)));
  expect(new Set(digests).size).toBe(digests.length);
});

test("data that is no text changes nothing, and any characters are taken", () => {
  for (const block of [null, "text", [], {}, { data: 7 }, { data: null }]) {
    expect(digestOf(block)).toBe(startDigest);
  }
  expect(digestOf(image("naïve 🙂\ud800"))).not.toBe(digestOf(image("naïve 🙃\ud800")));
});

test("a text has one digest wherever it is cut", () => {
  const text = "naïve 🙂 text";
  for (let at = 0; at <= text.length; at++) {
    const cut = foldText(foldText(startDigest, text.slice(0, at)), text.slice(at));
    expect(cut).toBe(foldText(startDigest, text));
  }
});
