import type { Middleware } from "openapi-fetch";
import type { ApiKey } from "../../model/options.ts";
import { checkHeaderValue } from "./header-value.ts";

/**
 * openapi-fetch middleware that sends the API key as `x-goog-api-key`, unless the call has that
 * header already. A function is asked for each call.
 *
 * @throws TypeError when the key is empty or no header could carry it; at once for a string
 */
export function apiKeyMiddleware(apiKey: ApiKey): Middleware {
  if (typeof apiKey !== "function") checkHeaderValue("apiKey", apiKey);
  return {
    async onRequest({ request }) {
      if (request.headers.has("x-goog-api-key")) return;
      const key = typeof apiKey === "function" ? await apiKey() : apiKey;
      request.headers.set("x-goog-api-key", checkHeaderValue("apiKey", key));
    },
  };
}
