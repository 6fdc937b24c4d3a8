// The files of the environments: from the inline sources that an environment was created with, or
// uploaded. Paths are relative to the root of the sandbox; a directory exists as long as it contains a file.
// Sources elsewhere (Cloud Storage, repositories) are not fetched.

import type { EnvironmentFile, EnvironmentSource } from "../../../generated/schema.ts";
import { fromBase64, toBase64 } from "../../util/bytes.ts";

/** A stored file, as plain JSON. */
export interface StoredFile {
  readonly mimeType: string;
  /** The content in base64. */
  readonly content: string;
  /** RFC 3339. */
  readonly created: string;
  readonly modified: string;
}

/** Files by their paths. */
export type StoredFiles = Readonly<Record<string, StoredFile>>;

/** The files of these sources. */
export function filesOf(sources: readonly EnvironmentSource[], now: string): StoredFiles {
  const files = new Map<string, StoredFile>();
  for (const { type, target, content, encoding } of sources) {
    const path = typeof target === "string" ? toPath(target) : "";
    if (type !== "inline" || content === undefined || path === "") continue;
    const isText = encoding !== "base64";
    files.set(path, {
      mimeType: isText ? "text/plain" : "application/octet-stream",
      content: isText ? toBase64(new TextEncoder().encode(content)) : content,
      created: now,
      modified: now,
    });
  }
  // Unlike an assignment, this takes any name, `__proto__` too.
  return Object.fromEntries(files);
}

/** The file at a path, if there is one: `constructor` is a name like any other. */
export function fileAt(files: StoredFiles, path: string): StoredFile | undefined {
  return Object.hasOwn(files, path) ? files[path] : undefined;
}

/** Whether the content of a source matches its encoding: otherwise files could not be listed. */
export function isReadable({ content = "", encoding }: EnvironmentSource): boolean {
  if (typeof content !== "string") return false;
  if (encoding !== "base64") return true;
  try {
    fromBase64(content);
    return true;
  } catch {
    return false;
  }
}

/** The path without the slashes around it. */
export function toPath(text: string): string {
  return text.replaceAll(/^\/+|\/+$/g, "");
}

/** The service's description of a file. */
export function describeFile(path: string, file: StoredFile): EnvironmentFile {
  return {
    type: "file",
    name: nameOf(path),
    path,
    mime_type: file.mimeType,
    size_bytes: String(sizeOf(file)),
    created: file.created,
    modified: file.modified,
  };
}

/** Size in bytes. */
export function sizeOf({ content }: StoredFile): number {
  return fromBase64(content).length;
}

/** The entries of a directory; `undefined` if it does not exist. */
export function listDirectory(
  files: StoredFiles,
  path: string,
  recursive: boolean,
): EnvironmentFile[] | undefined {
  const start = path === "" ? "" : `${path}/`;
  const entries = new Map<string, EnvironmentFile>();
  for (const [own, file] of Object.entries(files)) {
    if (!own.startsWith(start)) continue;
    const names = own.slice(start.length).split("/");
    const depth = recursive ? names.length : 1;
    for (let count = 1; count <= depth; count += 1) {
      const entry = start + names.slice(0, count).join("/");
      const isFile = count === names.length;
      entries.set(
        entry,
        isFile ? describeFile(own, file) : { type: "directory", name: nameOf(entry), path: entry },
      );
    }
  }
  if (entries.size === 0 && path !== "") return undefined;
  return [...entries.keys()].toSorted().flatMap((key) => entries.get(key) ?? []);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
