// The built package, as others get it. `npm test` builds it first.

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import * as source from "../../src/index.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

/** Runs a script in a Node of its own, without credentials. */
async function node(...args: string[]): Promise<string> {
  const { PATH } = process.env;
  const { stdout } = await run(process.execPath, args, { cwd: root, env: { PATH } });
  return stdout;
}

test("import and require() give the same public names as the source", async () => {
  const names = Object.keys(source).toSorted().join();
  const print = "console.log(Object.keys(m).filter((k) => k !== 'module.exports').sort().join())";
  expect(
    await node("--input-type=module", "-e", `import * as m from "gemini-interactions"; ${print}`),
  ).toBe(`${names}\n`);
  expect(await node("-e", `const m = require("gemini-interactions"); ${print}`)).toBe(`${names}\n`);
});

test.each([
  ["gemini-interactions/testing", "createInteractionsService"],
  ["gemini-interactions/testing/msw", "interactionsHandlers"],
])("%s exports %s", async (path, name) => {
  const script = `import { ${name} } from "${path}"; console.log(typeof ${name})`;
  expect(await node("--input-type=module", "-e", script)).toBe("function\n");
});

test("a client of the Gemini API loads nothing of google-auth-library", async () => {
  const script = `
    import { createRequire } from "node:module";
    import { InteractionsClient } from "gemini-interactions";
    new InteractionsClient({ apiKey: "key" });
    const loaded = Object.keys(createRequire(process.cwd() + "/x.js").cache);
    console.log(loaded.filter((file) => file.includes("google-auth-library")).length);`;
  expect(await node("--input-type=module", "-e", script)).toBe("0\n");
});

test("the package holds what it needs, and no tests", async () => {
  const { stdout } = await run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
  });
  const [{ files, unpackedSize }] = JSON.parse(stdout);
  const paths = files.map(({ path }: { path: string }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      "LICENSE",
      "README.md",
      "dist/src/index.js",
      "dist/src/index.d.ts",
      "dist/src/http/auth/google.js",
      "dist/src/http/auth/google-unavailable.js",
      "dist/src/testing/index.js",
      "dist/src/testing/msw.js",
      "dist/generated/operations.d.ts",
      "dist/generated/schema.d.ts",
    ]),
  );
  expect(paths.filter((path: string) => !/^(dist\/|\w+(\.md|\.json)?$)/.test(path))).toEqual([]);
  // With its dependencies it takes less than a megabyte.
  expect(unpackedSize).toBeLessThan(700_000);
});

test("the demo shows every section of the guide, on both backends", async () => {
  const output = await node("dist/src/cli/demo.js");
  for (const title of [
    "== Gemini API ==",
    "== Vertex AI ==",
    "Create\n",
    "Create an agent run in the background",
    "Create, streaming",
    "Resume after a dropped connection",
    "The same, by itself",
    "3 reconnects",
    "Wait, cancel, delete",
    "Routes, as the service received them",
    "/v1beta1/projects/demo-project/locations/us-central1/interactions  x-goog-user-project: billing-project",
    "Every step did what it should.",
  ]) {
    expect(output).toContain(title);
  }
  expect(output).not.toContain("FAILED");
}, 20_000);

test("the live demo without credentials names what is missing, and fails", async () => {
  const failure = await node("dist/src/cli/demo.js", "--live").catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: 1 });
  expect(failure).toMatchObject({ stderr: expect.stringContaining("GEMINI_API_KEY") });
});
