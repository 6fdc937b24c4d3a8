// @ts-check
// Writes test/fixtures/sdk-types.json from the type declarations of the official SDK, which npm has:
//   npm pack @google/genai, unpack it, node scripts/sdk-types.mjs package/dist/genai.d.ts "3.3.0"
// Facts only: names, types, what is required or deprecated. The tests make an OpenAPI document of them.

import { readFileSync, writeFileSync } from "node:fs";
import ts from "typescript";
import { runIfStarted } from "./main.mjs";
import { InputError, root } from "./spec.mjs";

/** The SDK keeps the types of each resource in a namespace; of a name in two, the first has it. */
const resources = ["interactions", "agents", "environments", "webhooks"];

/** What the operations send and answer; everything else is reached from here. */
const entries = [
  ..."CreateAgentInteraction CreateModelInteraction Interaction InteractionSSEEvent"
    .split(" ")
    .map((name) => `interactions.${name}`),
  ..."Agent AgentListResponse".split(" ").map((name) => `agents.${name}`),
  ..."CreateEnvironmentRequest Environment GetEnvironmentFilesResponse ListEnvironmentsResponse"
    .split(" ")
    .map((name) => `environments.${name}`),
  ..."Webhook WebhookInput WebhookUpdate WebhookListResponse RotateSigningSecretRequest"
    .split(" ")
    .map((name) => `webhooks.${name}`),
  "webhooks.WebhookRotateSigningSecretResponse",
];

/** Made by the SDK, not on the wire. */
const added = new Set(
  "continuation_ids output_audio output_image output_text output_video".split(" "),
);

/**
 * @param {string} text of genai.d.ts
 * @returns {{ objects: Record<string, object>, unions: Record<string, string[]> }}
 */
export function readTypes(text) {
  const source = ts.createSourceFile("genai.d.ts", text, ts.ScriptTarget.ES2023, true);
  const declarations = new Map(
    source.statements
      .filter(ts.isTypeAliasDeclaration)
      .map((each) => /** @type {const} */ ([each.name.text, each.type])),
  );
  const namespaces = readNamespaces(source);
  /** @type {Map<string, string>} public names by the names of declarations, such as `Environment_2` */
  const names = new Map();
  for (const resource of resources) {
    for (const [name, declaration] of namespaces.get(resource) ?? []) {
      const isTaken = resource !== "interactions" && namespaces.get("interactions")?.has(name);
      if (!names.has(declaration)) names.set(declaration, isTaken ? `${resource}.${name}` : name);
    }
  }
  /** @param {string} reference such as `Usage` or `interactions.Usage` */
  const declarationOf = (reference) => {
    const [namespace = "", name] = reference.split(".");
    return name === undefined ? reference : (namespaces.get(namespace)?.get(name) ?? reference);
  };
  /** @param {ts.TypeNode} type */
  const print = (type) =>
    type
      .getText()
      .replaceAll(/\s+/g, " ")
      .replaceAll(/"[^"]*"|[\w.]+/g, (word) => names.get(declarationOf(word)) ?? word);

  /** @type {Record<string, object>} */
  const objects = {};
  /** @type {Record<string, string[]>} */
  const unions = {};
  const open = entries.map(declarationOf);
  const seen = new Set();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const type = declarations.get(name);
    if (seen.has(name) || type === undefined) continue;
    seen.add(name);
    const key = names.get(name) ?? name;
    if (ts.isTypeLiteralNode(type)) {
      objects[key] = Object.fromEntries(fieldsOf(type, print));
    } else {
      unions[key] = membersOf(type).map((member) => literalOf(member) ?? print(member));
    }
    open.push(...referencesIn(type).map(declarationOf));
  }
  return { objects: sortKeys(objects), unions: sortKeys(unions) };
}

/**
 * @param {ts.SourceFile} source
 * @returns {Map<string, Map<string, string>>} by namespace: names of declarations by their names there
 */
function readNamespaces(source) {
  const namespaces = new Map();
  for (const statement of source.statements) {
    if (!ts.isModuleDeclaration(statement) || !resources.includes(statement.name.text)) continue;
    const names = new Map();
    statement.body?.forEachChild((each) => {
      if (!ts.isExportDeclaration(each) || !each.exportClause) return;
      if (!ts.isNamedExports(each.exportClause)) return;
      for (const { name, propertyName } of each.exportClause.elements) {
        names.set(name.text, (propertyName ?? name).text);
      }
    });
    namespaces.set(statement.name.text, names);
  }
  return namespaces;
}

/**
 * @param {ts.TypeLiteralNode} type
 * @param {(type: ts.TypeNode) => string} print
 * @returns {[string, object][]}
 */
function fieldsOf(type, print) {
  return type.members
    .flatMap((member) => {
      if (!ts.isPropertySignature(member) || member.type === undefined) return [];
      const name = ts.isStringLiteral(member.name) ? member.name.text : member.name.getText();
      const isDeprecated = ts.getJSDocDeprecatedTag(member) !== undefined;
      const facts = {
        type: membersOf(member.type).map(print).join(" | "),
        ...(member.questionToken === undefined && { required: true }),
        ...(isDeprecated && { deprecated: true }),
      };
      return added.has(name) ? [] : [/** @type {[string, object]} */ ([name, facts])];
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * @param {ts.TypeNode} type
 * @returns {ts.TypeNode[]} without `undefined` and without what opens an enum, `(string & {})`
 */
function membersOf(type) {
  const members = ts.isUnionTypeNode(type) ? [...type.types] : [type];
  return members.filter(
    (member) =>
      member.kind !== ts.SyntaxKind.UndefinedKeyword && !ts.isParenthesizedTypeNode(member),
  );
}

/** @param {ts.TypeNode} type */
const literalOf = (type) =>
  ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? type.literal.text : undefined;

/**
 * @param {ts.Node} node
 * @returns {string[]} names of the types in it
 */
function referencesIn(node) {
  /** @type {string[]} */
  const found = ts.isTypeReferenceNode(node) ? [node.typeName.getText()] : [];
  node.forEachChild((child) => void found.push(...referencesIn(child)));
  return found;
}

/**
 * @template T
 * @param {Record<string, T>} record
 * @returns {Record<string, T>}
 */
const sortKeys = (record) =>
  Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** @type {import("./main.mjs").Main} */
async function main([file, version], output) {
  if (file === undefined || version === undefined) {
    throw new InputError("Usage: node scripts/sdk-types.mjs <genai.d.ts> <version>");
  }
  const source = `@google/genai ${version}: every type that the operations of ${resources.join(", ")} reach`;
  const types = { source, ...readTypes(readFileSync(file, "utf8")) };
  writeFileSync(`${root}test/fixtures/sdk-types.json`, `${JSON.stringify(types, undefined, 2)}\n`);
  output.log(`wrote test/fixtures/sdk-types.json, ${Object.keys(types.objects).length} objects`);
  return 0;
}

await runIfStarted(import.meta.filename, main);
