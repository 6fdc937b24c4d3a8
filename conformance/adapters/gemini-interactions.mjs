// @ts-check
// title: this library
// `gemini-interactions`, with its defaults.

import * as library from "gemini-interactions";
import { runAdapter, url } from "./lib/adapter.mjs";
import { connect } from "./lib/ours.mjs";

// Its types are those of the sources.
await runAdapter(connect(/** @type {any} */ (library), { baseUrl: url }));
