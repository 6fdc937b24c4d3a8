// @ts-check
// title: @google/genai, gateway ²
// The official SDK, whose requests go through `gemini-interactions gateway`, a process of its own for
// each call.

import { runAdapter, url } from "./lib/adapter.mjs";
import { startGateway } from "./lib/gateway.mjs";
import { connectGenai } from "./lib/genai.mjs";

await runAdapter(connectGenai(await startGateway(url)));
