// Reads the files of a prompt, whose type follows from their name, and writes the media of a response, whose
// name follows from their type.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { contentFromBlob, outputMedia } from "../index.ts";
import type { Content, Interaction } from "../index.ts";
import { wordsOf } from "../util/thrown.ts";
import { UsageError } from "./args.ts";
import { toCommandLine } from "./interrupt.ts";

/** MIME types by file extension, as the service spells them. */
const mimeTypes: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
  heic: "image/heic",
  heif: "image/heif",
  gif: "image/gif",
  bmp: "image/bmp",
  tif: "image/tiff",
  tiff: "image/tiff",
  wav: "audio/wav",
  mp3: "audio/mp3",
  aiff: "audio/aiff",
  aac: "audio/aac",
  ogg: "audio/ogg",
  flac: "audio/flac",
  m4a: "audio/m4a",
  opus: "audio/opus",
  mp4: "video/mp4",
  mpeg: "video/mpeg",
  mpg: "video/mpg",
  mov: "video/mov",
  avi: "video/avi",
  flv: "video/x-flv",
  webm: "video/webm",
  wmv: "video/wmv",
  "3gp": "video/3gpp",
  pdf: "application/pdf",
  csv: "text/csv",
  doc: "application/msword",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ppt: "application/vnd.ms-powerpoint",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  odp: "application/vnd.oasis.opendocument.presentation",
};

/** Reads a file as a block of an input. */
export async function readAttachment(path: string): Promise<Content> {
  const mimeType = mimeTypes[extname(path).slice(1).toLowerCase()];
  if (mimeType === undefined) {
    throw new UsageError(
      `--file ${path}: its name has no ending of an image, audio, document or video. ` +
        "Put text into the prompt.",
    );
  }
  const bytes = await readOptionFile("file", path);
  return contentFromBlob(new Blob([bytes], { type: mimeType }));
}

/** Reads a file that an option names. */
export async function readOptionFile(option: string, path: string): Promise<Buffer<ArrayBuffer>> {
  try {
    return Buffer.from(await readFile(path));
  } catch (error) {
    throw new UsageError(`--${option} ${path}: ${wordsOf(error)}`);
  }
}

/** Reads a JSON file that an option names. */
export async function readJsonOption(option: string, path: string): Promise<unknown> {
  const bytes = await readOptionFile(option, path);
  try {
    // Unlike toString(), without the mark that some editors put at the beginning.
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw new UsageError(`--${option} ${path}: ${wordsOf(error)}`);
  }
}

/**
 * Writes the media of a run into a folder, and returns one line about each. It never overwrites a file: the
 * new file gets another name.
 */
export async function saveMedia(
  interaction: Interaction,
  folder: string | undefined,
): Promise<string[]> {
  const lines: string[] = [];
  // One after another: in parallel, two of them could choose the same name.
  for (const [index, item] of outputMedia(interaction).entries()) {
    const { type, data, uri, mime_type: mimeType = "" } = item;
    if (data === undefined) lines.push(`${type}: ${uri ?? "without data"}`);
    else if (folder === undefined) lines.push(`${type} not saved: --out <dir> saves it`);
    else {
      // An id comes from the service: only plain characters go into a path, and not too many.
      const plain = (interaction.id ?? "").replaceAll(/[^\w-]/g, "_").slice(0, 100);
      const name = `${plain || "interaction"}-${index + 1}`;
      const bytes = Buffer.from(data, "base64");
      const path = await writeNewFile(folder, name, extensionOf(mimeType), bytes).catch(
        (error: unknown) => {
          throw notSaved(folder, interaction.id, error);
        },
      );
      lines.push(`wrote ${path}`);
    }
  }
  return lines;
}

/** How many names are tried for one file. */
const maxNames = 10_000;

/** Writes a file under an unused name, and returns its path. */
async function writeNewFile(
  folder: string,
  name: string,
  extension: string,
  bytes: Uint8Array,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${name}${count === 1 ? "" : `-${count}`}.${extension}`);
    try {
      // `wx` fails where anything has the name, a link too: it is neither overwritten nor followed.
      await writeFile(path, bytes, { flag: "wx" });
      return path;
    } catch (error) {
      const isTaken = error instanceof Error && "code" in error && error.code === "EEXIST";
      if (!isTaken || count === maxNames) throw error;
    }
  }
}

/** The output was paid for: a stored one can be fetched again. */
function notSaved(folder: string, id: string | undefined, error: unknown): Error {
  const again = !id ? "" : ` To save it elsewhere: ${toCommandLine(["get", id, "--out"])} <dir>`;
  return new Error(`--out ${folder}: ${wordsOf(error)}.${again}`, { cause: error });
}

function extensionOf(mimeType: string): string {
  const known = Object.entries(mimeTypes).find(([, type]) => type === mimeType)?.[0];
  return known ?? (mimeType.replace(/^.*\//, "").replaceAll(/\W/g, "").slice(0, 16) || "bin");
}
