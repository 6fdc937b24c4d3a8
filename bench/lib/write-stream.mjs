// @ts-check
// Writes a stream's bytes to a file: node write-stream.mjs <dialect> <spec as JSON> <file>
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { frames } from "./streams.mjs";

const [dialect, spec, file] = process.argv.slice(2);
const part = `${file}.${process.pid}`;
mkdirSync(dirname(file), { recursive: true });
writeFileSync(part, [...frames(dialect, JSON.parse(spec))].join(""));
// Complete, or not there.
renameSync(part, file);
