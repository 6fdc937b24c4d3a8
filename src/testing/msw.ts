// The service in memory as handlers of Mock Service Worker, for code that cannot be given a `fetch`.

import { http, HttpResponse } from "msw";
import type { HttpHandler } from "msw";
import { isNetworkError } from "./faults/network-error.ts";
import type { InteractionsService } from "./options.ts";
import { isServicePath } from "./wire/routes.ts";

/** Options of {@link interactionsHandlers}. */
export interface InteractionsHandlersOptions {
  /** One more place to answer at, for clients with a base URL of their own. */
  baseUrl?: string | undefined;
}

// Global, multi-regional and regional hosts.
const vertexUrl = /^https:\/\/([a-z0-9-]+-)?aiplatform(\.(us|eu)\.rep)?\.googleapis\.com\//;

/**
 * MSW handlers that let the service answer what is sent to its resources on the Gemini API and Vertex AI.
 * Any other path of these hosts, such as `models/*`, is left to the handlers behind them. A
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

/** The answer; `undefined`, with which MSW asks its next handler, for what is not the service's. */
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
