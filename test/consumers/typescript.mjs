// Compiles programs/typescript.ts with each version of TypeScript, in each way that it has to find the
// declarations of a package, and runs what comes out. Then asks the language services what an editor
// shows of programs/editor.ts.

import { cp, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { findFaults, hovers, openEditor } from "../support/editor.mjs";
import { expectOutput, here, node, out } from "./tools.mjs";

const versions = ["5.4", "5.6", "5.8", "5.9", "6", "7"];

/** @type {{ name: string, extension: string, options: string[], hasIt?: (version: number) => boolean }[]} */
const resolutions = [
  {
    name: "node10",
    extension: "ts",
    options: ["--module", "commonjs", "--moduleResolution", "node10", "--skipLibCheck"],
    // Version 6 deprecates it, 7 has it no longer.
    hasIt: (version) => version < 6,
  },
  {
    name: "CommonJS",
    extension: "ts",
    options: ["--module", "commonjs", "--moduleResolution", "bundler", "--skipLibCheck"],
    hasIt: (version) => version >= 6,
  },
  // Checks every declaration, too; those of ES modules are the same but for their names.
  { name: "node16 from CommonJS", extension: "cts", options: ["--module", "node16"] },
  {
    name: "node16 from ESM",
    extension: "mts",
    options: ["--module", "node16", "--skipLibCheck"],
  },
  {
    name: "bundler",
    extension: "mts",
    options: ["--module", "es2022", "--moduleResolution", "bundler", "--skipLibCheck"],
  },
];

const language = ["--strict", "--target", "es2022", "--types", "node"].concat([
  "--lib",
  "es2022,dom,dom.iterable,dom.asynciterable",
]);

/**
 * @param {string} version
 * @param {string} program
 * @param {string} extension
 * @param {string[]} options
 */
async function compile(version, program, extension, options) {
  const folder = join(out, `typescript-${version}`);
  const source = join(folder, `${program}.${extension}`);
  await cp(join(here, "programs", `${program}.ts`), source);
  const tsc = join(here, "node_modules", `typescript-${version}`, "bin", "tsc");
  // Since version 6 the project's own configuration is to be refused by name.
  const flags = Number(version) >= 6 ? [...options, "--ignoreConfig"] : options;
  const output = await node(tsc, source, ...language, ...flags).catch((error) => error.message);
  const errors = output
    .split("\n")
    .filter((/** @type {string} */ line) => /\berror TS\d/.test(line));
  // Declarations of MSW and Node are not for every version: whose they are is not asked of us.
  const ours = errors.filter(
    (/** @type {string} */ line) => !/node_modules\/(?!gemini-i)/.test(line),
  );
  if (ours.length > 0) throw new Error(ours.join("\n"));
  return source.replace(/ts$/, "js");
}

/** @param {string} version one that has a language service, which 7 does not have yet */
async function hover(version) {
  const ts = createRequire(import.meta.url)(`typescript-${version}`);
  const source = await readFile(join(here, "programs", "editor.ts"), "utf8");
  const editor = openEditor(ts, join(here, "editor.mts"), source, {
    strict: true,
    module: ts.ModuleKind.Node16,
    target: ts.ScriptTarget.ES2022,
    types: ["node"],
    skipLibCheck: true,
  });
  const faults = findFaults(editor);
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return `${Object.keys(hovers).length} hovers`;
}

/** @type {import("../support/suite.mjs").Trial[]} */
export const typescript = versions.flatMap((version) =>
  resolutions
    .filter(({ hasIt }) => hasIt?.(Number(version)) ?? true)
    .map(({ name, extension, options }) => [
      `TypeScript ${version}, ${name}`,
      async () =>
        expectOutput(await node(await compile(version, "typescript", extension, options))),
    ]),
);

/** @type {import("../support/suite.mjs").Trial[]} */
export const editors = [
  ...["5.4", "5.9", "6"].map(
    (version) =>
      /** @type {import("../support/suite.mjs").Trial} */ ([
        `TypeScript ${version}, hover and completion`,
        () => hover(version),
      ]),
  ),
  [
    "TypeScript 7, the same program compiled",
    async () =>
      void (await compile("7", "editor", "mts", ["--module", "node16", "--skipLibCheck"])),
  ],
];

export async function nest() {
  const program = await compile("5.4", "nest", "ts", [
    ...(resolutions[0]?.options ?? []),
    "--experimentalDecorators",
    "--emitDecoratorMetadata",
  ]);
  expectOutput(await node(program), "Paris.");
}
