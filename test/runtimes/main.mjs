// program.mjs for the runtimes that have a command line: the task is in the environment, the result
// the last line.

import process from "node:process";
import { main } from "./program.mjs";

console.log(JSON.stringify(await main(JSON.parse(process.env.TASK))));
