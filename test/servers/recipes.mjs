// The recipes of docs/servers.md as programs: written to files as they stand in the page, compiled against
// the packed tarball and the servers' own types, and started, each in a process of its own.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";
import { root, run } from "../support/suite.mjs";

const here = import.meta.dirname;
const folder = join(here, "dist/recipes");

/** Writes the recipes to files, by the name in their first line. */
export async function writeRecipes() {
  const page = await readFile(join(root, "docs/servers.md"), "utf8");
  await mkdir(folder, { recursive: true });
  const names = [];
  for (const [, code = "", name = ""] of page.matchAll(
    /^```ts[^\n]*\n(\/\/ (\S+\.ts)\n.*?)^```$/gms,
  )) {
    await writeFile(join(folder, name), code);
    names.push(name);
  }
  // For HTTP/2, which browsers speak over TLS only.
  const subject = ["-subj", "/CN=localhost", "-days", "2", "-nodes"];
  const files = ["-keyout", join(folder, "key.pem"), "-out", join(folder, "cert.pem")];
  await run("openssl", ["req", "-x509", "-newkey", "rsa:2048", ...subject, ...files]);
  return names;
}

/** Type-checks the recipes. @param {string[]} names */
export async function checkTypes(names) {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const options = "--noEmit --strict --skipLibCheck --target es2023 --module nodenext".split(" ");
  const syntax = ["--allowImportingTsExtensions", "--experimentalDecorators"];
  const types = ["--types", "node,bun", "--lib", "es2023,dom,dom.iterable,dom.asynciterable"];
  await run(process.execPath, [tsc, ...options, ...syntax, ...types, ...names], { cwd: folder });
  return names.join(", ");
}

/** Makes a program for Node of a recipe. @param {string} name of its file, without the ending */
async function compile(name) {
  const outfile = join(folder, `${name}.mjs`);
  const tsconfigRaw = { compilerOptions: { experimentalDecorators: true } };
  const options = /** @type {const} */ ({ bundle: true, format: "esm", packages: "external" });
  await build({
    entryPoints: [join(folder, `${name}.ts`)],
    ...options,
    platform: "node",
    tsconfigRaw,
    outfile,
  });
  return outfile;
}

/**
 * Starts a recipe, and resolves when it listens.
 *
 * @param {string} name of its file, without the ending
 * @param {string} serviceUrl
 */
export async function startRecipe(name, serviceUrl) {
  const bun = join(here, "node_modules/.bin/bun");
  const [command, program] =
    name === "bun" ? [bun, join(folder, "bun.ts")] : [process.execPath, await compile(name)];
  const port = await findPort();
  const env = {
    ...process.env,
    PORT: String(port),
    GEMINI_API_KEY: "any",
    GOOGLE_GEMINI_BASE_URL: serviceUrl,
  };
  const child = spawn(command, [program], { cwd: folder, env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => (output += chunk));
  }
  const exited = once(child, "exit").then(([code, signal]) => code ?? signal);
  const ended = exited.then((code) => {
    throw new Error(`${name} ended with ${code}: ${output}`);
  });
  await Promise.race([untilListening(port), ended]);
  // The end that is asked for is no failure.
  ended.catch(() => undefined);
  return {
    url: `${name === "http2" ? "https" : "http"}://localhost:${port}`,
    /** What it printed. */
    output: () => output,
    /**
     * Ends it as a deploy does.
     *
     * @param {NodeJS.Signals} [signal]
     * @returns the exit code, or the signal that it died of, and how long it took
     */
    async end(signal = "SIGTERM") {
      const started = performance.now();
      child.kill(signal);
      const timer = setTimeout(() => child.kill("SIGKILL"), 5_000);
      const code = await exited;
      clearTimeout(timer);
      return { code, ms: Math.round(performance.now() - started) };
    },
  };
}

/** A port that is free. */
async function findPort() {
  const server = createServer().listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** @param {number} port */
async function untilListening(port) {
  for (;;) {
    const socket = connect(port, "localhost");
    const isOpen = await once(socket, "connect").then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
