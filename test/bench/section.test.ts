import { expect, test } from "vitest";
import { replaceSection, sectionOf } from "../../scripts/section.mjs";

const page = (section: string) =>
  `# Page\n\n<!-- begin: load -->\n\n${section}\n<!-- end: load -->\n\n<!-- begin: faults -->\n\nx\n\n<!-- end: faults -->\n`;

test("a part of a page is replaced, whatever characters it has, and the rest stays", () => {
  const written = replaceSection(page("old\n"), "load", "| $& | $1 |\n");
  expect(written).toBe(page("| $& | $1 |\n"));
  expect(sectionOf(written, "load")).toBe("| $& | $1 |\n");
  expect(sectionOf(written, "faults")).toBe("x\n");
});

test("an error names a part that the page does not have", () => {
  expect(() => sectionOf(page(""), "size")).toThrow('The page has no part "size".');
});
