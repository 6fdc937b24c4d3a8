// @ts-check
// Comments as an editor shows them on hover. openapi-typescript writes `@description` and tags for
// tools; here the description becomes the comment's text, first and once, and only the tags remain that
// a reader needs: examples and deprecation.

import ts from "typescript";

const noise = /^(Format: \w+|@constant|@enum .*)$/;

/**
 * Rewrites the comments of a node and of everything below it, in place.
 *
 * @param {ts.Node} node
 */
export function writePlainComments(node) {
  const comments = ts.getSyntheticLeadingComments(node);
  if (comments !== undefined) {
    ts.setSyntheticLeadingComments(
      node,
      comments.flatMap((comment) => {
        const text = plain(comment.text);
        return text === undefined ? [] : [{ ...comment, text }];
      }),
    );
  }
  ts.forEachChild(node, writePlainComments);
}

/**
 * @param {string} comment a comment without its slashes, as openapi-typescript writes it
 * @returns {string | undefined} undefined when nothing is left
 */
function plain(comment) {
  if (!comment.startsWith("*")) return comment;
  const lines = comment
    .split("\n")
    .map((line) => line.replace(/^\s*\*( |$)/, "").trimEnd())
    .filter((line) => line !== "" && !noise.test(line));
  // A description's own lines follow it, indented.
  const start = lines.findIndex((line) => line.startsWith("@description "));
  const rest =
    start === -1 ? -1 : lines.findIndex((line, at) => at > start && !line.startsWith(" "));
  const end = rest === -1 ? lines.length : rest;
  const description = start === -1 ? [] : lines.slice(start, end);
  const tags = start === -1 ? lines : [...lines.slice(0, start), ...lines.slice(end)];
  const written = [...description.map((line) => line.replace("@description ", "").trim()), ...tags];
  if (written.length === 0) return undefined;
  return written.length === 1
    ? `* ${written[0]} `
    : `*\n${written.map((line) => ` * ${line}\n`).join("")} `;
}
