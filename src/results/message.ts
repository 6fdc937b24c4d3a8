// What a thrown value says to the model, and in the message of the error that a run ends with. Any value
// may have been thrown, and its words may be of any length.

import { printable, truncate } from "../util/printable.ts";
import { memberOf } from "../util/thrown.ts";

/** What a thrown value says, without a stack trace, and never more than a page. */
export function messageOf(error: unknown): string {
  const message = typeof error === "string" ? error : memberOf(error, "message");
  const lines =
    typeof message === "string" ? message.replaceAll(/\n[^\S\n]+at .*/g, "").trim() : "";
  return lines === "" ? "No reason given." : printable(truncate(lines, maxMessageLength));
}

const maxMessageLength = 1_000;
