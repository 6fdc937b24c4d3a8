// @ts-check
// title: ai, @ai-sdk/google
// Vercel's AI SDK with its Google provider.

import { runAdapter } from "./lib/adapter.mjs";
import { connectAi } from "./lib/ai-sdk.mjs";

await runAdapter(connectAi());
