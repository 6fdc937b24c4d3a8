// Credentials as openapi-fetch middlewares, for a client that is made with openapi-fetch alone. Each
// sets its headers only where they are missing, so a call's own header wins, then whichever middleware
// was registered first. The InteractionsClient does not use them: it sets the same headers anew for
// each attempt (authorize.ts).

import type { Middleware } from "openapi-fetch";
import type { ApiKey, VertexAuth } from "../../model/options.ts";
import { apiKeyProvider, checkHeaderValue, tokenProvider } from "./provider.ts";
import type { HeaderProvider, HeaderRecord } from "./provider.ts";

/**
 * openapi-fetch middleware that sends the API key as `x-goog-api-key`, unless the call has that
 * header already. A function is asked for each call.
 *
 * @throws TypeError when the key is empty or no header could carry it; at once for a string
 * @throws CredentialsError when the function fails
 */
export function apiKeyMiddleware(apiKey: ApiKey): Middleware {
  return credentialsMiddleware(apiKeyProvider(apiKey));
}

/**
 * openapi-fetch middleware that sends `Authorization: Bearer …`, and the credential's own quota
 * project, unless the call has those headers already. Functions and objects are asked for each call.
 *
 * @throws TypeError when the token is empty or no header could carry it; at once for a string
 * @throws CredentialsError when the function or the object fails
 */
export function bearerMiddleware(auth: VertexAuth): Middleware {
  return credentialsMiddleware(tokenProvider(auth));
}

/**
 * openapi-fetch middleware that sends the quota project as `x-goog-user-project`, unless the call
 * has that header already. Register it before {@link bearerMiddleware}, so that it beats the quota
 * project that comes with a credential.
 *
 * @throws TypeError when the value is empty or no header could carry it
 */
export function quotaProjectMiddleware(quotaProjectId: string): Middleware {
  const headers = { "x-goog-user-project": checkHeaderValue("quotaProjectId", quotaProjectId) };
  return { onRequest: ({ request }) => addMissing(request.headers, headers) };
}

function credentialsMiddleware(provider: HeaderProvider): Middleware {
  return {
    async onRequest({ request }) {
      if (request.headers.has(provider.main)) return;
      addMissing(request.headers, await provider.getHeaders(request.url));
    },
  };
}

function addMissing(headers: Headers, added: HeaderRecord): void {
  for (const [name, value] of Object.entries(added)) {
    if (!headers.has(name)) headers.set(name, value);
  }
}
