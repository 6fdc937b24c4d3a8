// @ts-check
// Draws what others need beside this library, as an SVG. In comes the text of RESULTS.md, so that the
// chart can be drawn again without measuring; out goes a picture for light and dark pages.

/** What is drawn: the workload's letter, the row of its table, and what it means. */
const rows = /** @type {const} */ ([
  ["a", "over HTTP, ms", "Time to read 200,000 events over HTTP"],
  ["a", "in memory, chunks of 16 KiB, ms", "Time to read them from memory"],
  ["e", "first text delta, µs", "Time to the first text"],
  ["h", "one after the other, µs per call", "Time of a call without streaming"],
  ["f", "import, ms", "Time to import"],
  ["g", "streaming program, kB gzip", "Bundle of a program that streams"],
  ["k", "npm install, MB", "Installed size"],
]);

/** Columns of the tables, as they are called in the chart, each with its colour. */
const peers = /** @type {const} */ ([
  ["genai", "@google/genai", "#4a86e8"],
  ["ai", "ai, @ai-sdk/google", "#8a7fd6"],
  ["openai", "openai", "#2f9e78"],
  ["anthropic", "@anthropic-ai/sdk", "#cf7a4b"],
]);

/**
 * @typedef {{ name: string, color: string, ratio: number }} Bar `ratio` is 2 where twice as much is
 *   needed as by this library
 * @typedef {{ title: string, bars: Bar[] }} Group
 */

/**
 * @param {string} results the text of RESULTS.md
 * @returns {Group[]}
 * @throws Error when a row is missing
 */
export function readRatios(results) {
  return rows.map(([letter, row, title]) => {
    const section = results.split(/^## /m).find((text) => text.startsWith(`(${letter}) `)) ?? "";
    const [head = [], , ...lines] = section
      .split("\n")
      .filter((line) => line.startsWith("|"))
      .map((line) => line.split("|").map((cell) => cell.trim()));
    const cells = lines.find(([, name]) => name === row);
    if (cells === undefined) throw new Error(`RESULTS.md has no row "${row}" in (${letter}).`);
    const valueOf = (/** @type {string} */ column) =>
      Number.parseFloat(cells[head.indexOf(column)] ?? "");
    const bars = peers
      .map(([column, name, color]) => ({ name, color, ratio: valueOf(column) / valueOf("ours") }))
      .filter(({ ratio }) => Number.isFinite(ratio));
    return { title, bars };
  });
}

const width = 860;
const barHeight = 13;
const groupGap = 14;
const top = 44;
/** Where this library is: at 1. */
const origin = 330;
/** For 0.5 to the left of it, and for the label of the longest bar. */
const [leftSpace, labelSpace] = [66, 150];

/** @param {Group[]} groups */
export function drawRatios(groups) {
  const longest = Math.max(2, ...groups.flatMap(({ bars }) => bars.map(({ ratio }) => ratio)));
  // Logarithmic: as far from 1 to 2 as from 2 to 4.
  const perDoubling = Math.min(leftSpace, (width - labelSpace - origin) / Math.log2(longest));
  const xOf = (/** @type {number} */ ratio) =>
    round(origin + Math.max(-1, Math.log2(ratio)) * perDoubling);

  let y = top;
  const drawnGroups = groups.map(({ title, bars }) => {
    const middle = y + (bars.length * barHeight) / 2;
    const lines = bars.map(({ name, color, ratio }) => {
      const x = Math.min(origin, xOf(ratio));
      const right = Math.max(origin, xOf(ratio));
      const bar = `<rect x="${x}" y="${y + 1}" width="${round(right - x)}" height="${barHeight - 2}" rx="2" fill="${color}"/>`;
      const text = `<text x="${round(right + 6)}" y="${y + barHeight / 2}" class="bar">${label(ratio)} ${name}</text>`;
      y += barHeight;
      return bar + text;
    });
    y += groupGap;
    return `<text x="${origin - leftSpace - 12}" y="${middle}" class="title">${title}</text>\n${lines.join("\n")}`;
  });
  const ticks = [0.5, 1, 2, 4, 8, 16, 32, 64, 128].filter((tick) => tick <= longest);
  const drawnTicks = ticks.map((tick) => {
    const [x, kind] = [xOf(tick), tick === 1 ? "one" : "tick"];
    const line = `<line x1="${x}" y1="${top - 8}" x2="${x}" y2="${y - groupGap + 4}" class="${kind}"/>`;
    const text = `<text x="${x}" y="${top - 16}" class="axis">${tick === 1 ? "this library" : `${tick}×`}</text>`;
    return line + text;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" role="img">
<title>What other clients need beside this library</title>
<style>
  text { font: 12px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #1f2328; dominant-baseline: central; }
  .title { text-anchor: end; font-weight: 600; }
  .axis { text-anchor: middle; fill: #59636e; }
  .bar { font-size: 11px; }
  .tick { stroke: #d1d9e0; }
  .one { stroke: #59636e; stroke-width: 1.5; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3; }
    .axis { fill: #9198a1; }
    .tick { stroke: #3d444d; }
    .one { stroke: #9198a1; }
  }
</style>
${[...drawnTicks, ...drawnGroups].join("\n")}
</svg>
`;
}

/** @param {number} value */
function round(value) {
  return Number(value.toFixed(1));
}

/** @param {number} ratio */
function label(ratio) {
  return `${ratio >= 9.95 ? ratio.toFixed(0) : ratio.toFixed(1)}×`;
}
