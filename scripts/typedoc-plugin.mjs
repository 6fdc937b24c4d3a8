// @ts-check
// What TypeDoc needs to know of this package: descriptions of the spec are documentation, and every
// public name that is written by hand must have some, down to the fields of options. The generated
// names are left to the lint of the spec, which asks each schema and field for a description.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Application, Converter, ReflectionKind } from "typedoc";

const written = join(fileURLToPath(new URL("..", import.meta.url)), "src/");
const kinds = [
  ReflectionKind.Namespace,
  ReflectionKind.Class,
  ReflectionKind.Interface,
  ReflectionKind.Function,
  ReflectionKind.Variable,
  ReflectionKind.TypeAlias,
  ReflectionKind.Property,
  ReflectionKind.Method,
  ReflectionKind.Accessor,
];

/** @param {Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const { comment } of Object.values(project.reflections)) {
      const description = comment?.getTag("@description");
      if (comment === undefined || description === undefined) continue;
      comment.summary = description.content;
      comment.removeTags("@description");
    }
  });
  app.on(Application.EVENT_VALIDATE_PROJECT, (project) => {
    for (const reflection of project.getReflectionsByKind(
      kinds.reduce((all, kind) => all | kind),
    )) {
      if (!reflection.isDeclaration()) continue;
      const { sources = [], signatures = [], getSignature, type } = reflection;
      if (!sources.every(({ fullFileName }) => fullFileName.startsWith(written))) continue;
      if (isSaidElsewhere(reflection)) continue;
      const typed = type?.type === "reflection" ? (type.declaration.signatures ?? []) : [];
      const places = [reflection, getSignature, ...signatures, ...typed];
      if (places.some((place) => place?.hasComment())) continue;
      app.logger.error(`${reflection.getFullName()} has no documentation.`);
    }
  });
}

/**
 * Whether a name means what it means in a base class, or by the language; or is part of a parameter,
 * which the function itself documents.
 *
 * @param {import("typedoc").DeclarationReflection} reflection
 */
function isSaidElsewhere({ name, flags, overwrites, parent }) {
  if (flags.isInherited || overwrites !== undefined || name.startsWith("[")) return true;
  for (let outer = parent; outer !== undefined; outer = outer.parent) {
    if (outer.kindOf(ReflectionKind.Parameter | ReflectionKind.SomeSignature)) return true;
  }
  return false;
}
