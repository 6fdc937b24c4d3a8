// What a route's answer means to a page that follows a run: a stream to read, the end of the run, a
// failure that passes, or one that stays. A login page or a start page comes with status 200.

import { ApiError, ResponseParseError } from "../model/errors.ts";
import { isFilled, membersOf, parseJson } from "../util/json.ts";
import { cleanText } from "../util/printable.ts";
import { readRetryAfter } from "../util/retry-after.ts";

/** What the page does next. */
export type Answer =
  | { readonly kind: "events"; readonly body: ReadableStream<Uint8Array> }
  | { readonly kind: "end" }
  | { readonly kind: "later"; readonly delayMs: number | undefined };

/**
 * Reads what a route answered.
 *
 * @throws ApiError with a status that another try does not change
 * @throws ResponseParseError for a success that holds no events
 */
export async function readAnswer(response: Response): Promise<Answer> {
  const { status, body, headers } = response;
  if (status === 204) return { kind: "end" };
  const type = headers.get("content-type") ?? "";
  if (response.ok && body !== null && !/html|json/i.test(type)) return { kind: "events", body };
  if (status >= 500 || status === 408 || status === 425 || status === 429) {
    void body?.cancel().catch(() => undefined);
    return { kind: "later", delayMs: readRetryAfter(headers) };
  }
  const text = await response.text().catch(() => "");
  if (response.ok) {
    const what = cleanText(type) || "nothing to read";
    throw new ResponseParseError(
      `The route answered with ${what} instead of events. It must return stream.toResponse().`,
      { status, body: cleanText(text) },
    );
  }
  const json = parseJson(text);
  const { error = json } = membersOf(json);
  const { code, message = typeof error === "string" ? error : "" } = membersOf(error);
  const reason = cleanText([code, message].filter(Boolean).join(": "));
  throw new ApiError(
    `The route answered with status ${status}${reason && ` (${reason})`}. ` +
      "Another try would be answered alike: check that the run exists and is the reader's own.",
    { status, code: isFilled(code) ? cleanText(code) : undefined, body: json ?? text },
  );
}
