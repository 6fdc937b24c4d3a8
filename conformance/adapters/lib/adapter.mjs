// @ts-check
// What every adapter here does around its client: reads the call from the environment, prints what came
// of it as one line of JSON, and turns what was thrown into the error that a user of the client sees.

/**
 * @typedef {object} Call how the client is called; src/conformance/case.ts says what each member is
 * @property {"create" | "get" | "wait" | "resume"} method
 * @property {any} [body]
 * @property {string} [id]
 * @property {any} [query]
 * @property {any} [position]
 * @property {number} [stopAfter]
 * @property {number} [idleTimeoutMs]
 * @property {Record<string, string>} [results]
 * @property {true} [continue]
 */

/**
 * @typedef {object} Output
 * @property {string} text all that came, also before an error
 * @property {string | null} status
 * @property {string | null} error
 * @property {{ name: string, arguments: unknown }[]} [calls]
 * @property {unknown} [position]
 * @property {boolean} [unsupported]
 */

/** Thrown where a client has nothing that such a call could use. */
export class Unsupported extends Error {}

/** @returns {Output} of a call that has not brought anything yet */
export function emptyOutput() {
  return { text: "", status: null, error: null };
}

/**
 * Runs one call: what it has put into the output stays when it throws.
 *
 * @param {(call: Call, output: Output) => Promise<void>} act
 * @param {Call} call
 */
export async function outputOf(act, call) {
  const output = emptyOutput();
  try {
    await act(call, output);
  } catch (error) {
    if (error instanceof Unsupported) output.unsupported = true;
    output.error = wordsOf(error);
  }
  return output;
}

/** @param {any} error */
function wordsOf(error) {
  const parts = [error?.name, error?.code, error?.message, error?.lastError?.message];
  return parts.filter((part) => part !== undefined && part !== "").join(": ") || String(error);
}

/**
 * The whole of an adapter that is a program.
 *
 * @param {(call: Call, output: Output) => Promise<void>} act
 */
export async function runAdapter(act) {
  const call = JSON.parse(process.env["CONFORMANCE_CALL"] ?? "{}");
  const output = await outputOf(act, call);
  process.stdout.write(`${JSON.stringify(output)}\n`, () => process.exit(0));
}

/** Address of the service, without a trailing slash. */
export const url = process.env["CONFORMANCE_URL"] ?? "";
