// Untrusted text made fit to print: in a terminal, in one line of a log, in a sentence. Takes any
// text, returns text without characters that could drive a terminal or reorder what is read.

/**
 * Untrusted text that is safe to print: control characters, which could drive a terminal, marks that
 * reorder text, and halves of characters become U+FFFD. Line breaks and tabs stay.
 */
export function printable(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\p{Cs}]/gu,
    "\ufffd",
  );
}

/**
 * JSON whose texts are well-formed: half of a surrogate pair, which `JSON.stringify` writes as an escape
 * and a service refuses, becomes U+FFFD.
 */
export function wellFormedJson(json: string): string {
  // An escaped backslash is taken along, since what follows it is not an escape.
  return json.replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, (escape) =>
    escape === "\\\\" ? escape : "\ufffd",
  );
}

/** Untrusted text in a message: in quotes, in one line, and safe to print. */
export function quote(text: string): string {
  return printable(JSON.stringify(text));
}

/** Untrusted text as one line: every run of white space becomes one blank. */
export function oneLine(text: string): string {
  return printable(text.replace(/[\s\u2028\u2029]+/g, " ").trim());
}

/** At most so many characters, with an ellipsis where something was cut off. */
export function truncate(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  // Half of a surrogate pair is not text.
  return `${text.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** The text with a full stop, unless it ends like a sentence. */
export function endSentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

/** Longest text from outside in one message, in characters. */
const maxTextLength = 1_024;

/** Untrusted text for a message: in one line, printable, at most 1 kB. */
export function cleanText(text: string): string {
  return truncate(oneLine(text), maxTextLength);
}
