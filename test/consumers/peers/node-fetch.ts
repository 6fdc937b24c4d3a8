// node-fetch, whose bodies are streams of Node.

import fetch from "node-fetch";
import { scenario } from "./scenario.ts";

await scenario(fetch);
