import type { Middleware } from "openapi-fetch";
import { checkHeaderValue } from "./header-value.ts";

/**
 * openapi-fetch middleware that sends the quota project as `x-goog-user-project`, unless the call
 * has that header already. Register it before {@link bearerMiddleware}, so that it beats the quota
 * project that comes with a credential.
 *
 * @throws TypeError when the value is empty or no header could carry it
 */
export function quotaProjectMiddleware(quotaProjectId: string): Middleware {
  const value = checkHeaderValue("quotaProjectId", quotaProjectId);
  return {
    onRequest({ request }) {
      if (!request.headers.has("x-goog-user-project")) {
        request.headers.set("x-goog-user-project", value);
      }
    },
  };
}
