// Application Default Credentials by google-auth-library, an optional peer: this file is loaded only when
// a Vertex AI client without `vertex.auth` makes its first call. Gives the object that provider.ts asks
// for headers.

import type * as GoogleAuthLibraryModule from "google-auth-library";
import type { RequestHeadersSource } from "../../model/options.ts";

type GoogleAuthLibrary = typeof GoogleAuthLibraryModule;

/**
 * Application Default Credentials, through google-auth-library.
 *
 * @param project handed over so that the library need not search for one, which runs `gcloud` in a
 * subprocess and asks the metadata server
 */
export async function applicationDefaultCredentials(
  project: string,
): Promise<RequestHeadersSource> {
  const { GoogleAuth } = await loadLibrary();
  return new GoogleAuth({
    projectId: project,
    scopes: "https://www.googleapis.com/auth/cloud-platform",
  });
}

async function loadLibrary(): Promise<GoogleAuthLibrary> {
  try {
    return await import("google-auth-library");
  } catch (cause) {
    throw new TypeError(
      "Application Default Credentials need google-auth-library: npm install google-auth-library. " +
        "Or pass vertex.auth to the client.",
      { cause },
    );
  }
}
