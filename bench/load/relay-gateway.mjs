// @ts-check
// The gateway, in a process of its own: node relay-gateway.mjs <url of the service>. A browser calls it
// as it would call the service.

import { createGateway } from "gemini-interactions/gateway";
import { serveRelay } from "./serve-relay.mjs";

await serveRelay(createGateway({ baseUrl: process.argv[2] }));
