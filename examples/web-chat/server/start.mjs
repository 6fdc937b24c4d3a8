// @ts-check
// One server process. Start as many as you like behind any load balancer: they share nothing but
// SESSION_SECRET, since what a browser has to bring along (cookie, ticket, cursor) it brings itself.
//
//   GEMINI_API_KEY=… npm start

import { randomBytes } from "node:crypto";
import { serve } from "@hono/node-server";
import { InteractionsClient } from "gemini-interactions";
import { createApp } from "./app.mjs";

const { env } = process;
if (env["SESSION_SECRET"] === undefined) {
  console.error("SESSION_SECRET is not set: sessions end with this process.");
}
const app = createApp({
  client: new InteractionsClient(),
  model: env["MODEL"] ?? "gemini-3.8-flash",
  secret: env["SESSION_SECRET"] ?? randomBytes(32).toString("hex"),
  serverName: env["SERVER_NAME"] ?? `pid ${process.pid}`,
});

const server = serve(
  { fetch: app.fetch, port: Number(env["PORT"] ?? 3000), hostname: "127.0.0.1" },
  ({ port }) => {
    console.log(`http://127.0.0.1:${port}`);
  },
);

// A deploy stops this process: all its streams end now, and the pages come again to another one.
process.once("SIGTERM", () => {
  server.close(() => process.exit());
  if ("closeAllConnections" in server) server.closeAllConnections();
});
