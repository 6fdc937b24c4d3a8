// @ts-check
// title: @google/genai
// The official SDK.

import { runAdapter, url } from "./lib/adapter.mjs";
import { connectGenai } from "./lib/genai.mjs";

await runAdapter(connectGenai(url));
