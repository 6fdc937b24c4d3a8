// @ts-check
// Rules for spec/ that redocly.yaml cannot express; each keeps the generated types right. Redocly
// walks the files, calls the visitors below for what it finds, and prints each report with its place.
// It walks only what a path leads to, so a schema that nothing refers to is seen by its file alone.

import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";

/**
 * @typedef {import("@redocly/openapi-core").Oas3Rule} Rule
 * @typedef {import("@redocly/openapi-core").Source} Source
 * @typedef {Parameters<import("@redocly/openapi-core").WalkContext["problems"]["push"]>[0]} Problem
 *
 * @typedef {object} Schema
 * @property {string} [$ref]
 * @property {string | string[]} [type]
 * @property {unknown} [const]
 * @property {unknown[]} [enum]
 * @property {Record<string, Schema>} [properties]
 * @property {string[]} [required]
 * @property {Schema[]} [oneOf]
 * @property {Schema[]} [anyOf]
 * @property {string} [description]
 * @property {boolean} [deprecated]
 * @property {boolean} [x-open-enum]
 * @property {string} [x-ambiguous] why nothing tells the members of this union apart
 *
 * @typedef {(schema: Schema, from?: string) => { node: Schema, file: string | undefined }} Follow
 */

/** A schema with a name: a key of a file in schemas/, or a component. */
const namedSchema = /^#\/(?:components\/schemas\/)?(\w+)$/;

/**
 * `oneOf` needs a required constant that differs from member to member, so that `switch` narrows.
 * `anyOf` is for unions that have none, with the reason in `x-ambiguous`.
 *
 * @type {Rule}
 */
const unionsHaveTags = () => ({
  Schema(/** @type {any} */ node, context) {
    /** @type {Schema} */
    const schema = node;
    /** @type {Follow} */
    const follow = (member, from) => {
      if (member.$ref === undefined) return { node: member, file: from };
      const target = context.resolve(/** @type {any} */ (member), from);
      return { node: target.node ?? {}, file: target.location?.source.absoluteRef };
    };
    const isAmbiguous = Boolean(schema["x-ambiguous"]?.trim());
    if (schema.anyOf !== undefined && !isAmbiguous) {
      context.report({
        message:
          "anyOf does not say that one member fits. Use oneOf, or give the reason in x-ambiguous.",
        location: context.location.child("anyOf"),
      });
    }
    if (schema.oneOf === undefined) return;
    if (isAmbiguous) {
      context.report({
        message:
          "oneOf would refuse a value that fits two members of an ambiguous union. Use anyOf.",
        location: context.location.child("oneOf"),
      });
      return;
    }
    for (const [type, members] of membersByType(schema.oneOf, follow)) {
      if (members.length === 1 || (type === "object" && hasTag(members.flat()))) continue;
      context.report({
        message:
          `${members.length} members of oneOf are of type ${type}, and no required const tells ` +
          "them apart. Give them one, or use anyOf with the reason in x-ambiguous.",
        location: context.location.child("oneOf"),
      });
    }
  },
});

/**
 * The members of a union by the JSON types that they allow; each as the schemas it stands for.
 *
 * @param {Schema[]} union
 * @param {Follow} follow
 */
function membersByType(union, follow) {
  /** @type {Map<string, Schema[][]>} */
  const byType = new Map();
  for (const member of union) {
    const schemas = expand(member, follow);
    for (const type of new Set(schemas.flatMap((schema) => schema.type ?? "any"))) {
      const alike = schemas.filter((schema) => [schema.type ?? "any"].flat().includes(type));
      byType.set(type, [...(byType.get(type) ?? []), alike]);
    }
  }
  return byType;
}

/**
 * @param {Schema} member
 * @param {Follow} follow
 * @param {string} [from] the file that the member is written in
 * @returns {Schema[]} the member itself, or the members of the unions inside it
 */
function expand(member, follow, from) {
  const { node, file } = follow(member, from);
  if (node.$ref !== undefined) return expand(node, follow, file);
  const nested = node.oneOf ?? node.anyOf;
  return nested === undefined ? [node] : nested.flatMap((inner) => expand(inner, follow, file));
}

/**
 * @param {Schema[]} objects
 * @returns {boolean} whether one property tells all of them apart
 */
function hasTag(objects) {
  return (objects[0]?.required ?? []).some((name) => {
    const values = objects.map(({ required, properties }) =>
      required?.includes(name) ? properties?.[name]?.const : undefined,
    );
    return !values.includes(undefined) && new Set(values).size === values.length;
  });
}

/** @type {Rule} */
const enumsAreOpen = () => ({
  Schema(/** @type {any} */ node, context) {
    /** @type {Schema} */
    const schema = node;
    if (schema["x-open-enum"] === true) return;
    if (!schema.enum?.some((value) => typeof value === "string")) return;
    context.report({
      message:
        "A closed enum, while the service adds values without notice. Add x-open-enum: true, or " +
        "use const for a tag.",
      location: context.location.child("enum"),
    });
  },
});

/** @type {Rule} */
const schemasAreDescribed = () => {
  const message = "No description. Tell what it is, with unit and default.";
  return {
    SchemaProperties(/** @type {any} */ properties, context) {
      for (const [name, property] of Object.entries(properties)) {
        if (!isDescribed(property))
          context.report({ message, location: context.location.child(name) });
      }
    },
    Schema(/** @type {any} */ schema, context) {
      if (namedSchema.test(context.location.pointer) && !isDescribed(schema))
        context.report({ message, location: context.location });
    },
  };
};

/** @param {Schema} schema */
const isDescribed = ({ description = "" }) =>
  description.trim() !== "" && !/\bTODO\b/.test(description);

/** @type {Rule} */
const legacyIsDeprecated = () => ({
  Schema(/** @type {any} */ schema, context) {
    const [, name = ""] = namedSchema.exec(context.location.pointer) ?? [];
    if (!name.startsWith("Legacy") || schema.deprecated === true) return;
    context.report({
      message: `${name} is of the earlier dialect. Add deprecated: true.`,
      location: context.location,
    });
  },
});

/**
 * Looks at the keys of each file in schemas/, beside the document: bundling drops what no path
 * leads to, so nothing else would show it.
 *
 * @type {Rule}
 */
const schemasAreUsed = () => {
  /** @type {Set<string>} */
  const used = new Set();
  /** @type {Map<string, Source>} */
  const sources = new Map();
  return {
    ref(/** @type {any} */ node, context) {
      const { location } = context.resolve(node);
      if (location === undefined) return;
      used.add(location.absolutePointer);
      sources.set(location.source.absoluteRef, location.source);
    },
    Root: {
      leave(_, context) {
        const folder = join(dirname(context.location.source.absoluteRef), "schemas");
        for (const file of yamlFiles(folder)) {
          const source = sources.get(file);
          if (source === undefined) {
            context.report({
              message: `${file} is not used. Refer to its schemas or delete it.`,
              location: context.location,
            });
            continue;
          }
          for (const name of Object.keys(parse(source.body))) {
            if (used.has(`${file}#/${name}`)) continue;
            const message = `No path leads to ${name}. Refer to it or delete it.`;
            context.report({
              message,
              location: { source, pointer: `#/${name}`, reportOnKey: true },
            });
          }
        }
      },
    },
  };
};

/** @param {string} folder */
function yamlFiles(folder) {
  return readdirSync(folder, { encoding: "utf8", recursive: true })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => join(folder, file));
}

// Redocly loads a plugin by its default export.
// oxlint-disable-next-line import/no-default-export
export default function specRules() {
  return {
    id: "spec",
    rules: {
      oas3: {
        "unions-have-tags": unionsHaveTags,
        "enums-are-open": enumsAreOpen,
        "schemas-are-described": schemasAreDescribed,
        "legacy-is-deprecated": legacyIsDeprecated,
        "schemas-are-used": schemasAreUsed,
      },
    },
  };
}
