// @ts-check
// title: ai, resumableFetch ²
// The same as ai-sdk.mjs, with this library's `fetch`.

import { resumableFetch } from "gemini-interactions/gateway";
import { runAdapter } from "./lib/adapter.mjs";
import { connectAi } from "./lib/ai-sdk.mjs";

await runAdapter(connectAi({ fetch: resumableFetch() }));
