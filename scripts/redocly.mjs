// @ts-check
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const packageFile = require.resolve("@redocly/cli/package.json");

/**
 * Runs Redocly's command line tool in the root of the package.
 *
 * @param {string[]} args
 */
export function redocly(...args) {
  const cli = join(dirname(packageFile), "bin", "cli.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: join(import.meta.dirname, ".."),
    encoding: "utf8",
    // Neither usage statistics nor a look for a newer version: the build talks to nobody.
    env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    maxBuffer: 64 * 1024 * 1024,
  });
  // Without the box in which it laments our Node version.
  return { status, stdout, stderr: stderr.replaceAll(/^ +[╔║╚].*\n/gm, "").trim() };
}
