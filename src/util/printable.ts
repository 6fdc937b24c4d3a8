/**
 * Text from a stranger, safe to print: control characters, which could drive a terminal, and marks
 * that reorder text become U+FFFD. Line breaks and tabs stay.
 */
export function printable(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    "\ufffd",
  );
}

/** A stranger's text in a message: in quotes, in one line, and safe to print. */
export function quote(text: string): string {
  return printable(JSON.stringify(text));
}
