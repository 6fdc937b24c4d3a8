// The built package, as others get it. `npm test` builds it first.

import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import * as source from "../../src/index.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);

interface Manifest {
  exports: Record<string, { require?: string }>;
  imports: unknown;
  main: string;
  types: string;
  typesVersions: unknown;
  bin?: unknown;
  peerDependencies: Record<string, string>;
}
const manifest: Manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8"));

const paths = Object.keys(manifest.exports).filter((path) => path !== "./package.json");

/** Runs a script in a Node of its own, without credentials. */
async function node(...args: string[]): Promise<string> {
  const { PATH } = process.env;
  const { stdout } = await run(process.execPath, args, { cwd: root, env: { PATH } });
  return stdout;
}

test("no declaration has a type that TypeScript 5.4 does not know, such as a generic Uint8Array", async () => {
  const files = await readdir(join(root, "dist"), { recursive: true });
  const declarations = files.filter((file) => /\.d\.c?ts$/.test(file));
  expect(declarations.length).toBeGreaterThan(paths.length);
  for (const file of declarations) {
    const text = await readFile(join(root, "dist", file), "utf8");
    const code = text.replace(/\/\*.*?\*\//gs, "");
    expect(code.match(/\b(Uint8|Int8|Uint16|Float32)Array<\w+>/g), file).toBeNull();
  }
});

test("the built package has the same public names as the source", async () => {
  const names = Object.keys(source).toSorted().join();
  const script = 'console.log(Object.keys(require("gemini-interactions")).sort().join())';
  expect(await node("-e", script)).toBe(`${names}\n`);
});

test.each(paths)("import and require() of %s give the same names", async (path) => {
  const name = path.replace(/^\./, "gemini-interactions");
  const print = 'console.log(Object.keys(m).filter((k) => k !== "default").sort().join())';
  const [imported, required] = await Promise.all([
    node("--input-type=module", "-e", `import * as m from "${name}"; ${print}`),
    node("-e", `const m = require("${name}"); ${print}`),
  ]);
  expect(imported).toMatch(/^\w+(,\w+)*\n$/);
  expect(required).toBe(imported);
});

test.each(paths)("%s is CommonJS for require(), without dependencies to load", async (path) => {
  const { require: file } = manifest.exports[path] ?? {};
  const code = await readFile(join(root, file ?? ""), "utf8");
  const loaded = [...code.matchAll(/\brequire\("(.*?)"\)/g)].map(([, name]) => name);
  const peers = Object.keys(manifest.peerDependencies);
  const foreign = loaded.filter((name) => name?.startsWith("node:") !== true);
  expect(["#google-auth", ...peers]).toEqual(expect.arrayContaining(foreign));
  // Jest cannot import() without flags.
  expect(code).not.toMatch(/\bimport\(/);
});

test("require() finds google-auth-library as well", async () => {
  const script = `
    const { InteractionsClient } = require("gemini-interactions");
    process.env.GOOGLE_APPLICATION_CREDENTIALS = "/nowhere.json";
    const client = new InteractionsClient({ vertex: { project: "p" }, retry: false });
    client.get("v1_abc").catch((error) => console.log(error.message));`;
  expect(await node("-e", script)).toContain("/nowhere.json");
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

/** The files that a file of the package names: modules, declarations and what require() loads. */
async function filesNamedIn(file: string): Promise<string[]> {
  const code = await readFile(join(root, file), "utf8");
  const names = [...code.matchAll(/(?:from|import\(?|require\()\s*["'](\.[^"']*)["']/g)].map(
    ([, name]) => join(dirname(file), name ?? ""),
  );
  const isDeclaration = /\.d\.c?ts$/.test(file);
  return names.map((name) => (isDeclaration ? name.replace(/(c?)js$/, "d.$1ts") : name));
}

/** Every string in a part of package.json that names a file of dist/. */
function filesIn(part: unknown): string[] {
  const texts = JSON.stringify(part).matchAll(/"\.\/(dist\/[^"]*)"/g);
  return [...texts].map(([, file]) => file ?? "");
}

test("the package holds what package.json names, what that loads, and nothing else", async () => {
  const { stdout } = await run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
  });
  const [{ files, size, unpackedSize }] = JSON.parse(stdout);
  const packed: string[] = files.map(({ path }: { path: string }) => path);

  const { exports, imports, main, types, typesVersions, bin = {} } = manifest;
  const modules = filesIn([exports, imports, main, types, typesVersions, bin]);
  const declarations = filesIn(exports).map((file) => file.replace(/(c?)js$/, "d.$1ts"));
  const wanted = new Set([...modules, ...declarations]);
  for (const file of wanted) for (const named of await filesNamedIn(file)) wanted.add(named);

  const built = packed.filter((file) => file.startsWith("dist/"));
  expect(built.toSorted()).toEqual(["dist/LICENSES-OF-DEPENDENCIES.txt", ...wanted].toSorted());
  // Beside them only what is read, or copied from.
  const others = packed.filter((file) => !file.startsWith("dist/"));
  const isRead =
    /^(LICENSE|package\.json|(examples|conformance\/cases)\/[\w-]+\.(mjs|json)|.*\.(md|svg))$/;
  expect(others.filter((file) => !isRead.test(file))).toEqual([]);
  // Declarations, all code once for each module system, and the documentation.
  expect(unpackedSize).toBeLessThan(3_000_000);
  expect(size).toBeLessThan(650_000);
});

test("the demo shows each step, the text before the cut, and where a connection was replaced", async () => {
  const output = await node("dist/src/cli/main.js", "demo");
  for (const part of [
    "Create\n",
    "Create an agent run in the background",
    "Create, streaming",
    // How many words of the socket are read before its reset is up to the platform.
    /Resume after a dropped connection\nA stream may break[^\n]*\nStreamInterruptedError: Stream ended/,
    "The same, by itself",
    "3 reconnects",
    "Wait, cancel, delete",
    "Routes, as the service received them",
    "Every step did what it should.",
  ]) {
    expect(output).toMatch(part);
  }
  expect(output.match(/⟨reconnected⟩/g)?.length).toBeGreaterThan(0);
  expect(output).not.toContain("FAILED");
});
