// Libraries that callers bring along, once each against a server on this machine: other `fetch`s than
// the platform's, and peers in versions that the project itself does not install. They have a folder
// and a package.json of their own, peers/. A library that needs a newer Node than this gets it from npm.

import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startProxy } from "./proxy.mjs";
import { startService } from "./service.mjs";
import { install, run } from "../support/suite.mjs";
import { expectOutput, here } from "./tools.mjs";

const folder = join(here, "peers");
const out = join(folder, "dist");

/** @param {string} tarball */
export async function installPeers(tarball) {
  await rm(out, { recursive: true, force: true });
  await mkdir(out);
  await install(folder, tarball);
}

/**
 * Compiles a program, in which `undici` may stand for one of its versions.
 *
 * @param {string} program
 * @param {string} [library]
 */
async function compile(program, library = program) {
  const target = join(out, library);
  await cp(join(folder, "scenario.ts"), join(target, "scenario.ts"));
  const source = await readFile(join(folder, `${program}.ts`), "utf8");
  await writeFile(join(target, "main.ts"), source.replace(`"${program}"`, `"${library}"`));
  const options = ["--module", "nodenext", "--target", "es2023", "--types", "node", "--strict"];
  const imports = [
    "--rewriteRelativeImportExtensions",
    "--skipLibCheck",
    "--exactOptionalPropertyTypes",
  ];
  const tsc = join(folder, "node_modules/typescript/bin/tsc");
  await run(process.execPath, [tsc, join(target, "main.ts"), ...options, ...imports], {
    cwd: folder,
  });
  return join(target, "main.js");
}

/**
 * Runs a program of peers/ on a version of Node, or on this one.
 *
 * @param {string} program
 * @param {number} [version]
 */
async function runProgram(program, version) {
  const service = await startService();
  const proxy = await startProxy();
  const credentials = join(out, "service-account.json");
  const env = {
    SERVICE_URL: service.url,
    PROXY_URL: proxy.url,
    GOOGLE_APPLICATION_CREDENTIALS: credentials,
  };
  try {
    const output =
      version === undefined
        ? await run(process.execPath, [program], { cwd: folder, env })
        : await run("npx", ["-y", "-p", `node@${version}`, "node", program], { cwd: folder, env });
    return { output, proxied: proxy.count(), requests: service.requests };
  } finally {
    proxy.close();
    await service.close();
  }
}

const calls = "Paris. Paris. Paris. left";

/**
 * @param {number} major
 * @param {number} [version] of Node
 * @returns {import("../support/suite.mjs").Trial}
 */
function undici(major, version) {
  const on = version === undefined ? "this Node" : `Node ${version}`;
  return [
    `undici ${major} on ${on}: fetch, Agent, ProxyAgent`,
    async () => {
      const program = await compile("undici", `undici-${major}`);
      const { output, proxied } = await runProgram(program, version);
      expectOutput(output, `${calls}\n${calls}\n${calls}\n`);
      if (proxied === 0) throw new Error("nothing went through the proxy");
    },
  ];
}

/** @type {import("../support/suite.mjs").Trial[]} */
export const peers = [
  undici(6),
  undici(7),
  undici(8, 22),
  undici(8, 24),
  [
    "node-fetch 3 on this Node",
    async () => expectOutput((await runProgram(await compile("node-fetch"))).output, `${calls}\n`),
  ],
  ...[22, 24].flatMap((version) => [
    /** @type {import("../support/suite.mjs").Trial} */ ([
      `google-auth-library 11 on Node ${version}`,
      async () => {
        const { output, requests } = await runProgram(join(folder, "google-auth.mjs"), version);
        expectOutput(output, "Paris.");
        const { headers } = requests[0];
        expectOutput(headers.get("authorization"), "Bearer token");
        expectOutput(headers.get("x-goog-user-project"), "billing");
      },
    ]),
    /** @type {import("../support/suite.mjs").Trial} */ ([
      `msw 3 on Node ${version}`,
      async () => {
        const { output } = await runProgram(join(folder, "msw.mjs"), version);
        expectOutput(output, "Paris. Paris. 2");
      },
    ]),
  ]),
];
