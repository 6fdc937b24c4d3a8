// @ts-check
// `node scripts/release-check.mjs v1.2.3 [--notes]`: whether this checkout may be published under a tag.
// It prints each thing that is missing, or with --notes the version's section of CHANGELOG.md, which
// becomes the text of the release. docs/releasing.md says where the owner's addresses go.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runIfStarted } from "./main.mjs";
import { root } from "./spec.mjs";

/** Members of package.json that only the owner of the repository can fill in. */
const addresses = ["repository", "homepage", "bugs"];

/**
 * @param {string} tag
 * @param {{ version?: string, [member: string]: unknown }} manifest package.json
 * @param {string} changelog
 * @returns {string[]} what is missing; empty when the release may go out
 */
export function findMissing(tag, manifest, changelog) {
  const { version = "" } = manifest;
  const missing = addresses
    .filter((member) => manifest[member] === undefined)
    .map((member) => `package.json has no "${member}": see docs/releasing.md.`);
  if (tag !== `v${version}`) {
    missing.push(`The tag is "${tag}", but the version in package.json is "${version}".`);
  }
  const notes = notesOf(version, changelog);
  if (notes === undefined) {
    missing.push(`CHANGELOG.md has no section "## [${version}] - <date>" with text.`);
  }
  return missing;
}

/**
 * @param {string} version
 * @param {string} changelog
 * @returns {string | undefined} the version's section; undefined when there is none with a date and text
 */
export function notesOf(version, changelog) {
  const sections = changelog.split(/^(?=## )/m);
  const section = sections.find((text) => text.startsWith(`## [${version}] - `));
  const [heading = "", ...lines] = section?.split("\n") ?? [];
  if (!/ - \d{4}-\d{2}-\d{2}$/.test(heading)) return undefined;
  return lines.join("\n").trim() || undefined;
}

/** @param {string} name */
function read(name) {
  return readFileSync(join(root, name), "utf8");
}

/** @type {import("./main.mjs").Main} */
async function main([tag = "", ...options], output) {
  const manifest = JSON.parse(read("package.json"));
  const changelog = read("CHANGELOG.md");
  if (options.includes("--notes")) {
    output.log(notesOf(manifest.version, changelog) ?? "");
    return 0;
  }
  const missing = findMissing(tag, manifest, changelog);
  for (const line of missing) output.error(line);
  if (missing.length === 0) output.log(`${tag} may be published`);
  return missing.length === 0 ? 0 : 1;
}

await runIfStarted(import.meta.filename, main);
