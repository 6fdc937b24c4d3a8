// The links of the documentation: on disk, and in the tarball, where a page may lack what it links to.

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

const pack = ["pack", "--dry-run", "--json", "--ignore-scripts"];
const [{ files }] = JSON.parse((await run("npm", pack, { cwd: root })).stdout);
const packed: string[] = files.map(({ path }: { path: string }) => path);
const tracked = (
  await run("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
  }).catch(() => ({ stdout: "" }))
).stdout.split("\n");

/** The pages among some files. */
const pagesOf = (all: readonly string[]) => all.filter((file) => file.endsWith(".md"));

test.for(pagesOf(packed))("in the tarball, no link of %s is dead", (page) => {
  expect(deadLinks(page, packed)).toEqual([]);
});

// A checkout without git, such as an unpacked archive, has only the tarball's pages to look at.
test("in the repository, no link of any page is dead", () => {
  const pages = pagesOf(tracked).filter((page) => !packed.includes(page));
  expect(pages.flatMap((page) => deadLinks(page, tracked))).toEqual([]);
});

test("a dead link is found", () => {
  expect(deadLinks("README.md", ["README.md"]).length).toBeGreaterThan(10);
});

/** The relative links of a page whose file, folder or heading does not exist. */
function deadLinks(page: string, all: readonly string[]): string[] {
  const text = readFileSync(join(root, page), "utf8").replace(/^```.*?^```/gms, "");
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);
  return links
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => {
      const [path = "", heading] = link.split("#");
      const file = path === "" ? page : join(dirname(page), path).replace(/\/$/, "");
      if (!all.some((name) => name === file || name.startsWith(`${file}/`))) return true;
      return heading !== undefined && !headingsOf(file).includes(heading);
    })
    .map((link) => `${page}: ${link}`);
}

/** The anchors of a page, as GitHub and npm make them of its headings. */
function headingsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8").replace(/^```.*?^```/gms, "");
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
