// @ts-check
import { bytesOf, contentOf, cut, memoryFetch } from "./streams.mjs";
import { Tally } from "./tally.mjs";

/**
 * What a workload's case says of the stream to read.
 *
 * @typedef {object} ReadCase
 * @property {import("./streams.mjs").StreamSpec} stream
 * @property {number} [chunkBytes] bytes per network chunk; 0 for one event
 * @property {boolean} [exact] whether the text is compared, not only counted
 * @property {string} [baseUrl] where the server is; in memory without
 * @property {string} [mode] of the contestant
 */

/** @param {string} name a file in contestants/ */
export function load(name) {
  return import(new URL(`../contestants/${name}.mjs`, import.meta.url).href);
}

/**
 * Reads one stream to its end.
 *
 * @param {string} name
 * @param {ReadCase} readCase
 * @returns {Promise<{ ms: number, cpuMs: number, peakMiB: number }>} time in the loop, without that
 *   of opening the stream, on the clock and of the processor; and the memory it took at its peak
 */
export async function readStream(name, { stream: spec, chunkBytes = 0, exact, baseUrl, mode }) {
  const { connect, connectBare, dialect } = await load(name);
  const bytes = baseUrl ? undefined : bytesOf(dialect, spec);
  const fetch = bytes && memoryFetch(() => cut(bytes, chunkBytes));
  const client = await (mode === "bare" ? connectBare : connect)({ fetch, baseUrl, mode });
  const tally = new Tally();
  if (exact) tally.pieces = [];
  const stream = await client.openStream();
  const before = peakMiB();
  const cpu = process.cpuUsage();
  const started = performance.now();
  await client.read(stream, tally);
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const peak = peakMiB() - before;
  tally.check(contentOf(spec));
  return { ms, cpuMs: (user + system) / 1000, peakMiB: peak };
}

/** The most memory that this process has had so far. */
export function peakMiB() {
  return process.resourceUsage().maxRSS / 1024;
}
