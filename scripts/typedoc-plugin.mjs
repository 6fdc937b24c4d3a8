// @ts-check
// Makes TypeDoc fail when a public name that is written by hand has no documentation, down to the fields
// of options. The lint of the spec does the same for the generated names: it asks each schema and field
// for a description.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Application, ReflectionKind } from "typedoc";

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
