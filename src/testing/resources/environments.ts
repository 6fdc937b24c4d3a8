// The environments of the service and their files: created from inline sources or as a copy, listed,
// read, and uploaded in the two steps of Google's resumable protocol. Takes requests whose bodies were
// checked, returns replies.

import type { CreateEnvironmentRequest, EnvironmentResource } from "../../../generated/schema.ts";
import { fromBase64, joinBytes, toBase64 } from "../../util/bytes.ts";
import { isObject, listOf, pick } from "../../util/json.ts";
import type { ServiceChange } from "../options.ts";
import { errorReply, jsonReply } from "../wire/replies.ts";
import type { Reply } from "../wire/replies.ts";
import { badRequest, Collection, pageReply } from "./collection.ts";
import {
  describeFile,
  fileAt,
  filesOf,
  isReadable,
  listDirectory,
  sizeOf,
  toPath,
} from "./files.ts";
import type { StoredFiles } from "./files.ts";
import type { ResourceCall } from "./collection.ts";

interface StoredEnvironment {
  readonly environment: EnvironmentResource;
  readonly files: StoredFiles;
}

/** An upload in progress. */
interface Upload {
  readonly mimeType: string;
  readonly chunks: Uint8Array[];
}

/** How many uploads may be in progress at a time. */
const maxUploads = 100;

/** The environments of one service. */
export class Environments {
  readonly #stored: Collection<StoredEnvironment>;
  readonly #now: () => string;
  readonly #uploads = new Map<string, Upload>();
  #uploadCount = 0;

  constructor(onChange: ((change: ServiceChange) => void) | undefined, now: () => string) {
    this.#stored = new Collection(
      "environments",
      onChange,
      ({ environment, files }) => isObject(environment) && isObject(files),
    );
    this.#now = now;
  }

  restore(changes: readonly ServiceChange[]): void {
    this.#stored.restore(changes);
  }

  list({ url }: ResourceCall): Reply {
    return pageReply(url, "environments", this.#stored.values().map(describe));
  }

  create({ body }: ResourceCall): Reply {
    // Checked by its schema.
    const request = body as CreateEnvironmentRequest;
    const { from_environment: from, sources } = request;
    const broken = listOf(sources).findIndex((source) => !isObject(source) || !isReadable(source));
    if (broken >= 0) return badRequest(`Invalid input at 'sources[${broken}].content'.`);
    if (from !== undefined && sources !== undefined) {
      return badRequest("sources must not be set together with from_environment.");
    }
    const origin = from === undefined ? undefined : this.#stored.get(from);
    if (from !== undefined && origin === undefined) return this.#stored.notFound(from);
    const now = this.#now();
    const id = this.#stored.nextId();
    const files = origin?.files ?? filesOf(Array.isArray(sources) ? sources : [], now);
    const times = { created: now, updated: now, last_accessed: now };
    const facts = pick(request, "sources", "network");
    const stored = { environment: { id, status: "active", ...facts, ...times }, files };
    this.#stored.set(id, stored);
    return jsonReply(describe(stored));
  }

  get({ id }: ResourceCall): Reply {
    const stored = this.#stored.get(id);
    return stored === undefined ? this.#stored.notFound(id) : jsonReply(describe(stored));
  }

  delete({ id }: ResourceCall): Reply {
    return this.#stored.delete(id);
  }

  /** Lists a directory, describes a file, or sends its content. */
  files({ id, url, path }: ResourceCall): Reply {
    const stored = this.#stored.get(id);
    if (stored === undefined) return this.#stored.notFound(id);
    const wanted = toPath(path);
    const file = fileAt(stored.files, wanted);
    const isMedia = url.searchParams.get("alt") === "media";
    if (file !== undefined) {
      if (!isMedia) return pageReply(url, "files", [describeFile(wanted, file)]);
      const headers = { "content-type": file.mimeType };
      return { status: 200, headers, bytes: fromBase64(file.content) };
    }
    const recursive = url.searchParams.get("recursive") === "true";
    const entries = listDirectory(stored.files, wanted, recursive);
    if (entries === undefined) {
      return errorReply({ status: 404, message: `File ${wanted} not found.` });
    }
    if (isMedia) return badRequest(`${wanted} is a directory.`);
    return pageReply(url, "files", entries);
  }

  /** Starts an upload; a header of the reply has the URL for the bytes. */
  startUpload({ id, url, path, headers }: ResourceCall): Reply {
    const stored = this.#stored.get(id);
    if (stored === undefined) return this.#stored.notFound(id);
    if (headers.get("x-goog-upload-protocol") !== "resumable") {
      return badRequest("X-Goog-Upload-Protocol must be resumable.");
    }
    if (headers.get("x-goog-upload-command") !== "start") {
      return badRequest("X-Goog-Upload-Command must be start.");
    }
    if (url.searchParams.get("extract") === "true") {
      const message = "The testing service does not unpack archives.";
      return errorReply({ status: 501, message });
    }
    const isThere = fileAt(stored.files, toPath(path)) !== undefined;
    if (isThere && url.searchParams.get("overwrite") !== "true") {
      const message = `File ${toPath(path)} already exists.`;
      return errorReply({ status: 409, code: "already_exists", message });
    }
    this.#uploadCount += 1;
    const uploadId = `upload-${this.#uploadCount}`;
    const mimeType = headers.get("x-goog-upload-header-content-type") ?? "application/octet-stream";
    this.#uploads.set(uploadId, { mimeType, chunks: [] });
    // Unfinished uploads are forgotten, the oldest first.
    const [oldest = ""] = this.#uploads.keys();
    if (this.#uploads.size > maxUploads) this.#uploads.delete(oldest);
    const address = new URL(url);
    address.search = `?upload_id=${uploadId}&upload_protocol=resumable`;
    const told = { "x-goog-upload-url": address.href, "x-goog-upload-status": "active" };
    return { status: 200, headers: told };
  }

  /** Receives bytes of an upload; with `finalize` they are the last, and the file is stored. */
  upload({ id, url, path, headers, bytes }: ResourceCall): Reply {
    const uploadId = url.searchParams.get("upload_id") ?? "";
    const upload = this.#uploads.get(uploadId);
    const stored = this.#stored.get(id);
    if (upload === undefined || stored === undefined) {
      return errorReply({ status: 404, message: `Upload ${uploadId} not found.` });
    }
    const { chunks, mimeType } = upload;
    const size = chunks.reduce((sum, { length }) => sum + length, 0);
    if (Number(headers.get("x-goog-upload-offset") ?? 0) !== size) {
      return badRequest(`X-Goog-Upload-Offset must be ${size}.`);
    }
    chunks.push(bytes);
    if (headers.get("x-goog-upload-command")?.includes("finalize") !== true) {
      return { status: 200, headers: { "x-goog-upload-status": "active" } };
    }
    this.#uploads.delete(uploadId);
    const now = this.#now();
    const content = toBase64(joinBytes(chunks));
    const file = { mimeType, content, created: now, modified: now };
    const environment = { ...stored.environment, updated: now, last_accessed: now };
    const files = { ...stored.files, [toPath(path)]: file };
    this.#stored.set(id, { environment, files });
    const told = { "x-goog-upload-status": "final" };
    return jsonReply({ files: [describeFile(toPath(path), file)] }, 200, told);
  }
}

function describe({ environment, files }: StoredEnvironment): EnvironmentResource {
  const all = Object.values(files);
  const size = all.reduce((sum, file) => sum + sizeOf(file), 0);
  return { ...environment, file_count: String(all.length), size_bytes: String(size) };
}
