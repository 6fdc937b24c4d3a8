// Writes the traffic of a check as files: one per response, a JSON body or a whole event stream, and an index
// of the requests. Ids, signatures and tokens are replaced, so that the files can be shared; the responses to
// the check's own prompts stay.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isObject, parseJson } from "../../util/json.ts";
import { readStream } from "./events.ts";
import type { Exchange } from "./observer.ts";

/** Writes the traffic into a folder; resolves with the number of responses. */
export function record(exchanges: readonly Exchange[], folder: string, source: string): number {
  const redact = createRedaction();
  const counts = new Map<string, number>();
  const answered = exchanges.filter(({ status }) => status > 0);
  mkdirSync(folder, { recursive: true });
  const index = answered.map((exchange) => {
    const { step, method, url, body, status, isStream, isWhole, text } = exchange;
    const words = step.replaceAll(/[^a-z]+/g, "-");
    const count = (counts.get(words) ?? 0) + 1;
    counts.set(words, count);
    const file = `check-${words}-${count}.${isStream ? "sse" : "json"}`;
    writeFileSync(join(folder, file), isStream ? redact.stream(text) : redact.json(text));
    const path = `${url.pathname.replace(/^.*?(?=\/v\d\w*\/)/, "")}${url.search}`;
    return {
      file,
      repo: "gemini-interactions check",
      path: redact.text(`${method} ${path}`),
      status,
      ...(body === undefined ? {} : { request: redact.value(body) }),
      ...(isWhole ? {} : { note: "cut by the client" }),
      ...(isStream ? { expectEvents: readStream(text).events.length } : {}),
      source,
    };
  });
  writeFileSync(join(folder, "index.json"), `${JSON.stringify(index, undefined, 1)}\n`);
  return index.length;
}

/** Members whose values identify something of the caller's, or are long and opaque. */
const idMembers = /^(id|.*_id|name)$/;
const secretMembers = /^(signature|continuation_token|.*token)$/;

function createRedaction() {
  const ids = new Map<string, string>();
  const replaced = (id: string): string => {
    if (id === "") return id;
    const known = ids.get(id) ?? `${id.startsWith("v1_") ? "v1" : "id"}_REDACTED_${ids.size + 1}`;
    ids.set(id, known);
    return known;
  };
  const value = (node: unknown, key = ""): unknown => {
    if (Array.isArray(node)) return node.map((item) => value(item, key));
    if (isObject(node)) {
      const isNamed = "type" in node && node["type"] === "function";
      return Object.fromEntries(
        Object.entries(node).map(([name, member]) => [
          name,
          name === "name" && (isNamed || !String(member).includes("/"))
            ? member
            : value(member, name),
        ]),
      );
    }
    if (typeof node !== "string") return node;
    // "REDACTED" in base64.
    if (secretMembers.test(key)) return "UkVEQUNURUQ=";
    if (idMembers.test(key)) return replaced(node);
    return /^\d{4}-\d\d-\d\dT/.test(node) ? "1970-01-01T00:00:00Z" : text(node);
  };
  /** Whatever is known as an id by now, also inside of a text such as an error's. */
  const text = (from: string): string => {
    let to = from.replaceAll(/projects\/[^/\s"']+/g, "projects/REDACTED");
    for (const [id, name] of ids) to = to.replaceAll(id, name);
    return to.replaceAll(/\bv1_(?!REDACTED)[\w-]+/g, (id) => replaced(id));
  };
  const json = (body: string): string => {
    const parsed = parseJson(body);
    return parsed === undefined ? text(body) : `${JSON.stringify(value(parsed), undefined, 1)}\n`;
  };
  const stream = (body: string): string =>
    body
      .split("\n")
      .map((line) => {
        const [, field = "", rest = ""] = /^(data|id): ?(.*?)\r?$/.exec(line) ?? [];
        const parsed = field === "data" ? parseJson(rest) : undefined;
        if (parsed !== undefined) return `data: ${JSON.stringify(value(parsed))}`;
        return field === "id" ? `id: ${replaced(rest)}` : text(line);
      })
      .join("\n");
  return { value, text, json, stream };
}
