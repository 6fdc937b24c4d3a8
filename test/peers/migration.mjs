// docs/from-google-genai.md and docs/from-ai-sdk.md: each sample is compiled, both of its sides run
// against the emulator, and they print the same.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { root, startEmulator } from "../support/suite.mjs";

const ts = createRequire(join(root, "package.json"))("typescript");
// Below this folder, so that the packages installed here are found.
const folder = join(import.meta.dirname, "migration");
const run = promisify(execFile);

/** @type {[name: string, theirs: string, ours: string][]} */
const samples = ["from-google-genai", "from-ai-sdk"].flatMap((page) => {
  const text = readFileSync(join(root, "docs", `${page}.md`), "utf8");
  const pairs = text.matchAll(/^## (.*)\n\n```js .*\n([^]*?)^```\n\n```ts\n([^]*?)^```/gm);
  return [...pairs].map(([, title, theirs, ours]) => [`${page}: ${title}`, theirs, ours]);
});

let emulator;
before(async () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  emulator = await startEmulator(import.meta.dirname, "--speed", "0");
});
after(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true });
});

assert.equal(samples.length, 7);
for (const [index, [name, ...sides]] of samples.entries()) {
  test(name, async () => {
    const files = sides.map((code, side) => {
      const file = join(folder, `${index}-${side === 0 ? "theirs" : "ours"}.mts`);
      writeFileSync(file, code);
      return file;
    });
    const program = ts.createProgram(files, {
      module: ts.ModuleKind.NodeNext,
      target: ts.ScriptTarget.ES2022,
      skipLibCheck: true,
      types: ["node"],
      typeRoots: [join(root, "node_modules", "@types")],
      outDir: folder,
    });
    const messages = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
    assert.deepEqual(messages, []);
    program.emit();
    const env = { ...process.env, GEMINI_API_KEY: "any", GOOGLE_GEMINI_BASE_URL: emulator.url };
    const [theirs, ours] = await Promise.all(
      files.map((file) => run(process.execPath, [file.replace(/\.mts$/, ".mjs")], { env })),
    );
    assert.equal(ours.stdout, theirs.stdout);
    assert.match(ours.stdout, /\w/);
  });
}
