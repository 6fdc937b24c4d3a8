// Files that go along with a prompt, and media that come back: read by the type that their name says,
// written under names that say theirs.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { contentFromBlob, outputMedia } from "../index.ts";
import type { Content, Interaction } from "../index.ts";
import { wordsOf } from "../util/thrown.ts";
import { UsageError } from "./args.ts";

/** MIME types by the ends of file names, as the service spells them. */
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
      `--file ${path}: its name says no type of an image, audio, document or video. ` +
        "Text goes into the prompt.",
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

/** Writes the media of a run into a folder, and returns one line about each. */
export async function saveMedia(
  interaction: Interaction,
  folder: string | undefined,
): Promise<string[]> {
  const media = outputMedia(interaction);
  if (media.length > 0 && folder !== undefined) await makeFolder(folder, interaction.id);
  return Promise.all(
    media.map(async ({ type, data, uri, mime_type: mimeType = "" }, index) => {
      if (data === undefined) return `${type}: ${uri ?? "without data"}`;
      if (folder === undefined) return `${type} not saved: --out <dir> writes it`;
      // An id comes from the service: only plain characters go into a path.
      const id = (interaction.id ?? "").replaceAll(/[^\w-]/g, "_") || "interaction";
      const path = join(folder, `${id}-${index + 1}.${extensionOf(mimeType)}`);
      await writeFile(path, Buffer.from(data, "base64"));
      return `wrote ${path}`;
    }),
  );
}

async function makeFolder(folder: string, id: string | undefined): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    // What the run has brought was paid for: it can still be had.
    const again =
      id === undefined ? "" : ` To have it elsewhere: gemini-interactions get ${id} --out <dir>`;
    throw new Error(`--out ${folder}: ${wordsOf(error)}.${again}`, { cause: error });
  }
}

function extensionOf(mimeType: string): string {
  const known = Object.entries(mimeTypes).find(([, type]) => type === mimeType)?.[0];
  return known ?? (mimeType.replace(/^.*\//, "").replaceAll(/\W/g, "") || "bin");
}
