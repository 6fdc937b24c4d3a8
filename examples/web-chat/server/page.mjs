// @ts-check
// Serves the page as it lies on disk, and the three libraries it imports. There is no build step: the
// browser loads the same modules that the editor shows.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Hono } from "hono";
import { serveStatic } from "@hono/node-server/serve-static";

const require = createRequire(import.meta.url);
const libraries = {
  "follow-run.js": fileURLToPath(import.meta.resolve("gemini-interactions/browser")),
  "marked.js": require.resolve("marked").replace(/marked\.\w+\.js$/, "marked.esm.js"),
  "dompurify.js": require.resolve("dompurify").replace(/purify\.\w+\.js$/, "purify.es.mjs"),
};

export function pageRoutes() {
  const routes = new Hono();
  for (const [name, path] of Object.entries(libraries)) {
    routes.get(`/vendor/${name}`, async (context) => {
      const headers = { "content-type": "text/javascript", "cache-control": "max-age=3600" };
      return context.body(await readFile(path, "utf8"), 200, headers);
    });
  }
  // Relative to this file: the process may have been started anywhere.
  const root = fileURLToPath(new URL("../public/", import.meta.url));
  routes.get("*", serveStatic({ root }));
  return routes;
}
