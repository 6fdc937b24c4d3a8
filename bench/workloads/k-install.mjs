// @ts-check
// (k) Installing the packed library into an empty folder.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const title = "Installed size";
export const reference = "ours";
export const metrics = { mb: "MB", packages: "packages", dependencies: "dependencies" };

const packages = {
  genai: ["@google/genai"],
  openai: ["openai"],
  anthropic: ["@anthropic-ai/sdk"],
  ai: ["ai", "@ai-sdk/google", "zod"],
};

export function cases() {
  const contestants = ["ours", ...Object.keys(packages)];
  return [{ name: "npm install", contestants, settings: {}, once: true }];
}

export function measure(name) {
  const folder = mkdtempSync(join(tmpdir(), "bench-install-"));
  try {
    writeFileSync(join(folder, "package.json"), "{}");
    const npm = (...args) =>
      execFileSync("npm", [...args, "--loglevel=error"], { cwd: folder, encoding: "utf8" });
    const wanted = name === "ours" ? [pack(npm)] : packages[name].map(pinned);
    npm("install", "--ignore-scripts", "--omit=dev", "--omit=peer", ...wanted);
    const modules = join(folder, "node_modules");
    const lock = readJson(join(modules, ".package-lock.json"));
    const installed = Object.values(lock.packages);
    const roots = Object.keys(readJson(join(folder, "package.json")).dependencies);
    const own = roots.flatMap((root) =>
      Object.keys(readJson(join(modules, root, "package.json")).dependencies ?? {}),
    );
    const bytes = readdirSync(modules, { recursive: true })
      .map((path) => statSync(join(modules, String(path))))
      .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
    return { mb: bytes / 1e6, packages: installed.length, dependencies: new Set(own).size };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function pack(npm) {
  const [{ filename }] = JSON.parse(
    npm("pack", "--json", "--ignore-scripts", process.env["BENCH_OURS"]),
  );
  return `./${filename}`;
}

function pinned(name) {
  const { dependencies } = readJson(new URL("../package.json", import.meta.url));
  return `${name}@${dependencies[name]}`;
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

export function checks(results) {
  const value = (metric) => results.median("npm install", "ours", metric);
  return [
    { name: "npm install", what: "run-time dependencies", value: value("dependencies"), atMost: 2 },
    { name: "npm install", what: "MB installed", value: value("mb"), atMost: 3.5 },
  ];
}
