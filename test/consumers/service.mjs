// The testing service of the checkout on a port, for programs in processes of their own.

import { join } from "node:path";
import { root } from "../support/suite.mjs";

export async function startService() {
  const { createInteractionsService } = await import(join(root, "dist/src/testing/index.js"));
  const { startServer } = await import(join(root, "dist/src/testing/node.js"));
  const service = createInteractionsService({ mode: "faithful", respond: () => "Paris." });
  const { url, close } = await startServer(service);
  return { url, close, requests: service.requests };
}
