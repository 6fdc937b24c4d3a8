// Reads what was thrown, which may be anything: an error of another realm, a text, nothing, an object
// whose members throw when they are read. Takes the value, returns its words or one of its members.

/** What a thrown value says. It may be anything, and reading it may throw. */
export function wordsOf(thrown: unknown): string {
  const message = memberOf(thrown, "message");
  if (typeof message === "string") return message;
  try {
    return String(thrown);
  } catch {
    return "a value without text was thrown";
  }
}

/** A member of a value that may be anything, such as the `code` of an error. */
export function memberOf(value: unknown, name: PropertyKey): unknown {
  try {
    return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  } catch {
    return undefined;
  }
}
