// Aligns the arguments of a function call as they were streamed, perhaps only their beginning, with
// those of the stored interaction: the same JSON value, but written anew, with other blanks, escapes
// or order. The trap: what is handed out is a text, so the rest must complete the text that the
// consumer has, not the stored one.

import { isObject, parseJson } from "../util/json.ts";

/**
 * The text that is missing of arguments which came as `told` and are stored as `stored`, both JSON;
 * `undefined` when they contradict each other.
 */
export function restOfArguments(told: string, stored: string): string | undefined {
  const value = parseJson(stored);
  const whole = parseJson(told);
  if (whole !== undefined) return canonical(whole) === canonical(value) ? "" : undefined;
  const start = rewrite(told);
  const end = JSON.stringify(isObject(value) ? orderLike(value, start) : value);
  return end.startsWith(start) ? end.slice(start.length) : undefined;
}

/** The value as text that does not depend on the order of its members. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    isObject(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}

/** Strings up to their end or that of the text, numbers, and blanks. */
const tokens = /"(?:[^"\\]|\\.)*(?:"|\\?$)|-?\d[\d.eE+-]*|\s+/g;

/** The beginning of a JSON text as `JSON.stringify` would have written it. */
function rewrite(text: string): string {
  return text.replace(tokens, (token, at: number) => {
    if (token.trim() === "") return "";
    const isText = token.startsWith('"');
    // A number at the end may go on.
    if (!isText && at + token.length === text.length) return token;
    const isOpen = isText && parseJson(token) === undefined;
    const value = parseJson(isOpen ? `${token}"` : token);
    if (value === undefined) return token;
    return isOpen ? JSON.stringify(value).slice(0, -1) : JSON.stringify(value);
  });
}

/** The same members, those first that the text names, in its order. */
function orderLike(value: Record<string, unknown>, text: string): Record<string, unknown> {
  const place = (name: string): number => {
    const at = text.indexOf(`${JSON.stringify(name)}:`);
    return at < 0 ? text.length : at;
  };
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => place(a) - place(b)));
}
