import { expect, test } from "vitest";
import { findMissing, notesOf } from "../../scripts/release-check.mjs";

const manifest = { version: "1.2.3", repository: {}, homepage: "https://a.example", bugs: "" };
const changelog = `# Changelog

## [Unreleased]

## [1.2.3] - 2026-12-31

- Something.

## [1.2.2] - 2026-12-01

- Older.
`;

test("a release with addresses, its tag and its section of the changelog may go out", () => {
  expect(findMissing("v1.2.3", manifest, changelog)).toEqual([]);
  expect(notesOf("1.2.3", changelog)).toBe("- Something.");
});

test.each(["repository", "homepage", "bugs"])("without %s in package.json it fails", (member) => {
  const { [member]: _, ...rest } = { ...manifest } as Record<string, unknown>;
  expect(findMissing("v1.2.3", { ...rest, version: "1.2.3" }, changelog)).toEqual([
    `package.json has no "${member}": see docs/releasing.md.`,
  ]);
});

test("another tag than the version fails", () => {
  expect(findMissing("v1.2.4", manifest, changelog)).toEqual([
    'The tag is "v1.2.4", but the version in package.json is "1.2.3".',
  ]);
});

test.each([
  ["no section", changelog.replace("[1.2.3]", "[1.2.1]")],
  ["a section without a date", changelog.replace(" - 2026-12-31", "")],
  ["an empty section", changelog.replace("- Something.\n", "")],
])("%s in the changelog fails", (_, text) => {
  expect(findMissing("v1.2.3", manifest, text)).toEqual([
    'CHANGELOG.md has no section "## [1.2.3] - <date>" with text.',
  ]);
});
