// @ts-check
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("..", import.meta.url));

/** Without the credentials and Node options of whoever runs this. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) =>
    /^(PATH|HOME|TMPDIR|npm_config_.*|.*_proxy)$/i.test(name),
  ),
);

/**
 * Measures once, in a fresh process.
 *
 * @param {string} workload its file
 * @param {string} contestant a file in contestants/, and maybe a mode of it, after a colon; `other`
 *   is `ours` in another build
 * @param {object} settings the case
 * @param {import("./prepare.mjs").Builds} builds
 * @param {string} [profile] name of the CPU profile to keep
 * @returns {Promise<Record<string, number>>}
 */
export async function measureOnce(workload, contestant, settings, builds, profile) {
  const [name = "", mode] = contestant.split(":");
  const isOther = name === "other";
  const profiling = profile
    ? [
        "--cpu-prof",
        `--cpu-prof-dir=${root}.work/profiles`,
        `--cpu-prof-name=${profile}.cpuprofile`,
      ]
    : [];
  const args = [workload, isOther ? "ours" : name, JSON.stringify({ ...settings, mode })];
  const { stdout } = await run(process.execPath, [...profiling, "measure.mjs", ...args], {
    cwd: root,
    env: { ...env, BENCH_OURS: isOther ? builds.other : builds.ours, BENCH_WORK: builds.work },
    maxBuffer: 1 << 24,
  });
  return JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "");
}

/**
 * Starts the server in a process of its own.
 *
 * @param {import("../server.mjs").ServerOptions} options
 * @param {import("./prepare.mjs").Builds} builds
 * @returns {Promise<{ baseUrl: string, stop: () => void }>}
 */
export async function startServer(options, builds) {
  const child = spawn(process.execPath, ["server.mjs", JSON.stringify(options)], {
    cwd: root,
    env: { ...env, BENCH_WORK: builds.work },
    // The channel is how it notices the end of this process, whatever ends it.
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const [line] = await once(child.stdout, "data");
  return { baseUrl: `http://127.0.0.1:${Number(String(line))}`, stop: () => child.kill() };
}
