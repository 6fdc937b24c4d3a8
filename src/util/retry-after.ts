// Reads the header `Retry-After` in the forms of RFC 9110, for the client's retries and for a page that
// follows a run. Returns milliseconds, or nothing where the value has no such form or lies in the past.

/** How long the headers of an answer ask the caller to wait, in milliseconds. */
export function readRetryAfter(headers: Pick<Headers, "get">): number | undefined {
  return (
    readMilliseconds(headers.get("retry-after-ms")) ??
    readSeconds(headers.get("retry-after")?.trim())
  );
}

/** Not of RFC 9110, but gateways send it. */
function readMilliseconds(value: string | null): number | undefined {
  return value !== null && /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

function readSeconds(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const leftMs = readDate(value) - Date.now();
  return leftMs > 0 ? leftMs : undefined;
}

/** The three forms of an HTTP date: IMF-fixdate, RFC 850's, and that of C's `asctime`. */
const httpDate =
  /^([A-Z][a-z]{2}, (\d\d) [A-Z][a-z]{2} \d{4} [\d:]{8} GMT|[A-Z][a-z]+, (\d\d)-[A-Z][a-z]{2}-\d\d [\d:]{8} GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} ([ \d]\d) [\d:]{8} \d{4})$/;

/** The time of an HTTP date; NaN for anything else. */
function readDate(value: string): number {
  const [, , ...days] = httpDate.exec(value) ?? [];
  // Every platform's parser reads the three forms; that of `asctime` has no zone, and means GMT.
  const time = Date.parse(value.endsWith("GMT") ? value : `${value} GMT`);
  // It would take February 31 for March 3.
  return days.some((day) => Number(day) === new Date(time).getUTCDate()) ? time : NaN;
}
