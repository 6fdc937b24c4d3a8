import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawRatios, readRatios } from "../../bench/lib/chart.mjs";

const file = (name: string) =>
  readFileSync(new URL(`../../bench/${name}`, import.meta.url), "utf8");
const results = file("RESULTS.md");
const bar = (name: string, ratio: number) => ({ name, color: "#000", ratio });

test("the picture in the repository is that of the results", () => {
  expect(file("RESULTS.svg")).toBe(drawRatios(readRatios(results)));
});

test("reads how many times this library's value each peer needs", () => {
  const values: Record<string, string> = {
    ours: "200 (2)",
    anthropic: "300",
    genai: "900 (9)",
    openai: "",
    ai: "50",
  };
  const [, header = ""] = /^## \(?a\b.*?\n(\|[^\n]*)\n/ms.exec(results) ?? [];
  const cells = header.split("|").slice(2, -1);
  const row = cells.map((name) => values[name.trim()] ?? "1").join(" | ");
  const groups = readRatios(results.replace(/^\| over HTTP, ms.*$/m, `| over HTTP, ms | ${row} |`));
  expect(groups[0]?.bars).toMatchObject([
    { name: "@google/genai", ratio: 4.5 },
    { name: "ai, @ai-sdk/google", ratio: 0.25 },
    { name: "@anthropic-ai/sdk", ratio: 1.5 },
  ]);
});

test("an error names a row that the results no longer have", () => {
  expect(() => readRatios(results.replace("| over HTTP, ms", "| over TCP, ms "))).toThrow(
    'RESULTS.md has no row "over HTTP, ms" in (a).',
  );
});

test("draws a longer bar for more, to the left for less, and none beyond the picture", () => {
  const svg = drawRatios([
    {
      title: "Time",
      bars: [bar("a", 0.01), bar("b", 1), bar("c", 2), bar("d", 4), bar("e", 5_000)],
    },
  ]);
  const rects = [...svg.matchAll(/<rect x="([\d.]+)" .*? width="([\d.]+)"/g)];
  const [a, b, c, d, e] = rects.map(([, x, width]) => ({ x: Number(x), width: Number(width) }));
  expect(b).toEqual({ x: 330, width: 0 });
  expect(c?.x).toBe(330);
  expect(d?.width).toBeCloseTo(2 * (c?.width ?? 0), 0);
  expect((a?.x ?? 0) + (a?.width ?? 0)).toBe(330);
  expect((e?.x ?? 0) + (e?.width ?? 0)).toBeLessThan(860);
  expect(svg).toContain(">5000× e<");
});
