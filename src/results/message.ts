// The message of a thrown value, for the model and for the error that a run ends with. Any value may have
// been thrown, and its message may have any length.

import { printable, truncate } from "../util/printable.ts";
import { memberOf } from "../util/thrown.ts";

/** The message of a thrown value, without a stack trace and of limited length. */
export function messageOf(error: unknown): string {
  const message = typeof error === "string" ? error : memberOf(error, "message");
  const lines =
    typeof message === "string" ? message.replaceAll(/\n[^\S\n]+at .*/g, "").trim() : "";
  return lines === "" ? "No reason given." : printable(truncate(lines, maxMessageLength));
}

const maxMessageLength = 1_000;
