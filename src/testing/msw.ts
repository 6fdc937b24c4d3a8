// The service in memory as handlers of Mock Service Worker, for code that cannot be given a `fetch`.

import { http, HttpResponse } from "msw";
import type { HttpHandler } from "msw";
import { isNetworkError } from "./faults/network-error.ts";
import type { InteractionsService } from "./options.ts";

/** Options of {@link interactionsHandlers}. */
export interface InteractionsHandlersOptions {
  /** One more place to answer at, for clients with a base URL of their own. */
  baseUrl?: string | undefined;
}

// Global, multi-regional and regional hosts.
const vertexUrl = /^https:\/\/([a-z0-9-]+-)?aiplatform(\.(us|eu)\.rep)?\.googleapis\.com\//;

/**
 * MSW handlers that let the service answer whatever is sent to the Gemini API and to Vertex AI. A
 * `network-error` fault has no cause there: MSW makes its own error.
 */
export function interactionsHandlers(
  service: InteractionsService,
  { baseUrl }: InteractionsHandlersOptions = {},
): HttpHandler[] {
  const urls = ["https://generativelanguage.googleapis.com/*", vertexUrl];
  if (baseUrl !== undefined) urls.push(`${baseUrl.replace(/\/+$/, "")}/*`);
  return urls.map((url) => http.all(url, ({ request }) => answer(service, request)));
}

async function answer(service: InteractionsService, request: Request): Promise<Response> {
  try {
    return await service.fetch(request);
  } catch (error) {
    // Thrown, MSW would turn it into a response with status 500.
    if (isNetworkError(error)) return HttpResponse.error();
    throw error;
  }
}
