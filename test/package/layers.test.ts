import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What each folder may import beside itself; everything else that there is, it may not. */
const allowed: Record<string, string> = {
  "src/util": "",
  "src/model": "util generated",
  "src/replay": "util model generated",
  "src/http": "util model generated openapi-fetch",
  "src/http/auth": "util model http openapi-fetch #google-auth google-auth-library",
  "src/stream": "util model replay http generated eventsource-parser",
  "src/results": "util model generated",
  "src/webhooks": "util generated",
  "src/otel": "util model generated @opentelemetry/api",
  "src/testing": "util model generated msw node:fs node:fs/promises node",
  "src/testing/inner": "util model generated testing",
  "src/gateway": "util model replay http stream client generated",
  "src/node": "util node:fs node:fs/promises",
  "src/browser": "util model generated",
  "src/conformance": "util index testing node:fs generated",
  "src/cli": "util index testing gateway node conformance node:fs node:fs/promises",
  "src/cli/inner": "util index testing gateway node conformance cli node:fs node:fs/promises",
  "src/invented": "",
};

/** One file of each layer, and the packages. */
const targets: Record<string, string> = {
  ...Object.fromEntries(
    Object.keys(allowed)
      .filter((folder) => folder.split("/").length === 2)
      .map((folder) => [folder.slice(4), `${folder}/planted-target.ts`]),
  ),
  client: "src/client.ts",
  index: "src/index.ts",
  generated: "generated/schema.ts",
  test: "test/support/runs.ts",
  ...Object.fromEntries(
    [
      "openapi-fetch",
      "eventsource-parser",
      "#google-auth",
      "google-auth-library",
      "@opentelemetry/api",
      "msw",
      "node:fs",
      "node:fs/promises",
      "invented-package",
    ].map((name) => [name, name]),
  ),
};

/** The forms of an import; each must be under the rule. */
const forms = [
  (from: string) => `import { a } from "${from}";`,
  (from: string) => `import type { a } from "${from}";`,
  (from: string) => `export { a } from "${from}";`,
  (from: string) => `export * from "${from}";`,
  (from: string) => `await import("${from}");`,
];

test("each folder of src/ may import what its line names, and nothing else", () => {
  const copy = mkdtempSync(join(tmpdir(), "layers-"));
  copyFileSync(join(root, ".oxlintrc.json"), join(copy, ".oxlintrc.json"));
  const planted = Object.keys(allowed).flatMap((folder) =>
    Object.entries(targets).flatMap(([name, target]) => {
      // A file of the folder itself is no import of another layer.
      if (dirname(target) === folder) return [];
      const form = forms[(folder.length + name.length) % forms.length];
      const line = form?.(specifier(folder, target)) ?? expect.fail("no form");
      return [{ folder, name, line }];
    }),
  );
  for (const [index, { folder, line }] of planted.entries()) {
    mkdirSync(join(copy, folder), { recursive: true });
    writeFileSync(join(copy, folder, `planted-${index}.ts`), line);
  }
  const { stdout } = spawnSync(join(root, "node_modules/.bin/oxlint"), ["-f", "json"], {
    cwd: copy,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  rmSync(copy, { recursive: true });
  const { diagnostics }: { diagnostics: { code: string; filename: string }[] } = JSON.parse(stdout);
  const refused = new Set(
    diagnostics
      .filter(({ code }) => code.includes("no-restricted-imports"))
      .map(({ filename }) => Number(/planted-(\d+)\.ts$/.exec(filename)?.[1])),
  );
  const found = planted.filter((_, index) => !refused.has(index));
  expect(found.map(({ folder, name }) => `${folder} imports ${name}`)).toEqual(
    planted
      .filter(({ folder, name }) => allowed[folder]?.split(" ").includes(name))
      .map(({ folder, name }) => `${folder} imports ${name}`),
  );
});

test("each folder of src/ has a line in the table above", () => {
  const folders = readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length));
  const lines = folders.map((folder) => folder.replace(/^(src\/(testing|cli))\/.*/, "$1/inner"));
  expect(Object.keys(allowed)).toEqual(expect.arrayContaining(lines));
  expect(existsSync(join(root, "src/invented"))).toBe(false);
});

/** How a file of the folder names the target. */
function specifier(folder: string, target: string): string {
  if (!target.endsWith(".ts")) return target;
  const [from, to] = [folder.split("/"), target.split("/")];
  const common = from.findIndex((part, index) => part !== to[index]);
  const shared = common === -1 ? from.length : common;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}
