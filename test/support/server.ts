import { http, HttpResponse } from "msw";
import type { HttpHandler } from "msw";
import { setupServer } from "msw/node";
import type { SetupServerApi } from "msw/node";
import { createOpenApiHttp } from "openapi-msw";
import { afterAll, afterEach, beforeAll } from "vitest";
import type { paths } from "../../src/index.ts";
import { sampleInteraction } from "./interaction.ts";

export const geminiHost = "https://generativelanguage.googleapis.com";
export const globalHost = "https://aiplatform.googleapis.com";
export const regionalHost = "https://us-central1-aiplatform.googleapis.com";

/** Handlers whose paths and bodies the spec types, one maker for each host. */
export const gemini = createOpenApiHttp<paths>({ baseUrl: geminiHost });
export const vertex = createOpenApiHttp<paths>({ baseUrl: globalHost });

/** A mock server, and what it was asked in the running test. */
export interface TestServer {
  readonly use: SetupServerApi["use"];
  /** Each request that left the library, handled or not, in order. */
  readonly requests: readonly Request[];
  /** The same as `METHOD url`. */
  readonly log: readonly string[];
  /** This header of each of them. */
  sent(name: string): (string | null)[];
}

/** Answers the requests of one test file; one that no handler expects fails its call. */
export function startServer(): TestServer {
  const server = setupServer();
  const requests: Request[] = [];
  server.events.on("request:start", ({ request }) => {
    requests.push(request.clone());
  });
  beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
  afterEach(() => {
    server.resetHandlers();
    requests.length = 0;
  });
  afterAll(() => server.close());
  return {
    use: (...handlers) => server.use(...handlers),
    requests,
    get log() {
      return requests.map(({ method, url }) => `${method} ${url}`);
    },
    sent: (name) => requests.map(({ headers }) => headers.get(name)),
  };
}

/** An answer with a finished interaction. */
export function ok(): Response {
  return HttpResponse.json(sampleInteraction());
}

/** The answer to a credential that the service refuses. */
export function unauthorized(): Response {
  const error = { code: "authentication", message: "Token expired." };
  return HttpResponse.json({ error }, { status: 401 });
}

/** Answers everything, wherever it goes, with a finished interaction. */
export function answerAll(): HttpHandler {
  return http.all("*", ok);
}

/** Answers one request after the other with these, and the last one from then on. */
export function answerInTurn(...answers: (() => Response)[]): HttpHandler {
  let next = 0;
  return http.all("*", () => {
    const answer = answers[Math.min(next, answers.length - 1)];
    next += 1;
    return answer?.();
  });
}
