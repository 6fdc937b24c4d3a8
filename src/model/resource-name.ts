// What names a resource: an id, which is one path segment; a file's path; on Vertex AI also the full
// resource name, `projects/{project}/locations/{location}/interactions/{id}`. Takes such names, checks and
// encodes them for a URL. Names come from users and from stored cursors: one that is not a single segment
// could turn a call into another call, so it is refused before anything is sent.

import { membersOf } from "../util/json.ts";
import { quote } from "../util/printable.ts";

/** The project and location that Vertex AI resource names start with. */
export interface ResourceScope {
  readonly project: string;
  readonly location: string;
}

/**
 * The parameter, encoded for the URL.
 *
 * @param collection the segment before it, such as `webhooks`
 * @throws TypeError for what cannot be part of a URL, by the rule of its kind
 */
export function encodePathParam(collection: string, value: unknown, scope?: ResourceScope): string {
  return collection === "files"
    ? checkFilePath(value).split("/").map(encodeURIComponent).join("/")
    : encodeURIComponent(checkId(collection, value, scope));
}

/**
 * The id as one path segment.
 *
 * @param collection what it is an id of, such as `webhooks`
 * @param scope on Vertex AI the client's own project and location: the full resource name of something
 * there, such as `projects/{project}/locations/{location}/interactions/{id}`, is taken too
 * @throws TypeError for anything else
 */
export function checkId(collection: string, id: unknown, scope?: ResourceScope): string {
  const text = typeof id === "string" ? id : "";
  const prefix = scope && `projects/${scope.project}/locations/${scope.location}/${collection}/`;
  const segment =
    prefix !== undefined && text.startsWith(prefix) ? text.slice(prefix.length) : text;
  if (isPathSegment(segment)) return segment;
  const singular = collection.slice(0, -1);
  const name = singular.slice(0, 1).toUpperCase() + singular.slice(1);
  throw new TypeError(
    `${name} id must be one path segment, got ${shown(id)}. ${adviseOnId(singular, id)}`,
  );
}

/** What to pass instead of something that is not an id. */
function adviseOnId(name: string, value: unknown): string {
  const { id, then } = membersOf(value);
  if (typeof then === "function") return "It is a promise: did you forget to use await?";
  return typeof id === "string"
    ? `Pass ${name}.id, not the whole ${name}.`
    : "Pass it as the service returned it.";
}

/** A file name may hold `?`, `#` and `%`, which are encoded; a backslash is of a Windows path. */
function checkFilePath(path: unknown): string {
  const unfit = /(^|\/)\.{0,2}(\/|$)|[\u0000-\u001f\u007f-\u009f\\]|\p{Cs}/u;
  if (typeof path === "string" && !unfit.test(path)) return path;
  throw new TypeError(
    `File path must be relative, without empty, "." or ".." segments, got ${shown(path)}.`,
  );
}

/** Whether a URL holds it as one segment and nothing else. */
function isPathSegment(text: string): boolean {
  // A lone half of a surrogate pair has no encoding in a URL.
  const unfit = /[\u0000-\u001f\u007f-\u009f/\\?#%]|\p{Cs}/u;
  return text !== "" && text !== "." && text !== ".." && !unfit.test(text);
}

function shown(value: unknown): string {
  return typeof value === "string" ? quote(value) : typeof value;
}

/** Whether it is an interaction's id, or the full resource name of one in any project. */
export function isInteractionName(value: unknown): value is string {
  if (typeof value !== "string") return false;
  return isPathSegment(value.replace(/^projects\/[^/]+\/locations\/[^/]+\/interactions\//, ""));
}

/** The last segment of a full resource name; an id is one already. */
export function shortId(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
