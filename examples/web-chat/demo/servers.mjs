// @ts-check
// Keeps a few processes of the chat's server running: a process that dies is started again after a
// pause, as a supervisor would do it.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../server/start.mjs", import.meta.url));
const restartMs = 1500;

/**
 * @typedef {object} Server
 * @property {string} name
 * @property {number | undefined} port while it accepts requests
 * @property {import("node:child_process").ChildProcess | undefined} child
 */

/**
 * @param {string[]} names
 * @param {Record<string, string>} env
 */
export function createServers(names, env) {
  /** @type {Server[]} */
  const servers = names.map((name) => ({ name, port: undefined, child: undefined }));
  let next = 0;
  let isStopped = false;

  /** @param {Server} server */
  async function start(server) {
    const child = spawn(process.execPath, [program], {
      env: { ...process.env, ...env, PORT: "0", SERVER_NAME: server.name },
      stdio: ["ignore", "pipe", "inherit"],
    });
    server.child = child;
    child.once("exit", () => {
      server.port = undefined;
      if (!isStopped) setTimeout(() => isStopped || void start(server), restartMs);
    });
    // Its first line is its URL.
    const [line] = await once(child.stdout, "data");
    server.port = Number(new URL(String(line).trim()).port);
  }

  return {
    servers,
    start: () => Promise.all(servers.map(start)),
    /** The next server that accepts requests, in turn. */
    next() {
      for (let tries = 0; tries < servers.length; tries += 1) {
        const server = servers[next++ % servers.length];
        if (server?.port !== undefined) return server;
      }
      return undefined;
    },
    /** @param {string} name */
    kill(name) {
      const server = servers.find((one) => one.name === name);
      if (server === undefined) return;
      server.port = undefined;
      server.child?.kill("SIGKILL");
    },
    stop() {
      isStopped = true;
      for (const { child } of servers) child?.kill("SIGKILL");
    },
  };
}
