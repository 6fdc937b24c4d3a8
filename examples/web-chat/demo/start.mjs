// @ts-check
// The chat with everything around it that can break, and no account: a service in memory, two server
// processes behind a round-robin, and buttons in the page to break each of them.
//
//   npm run demo

import { randomBytes } from "node:crypto";
import { startServer } from "gemini-interactions/testing/node";
import { startBalancer } from "./balancer.mjs";
import { createControls } from "./controls.mjs";
import { createServers } from "./servers.mjs";
import { createDemoService } from "./service.mjs";

/** @param {{ port?: number, wordMs?: number }} [options] `wordMs` is the time between two words */
export async function startDemo({ port = 0, wordMs = 45 } = {}) {
  const service = createDemoService({ wordMs });
  const serviceServer = await startServer(service);

  const servers = createServers(["A", "B"], {
    GEMINI_API_KEY: "demo",
    GOOGLE_GEMINI_BASE_URL: serviceServer.url,
    SESSION_SECRET: randomBytes(32).toString("hex"),
  });
  await servers.start();

  const balancer = await startBalancer({ port, servers });
  balancer.handle = createControls({ service, servers, balancer });
  return {
    url: balancer.url,
    service,
    servers,
    balancer,
    async close() {
      await balancer.close();
      servers.stop();
      service.cut();
      await serviceServer.close();
    },
  };
}

if (process.argv[1] === import.meta.filename) {
  const demo = await startDemo({ port: Number(process.env["PORT"] ?? 3000) });
  console.log(
    `Chat: ${demo.url}\nTwo servers behind a round-robin; open "Wire" in the page. Ctrl-C stops it all.`,
  );
  process.once("SIGINT", () => void demo.close().then(() => process.exit()));
}
