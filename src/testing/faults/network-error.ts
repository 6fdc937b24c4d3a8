// The failure that a `network-error` fault makes: what Node's fetch throws when no response comes. Who
// is between the service and a caller must distinguish it from a mistake.

/** A connection that failed before there was a response. */
export function networkError(code = "ECONNRESET"): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
}

/** Whether it was made by {@link networkError}. */
export function isNetworkError(error: unknown): boolean {
  return error instanceof TypeError && error.message === "fetch failed";
}
