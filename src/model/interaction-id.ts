// What an interaction id may be. The service names an interaction by one path segment; Vertex AI
// also by its full resource name, `projects/{project}/locations/{location}/interactions/{id}`.
// Ids come from users and from stored cursors: one that is no single segment could turn a call into
// another call, so it is refused here, before anything is sent.

import { quote } from "../util/printable.ts";

/** The project and location that Vertex AI resource names start with. */
export interface ResourceScope {
  readonly project: string;
  readonly location: string;
}

/**
 * The id as one path segment.
 *
 * @param scope on Vertex AI the client's own project and location: the full resource name of an
 * interaction there is taken too
 * @throws TypeError for anything else
 */
export function checkInteractionId(id: unknown, scope?: ResourceScope): string {
  const text = typeof id === "string" ? id : "";
  const prefix = scope && `projects/${scope.project}/locations/${scope.location}/interactions/`;
  const segment =
    prefix !== undefined && text.startsWith(prefix) ? text.slice(prefix.length) : text;
  if (!isPathSegment(segment)) {
    const got = typeof id === "string" ? quote(id) : typeof id;
    throw new TypeError(
      `Interaction id must be one path segment, got ${got}. Pass the id that create answered.`,
    );
  }
  return segment;
}

/** Whether it is an id, or the full resource name of an interaction in any project. */
export function isInteractionName(value: unknown): value is string {
  if (typeof value !== "string") return false;
  return isPathSegment(value.replace(/^projects\/[^/]+\/locations\/[^/]+\/interactions\//, ""));
}

/** The last segment of a full resource name; an id is one already. */
export function shortId(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

function isPathSegment(text: string): boolean {
  // A lone half of a surrogate pair has no encoding in a URL.
  const unfit = /[\u0000-\u001f\u007f-\u009f/\\?#%]|\p{Surrogate}/u;
  return text !== "" && text !== "." && text !== ".." && !unfit.test(text);
}
