// Stands in for google.ts where google-auth-library cannot run, in browsers and on edge workers: the
// condition `#google-auth` in package.json chooses. Says what to pass instead.

import type { RequestHeadersSource } from "../../model/options.ts";

/** Always rejects: this platform has no Application Default Credentials. */
export function applicationDefaultCredentials(_project: string): Promise<RequestHeadersSource> {
  return Promise.reject(
    new TypeError(
      "Application Default Credentials need Node. Pass vertex.auth, a token or a function that " +
        "fetches one, to the client.",
    ),
  );
}
