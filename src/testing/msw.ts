// The service in memory as handlers of Mock Service Worker, for code that does not take a `fetch`.

import { http, HttpResponse } from "msw";
import type { HttpHandler } from "msw";
import { isNetworkError } from "./faults/network-error.ts";
import type { InteractionsService } from "./options.ts";
import { isServicePath } from "./wire/routes.ts";

/** Options of {@link interactionsHandlers}. */
export interface InteractionsHandlersOptions {
  /** Another base URL to answer, for clients that use their own. */
  baseUrl?: string | undefined;
}

// Global, multi-regional and regional hosts.
const vertexUrl = /^https:\/\/([a-z0-9-]+-)?aiplatform(\.(us|eu)\.rep)?\.googleapis\.com\//;

/**
 * Returns MSW handlers that let the service answer requests to its resources on the Gemini API and Vertex
 * AI. Requests to other paths of these hosts, such as `models/*`, go to the handlers after them. A
 * `network-error` fault has no `cause` there: MSW makes its own error.
 */
export function interactionsHandlers(
  service: InteractionsService,
  { baseUrl }: InteractionsHandlersOptions = {},
): HttpHandler[] {
  const urls = ["https://generativelanguage.googleapis.com/*", vertexUrl];
  if (baseUrl !== undefined) urls.push(`${baseUrl.replace(/\/+$/, "")}/*`);
  return urls.map((url) => http.all(url, ({ request }) => answer(service, request)));
}

/** The response, or `undefined` for another service's request: MSW then asks its next handler. */
async function answer(
  service: InteractionsService,
  request: Request,
): Promise<Response | undefined> {
  if (!isServicePath(new URL(request.url).pathname)) return undefined;
  try {
    return await service.fetch(request);
  } catch (error) {
    // Thrown, MSW would turn it into a response with status 500.
    if (isNetworkError(error)) return HttpResponse.error();
    throw error;
  }
}
