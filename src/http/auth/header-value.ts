/**
 * Refuses a secret that no header can carry. The platform's own error would print the value.
 *
 * @returns the value without surrounding blanks
 */
export function checkHeaderValue(name: string, value: unknown): string {
  const text = typeof value === "string" ? value.trim() : "";
  if (text === "") throw new TypeError(`${name} must be a non-empty string.`);
  if (!/^[\t\x20-\x7e\x80-\xff]+$/.test(text)) {
    throw new TypeError(`${name} has a character that no HTTP header can carry.`);
  }
  return text;
}
