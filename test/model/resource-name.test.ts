import { expect, test } from "vitest";
import { checkId, encodePathParam } from "../../src/model/resource-name.ts";

const kinds = [
  ["interactions", "Interaction id"],
  ["webhooks", "Webhook id"],
  ["environments", "Environment id"],
  ["agents", "Agent id"],
  ["projects", "Project id"],
  ["locations", "Location id"],
] as const;

const noSegments = [
  "",
  ".",
  "..",
  "a/b",
  "/",
  "../interactions/v1_a",
  "a\\b",
  "a?b",
  "a#b",
  "%2e%2e",
  "a\nb",
  "\ud800",
  undefined,
  null,
  7,
  ["a"],
];

test.each(kinds)(
  "%s refuses each value that is not a single path segment, by name",
  (kind, name) => {
    for (const value of noSegments) {
      expect(() => encodePathParam(kind, value)).toThrow(
        new RegExp(`^${name} must be one path segment, got `),
      );
    }
  },
);

test.each([
  [
    "the interaction itself",
    { id: "v1_abc", steps: [] },
    "Pass interaction.id, not the whole interaction.",
  ],
  ["a promise", Promise.resolve({ id: "v1_abc" }), "did you forget to use await?"],
  ["nothing", undefined, "Pass it as the service returned it."],
])("an error for %s in place of an id says what to pass", (_, value, advice) => {
  expect(() => checkId("interactions", value)).toThrow(advice);
});

test.each(kinds)("%s encodes an id as one segment", (kind) => {
  expect(encodePathParam(kind, "a b:c@é")).toBe("a%20b%3Ac%40%C3%A9");
});

test("on Vertex AI the full resource name of something in the own project is taken", () => {
  const scope = { project: "p", location: "global" };
  expect(checkId("agents", "projects/p/locations/global/agents/a", scope)).toBe("a");
  for (const name of [
    "projects/other/locations/global/agents/a",
    "projects/p/locations/global/webhooks/a",
    "projects/p/locations/global/agents/..",
  ]) {
    expect(() => checkId("agents", name, scope)).toThrow(/^Agent id/);
  }
});

test.each([
  ["src/main.py", "src/main.py"],
  ["a b/c?d#e%2e", "a%20b/c%3Fd%23e%252e"],
  ["...", "..."],
  [".env", ".env"],
  ["..a/b..", "..a/b.."],
  ["é", "%C3%A9"],
])("the file path %j keeps its slashes", (path, encoded) => {
  expect(encodePathParam("files", path)).toBe(encoded);
});

test.each([
  "",
  "/",
  "/etc/passwd",
  "a/",
  "a//b",
  ".",
  "..",
  "../a",
  "a/..",
  "a/../b",
  "./a",
  "a/./b",
  "a\\b",
  "a\u0000",
  "\udc00",
  undefined,
  7,
])("the file path %j is refused", (path) => {
  expect(() => encodePathParam("files", path)).toThrow(/^File path must be relative/);
});
