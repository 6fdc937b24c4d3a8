// Bundles programs/program.mjs for browsers. The bundles run in Node, from a folder without packages:
// nothing of Node's, and no google-auth-library, may be left in them.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expectOutput, here, node, out, tool } from "./tools.mjs";

const program = join(here, "programs/program.mjs");

/**
 * @param {string} folder below `out`
 * @param {string} file
 */
async function runBundle(folder, file) {
  for (const name of await readdir(join(out, folder))) {
    const code = await readFile(join(out, folder, name), "utf8");
    const left = /(?:from|import|require\()\s*["'](?!\.)[\w@#]/.exec(code)?.[0];
    if (left !== undefined) throw new Error(`${name} still loads a package: ${left}`);
  }
  expectOutput(await node(join(out, folder, file)));
}

async function esbuild() {
  for (const format of ["esm", "cjs", "iife"]) {
    const file = format === "esm" ? "bundle.mjs" : "bundle.cjs";
    const outfile = `--outfile=${join(out, `esbuild-${format}`, file)}`;
    await tool("esbuild", program, "--bundle", "--minify", `--format=${format}`, outfile);
    await runBundle(`esbuild-${format}`, file);
  }
}

async function rollup() {
  const folder = join(out, "rollup");
  const names = ["--entryFileNames", "[name].mjs", "--chunkFileNames", "[name].mjs"];
  await tool("rollup", program, "-p", "node-resolve={browser:true}", "-d", folder, ...names);
  await runBundle("rollup", "program.mjs");
}

async function webpack() {
  const { default: pack } = await import("webpack");
  for (const extension of ["mjs", "cjs"]) {
    const folder = `webpack-${extension}`;
    const stats = await promisify(pack)({
      mode: "production",
      target: "web",
      entry: join(here, `programs/program.${extension}`),
      output: {
        path: join(out, folder),
        filename: "bundle.cjs",
        publicPath: "/",
        globalObject: "globalThis",
      },
    });
    if (stats?.hasErrors() || stats?.hasWarnings()) throw new Error(stats.toString());
    await runBundle(folder, "bundle.cjs");
  }
}

async function vite() {
  const { build } = await import("vite");
  await build({
    root: here,
    logLevel: "warn",
    configFile: false,
    build: {
      lib: { entry: program, formats: ["es"], fileName: "bundle" },
      outDir: join(out, "vite"),
    },
  });
  await runBundle("vite", "bundle.mjs");
}

/** @type {import("../support/suite.mjs").Trial[]} */
export const bundlers = [
  ["esbuild", esbuild],
  ["rollup 4", rollup],
  ["webpack 5", webpack],
  ["vite 8", vite],
];
