// What a program pays for what it imports, as a bundler packs the built package.

import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The minified program that uses these exports, with the dependencies in it. */
async function bundle(...names: string[]): Promise<string> {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `import { ${names.join(", ")} } from "gemini-interactions"; console.log(${names.join(", ")});`,
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2023",
    external: ["#google-auth"],
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

async function gzipSize(...names: string[]): Promise<number> {
  return gzipSync(await bundle(...names)).length;
}

test("outputText alone is less than 1 kB", async () => {
  expect(await gzipSize("outputText")).toBeLessThan(1_000);
});

test("runTools and defineOutput add at most 5.3 kB to a program", async () => {
  const [without, with_] = [
    await gzipSize("InteractionsClient", "outputText"),
    await gzipSize("InteractionsClient", "outputText", "runTools", "defineTool", "defineOutput"),
  ];
  expect(with_ - without).toBeLessThan(5_300);
});

test("a program without them has nothing of them", async () => {
  const marks = [
    "UnfinishedRunError",
    "MaxTurnsError",
    "OutputParseError",
    "~standard",
    "from: error.progress",
  ];
  const without = await bundle("InteractionsClient", "outputText", "pendingFunctionCalls");
  const all = await bundle("runTools", "defineTool", "defineOutput");
  for (const mark of marks) {
    expect(all).toContain(mark);
    expect(without).not.toContain(mark);
  }
});

test.each([
  ["citedText", 1_300],
  ["contentFromBlob", 1_000],
  ["inputFromInteraction", 1_000],
  ["defineTool", 1_800],
  // It says why a run failed, in whatever form the service wrote that.
  ["defineOutput", 3_500],
])("%s alone brings no client", async (name, limit) => {
  expect(await gzipSize(name)).toBeLessThan(limit);
});
