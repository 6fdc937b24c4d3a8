// Files and other blobs as content blocks of a request, which contain the bytes. Upload what is too large
// for a request (about 20 MB) with the Files API, and refer to it by `uri`.

import type { MediaContent } from "../model/output.ts";
import { toBase64 } from "../util/bytes.ts";
import { quote } from "../util/printable.ts";

/** Options of {@link contentFromBlob}. */
export interface BlobOptions {
  /**
   * MIME type, for a blob that has none or the wrong one.
   *
   * @defaultValue the blob's own type
   */
  mimeType?: string | undefined;
}

/**
 * Returns an image, audio, video or document block for a blob, such as a `File` of a form or the result
 * of `openAsBlob` of `node:fs`.
 *
 * @throws TypeError for any other type
 */
export async function contentFromBlob(
  blob: Blob,
  { mimeType = blob.type }: BlobOptions = {},
): Promise<MediaContent> {
  // Without parameters such as `;charset=utf-8`.
  const type = (mimeType.split(";")[0] ?? "").trim().toLowerCase();
  const kind = kindOf(type);
  if (kind === undefined) {
    throw new TypeError(
      type === ""
        ? "The blob has no type. Pass mimeType, such as image/png."
        : `Unsupported type ${quote(type)}: expected an image, audio, a video or a document. Pass mimeType if it is ` +
            "wrong; send text as a text block.",
    );
  }
  return {
    type: kind,
    data: toBase64(new Uint8Array(await blob.arrayBuffer())),
    mime_type: type,
  };
}

function kindOf(type: string): MediaContent["type"] | undefined {
  const [, family] = /^(image|audio|video)\/./.exec(type) ?? [];
  if (family === "image" || family === "audio" || family === "video") return family;
  return documentTypes.test(type) ? "document" : undefined;
}

/** PDF, CSV, and the formats of office programs. */
const documentTypes =
  /^(text\/csv|application\/(pdf|msword|vnd\.(ms-powerpoint|ms-excel|openxmlformats-officedocument\..+|oasis\.opendocument\..+)))$/;
