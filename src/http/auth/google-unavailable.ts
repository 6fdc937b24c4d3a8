import type { RequestHeadersSource } from "../../model/options.ts";

/** Stands in for google.ts where google-auth-library cannot run: browsers and edge workers. */
export function applicationDefaultCredentials(_project: string): Promise<RequestHeadersSource> {
  return Promise.reject(
    new TypeError(
      "Application Default Credentials need Node. Pass vertex.auth, a token or a function that " +
        "fetches one, to the client.",
    ),
  );
}
