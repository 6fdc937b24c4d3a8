// @ts-check
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const bench = fileURLToPath(new URL("..", import.meta.url));
const project = fileURLToPath(new URL("../..", import.meta.url));

/** Of this run alone: two at a time would be in each other's way. */
const work = join(bench, ".work", String(process.pid));
/**
 * Folders that end with this process: of what it writes, and of the builds to measure.
 *
 * @typedef {{ work: string, ours: string, other: string }} Builds
 */

/** What it takes to build the project, and to pack it. */
const sources = [
  "package.json",
  "README.md",
  "LICENSE",
  "tsconfig.json",
  "tsconfig.build.json",
  "scripts",
  "src",
  "generated",
];

/**
 * Installs the contestants if they are not, and builds this library from a copy, so that nobody's
 * build is in the way of it.
 *
 * @param {{ ours?: string | undefined, against?: string | undefined }} options folders of builds:
 *   what to take instead of building, and what to measure besides
 * @returns {Builds}
 */
export function prepare({ ours, against }) {
  if (!existsSync(join(bench, "node_modules", ".package-lock.json"))) {
    // One of them asks for a newer Node, and works all the same.
    npm(bench, "ci", "--ignore-scripts", "--loglevel=error");
  }
  process.on("exit", () => rmSync(work, { recursive: true, force: true }));
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));
  const builds = { work, ours: join(work, "ours"), other: join(work, "other") };
  copy(ours ?? project, builds.ours, sources);
  if (ours === undefined) {
    const modules = join(builds.ours, "node_modules");
    symlinkSync(join(project, "node_modules"), modules);
    npm(builds.ours, "run", "--silent", "build");
    // From here on the library finds the same dependencies as everybody.
    rmSync(modules);
  } else {
    copy(ours, builds.ours, ["dist"]);
  }
  if (against !== undefined) copy(against, builds.other, ["package.json", "dist", "src"]);
  bundleConnection(builds.ours);
  if (against !== undefined) bundleConnection(builds.other);
  return builds;
}

/** The connection by itself, which no build exports; outside of what is packed. */
function bundleConnection(folder) {
  buildSync({
    absWorkingDir: folder,
    entryPoints: ["src/stream/connection.ts"],
    outfile: "connection.js",
    bundle: true,
    format: "esm",
    target: "es2023",
    platform: "neutral",
    packages: "external",
  });
}

function npm(cwd, ...args) {
  const { error, status } = spawnSync("npm", args, { cwd, stdio: "inherit" });
  if (error) throw error;
  if (status !== 0) process.exit(1);
}

function copy(from, to, names) {
  for (const name of names) {
    cpSync(join(from, name), join(to, name), { recursive: true });
  }
}
