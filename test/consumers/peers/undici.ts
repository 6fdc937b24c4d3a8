// undici's own `fetch`, which takes none of the platform's classes, with a dispatcher: connections of
// its own, and a proxy.

import { Agent, fetch, ProxyAgent } from "undici";
import { scenario } from "./scenario.ts";

const { PROXY_URL = "" } = process.env;

await scenario(fetch);
for (const dispatcher of [new Agent({ connections: 2 }), new ProxyAgent(PROXY_URL)]) {
  await scenario((url, init) => fetch(url, { ...init, dispatcher }));
  await dispatcher.close();
}
