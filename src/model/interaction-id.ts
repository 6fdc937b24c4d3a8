// The names of interactions. The service names one by an id, which is one path segment; Vertex AI also
// by its full resource name, `projects/{project}/locations/{location}/interactions/{id}`.

import { isPathSegment } from "./path-param.ts";

/** Whether it is an id, or the full resource name of an interaction in any project. */
export function isInteractionName(value: unknown): value is string {
  if (typeof value !== "string") return false;
  return isPathSegment(value.replace(/^projects\/[^/]+\/locations\/[^/]+\/interactions\//, ""));
}

/** The last segment of a full resource name; an id is one already. */
export function shortId(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
