// Refuses what the service refuses, with its messages: unknown routes, unknown credentials, and invalid
// bodies of creates.

import { wordOf } from "../../util/json.ts";
import type { Content, CreateInteractionRequest, Step } from "../../../generated/schema.ts";
import { toSteps } from "../runs/answer.ts";
import type { Incoming } from "../wire/incoming.ts";
import { errorReply } from "../wire/replies.ts";
import type { Reply } from "../wire/replies.ts";
import type { Route, VertexPaths } from "../wire/routes.ts";

/** Credentials that the service accepts; without any, requests need none. */
export interface Credentials {
  readonly apiKeys?: readonly string[] | undefined;
  readonly tokens?: readonly string[] | undefined;
}

/** Why the credentials are refused, if they are. */
export function checkCredentials(
  request: Incoming,
  { apiKeys, tokens }: Credentials,
): Reply | undefined {
  if (apiKeys === undefined && tokens === undefined) return undefined;
  const token = bearerToken(request);
  const key = request.headers.get("x-goog-api-key") ?? request.url.searchParams.get("key");
  if (token !== undefined ? tokens?.includes(token) : key !== null && apiKeys?.includes(key)) {
    return undefined;
  }
  if (token !== undefined || apiKeys === undefined) {
    const message =
      "Request had invalid authentication credentials. Expected OAuth 2 access token.";
    return errorReply({ status: 401, shape: "front-end", message });
  }
  if (key === null) {
    const message = "Method doesn't allow unregistered callers. Please use API Key.";
    return errorReply({ status: 403, shape: "front-end", message });
  }
  const message = "API key not valid. Please pass a valid API key.";
  const reason = { reason: "API_KEY_INVALID", domain: "googleapis.com" };
  return errorReply({ status: 400, shape: "front-end", message }, [
    { "@type": "type.googleapis.com/google.rpc.ErrorInfo", ...reason },
  ]);
}

function bearerToken(request: Incoming): string | undefined {
  return /^bearer (.*)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
}

/** The page of an unknown route, if the route is unknown. */
export function checkRoute(request: Incoming, route: Route, paths: VertexPaths): Reply | undefined {
  const { operation, isScoped, resource } = route;
  if (resource !== undefined) return undefined;
  if (operation === undefined) {
    return errorReply({ status: 404, shape: "front-end", message: "Method not found." });
  }
  // The unscoped form is also the Gemini API's; a bearer token means Vertex.
  const form = isScoped ? "location" : bearerToken(request) === undefined ? undefined : "unscoped";
  if (operation === "create" || form === undefined || paths === "both" || paths === form) {
    return undefined;
  }
  const message = "The requested URL was not found on this server.";
  return errorReply({ status: 404, shape: "html", message });
}

/** What is wrong with the body of a create, if anything is. */
export function findProblem(
  body: Readonly<Record<string, unknown>> | undefined,
): string | undefined {
  if (body === undefined) return "Invalid JSON payload received.";
  const { model, agent, background, store } = body;
  if ((model === undefined) === (agent === undefined)) {
    return "Exactly one of model and agent must be set.";
  }
  if (model !== undefined && body["agent_config"] !== undefined) {
    return "agent_config is supported with agent only.";
  }
  if (agent !== undefined && body["generation_config"] !== undefined) {
    return "generation_config is supported with model only.";
  }
  if (background === true && store === false) {
    return "store=true is required for background interactions.";
  }
  if (wordOf(agent).startsWith("deep-research-") && background !== true) {
    return "background=true is required for this agent.";
  }
  if (body["input"] === undefined && body["continuation_token"] === undefined) {
    return "input is required.";
  }
  return undefined;
}

/** The path of a function result without a call, in `before` or in the input. */
export function findStrayResult(
  { input = "" }: CreateInteractionRequest,
  before: readonly Step[],
): string | undefined {
  const steps = toSteps(input);
  const calls = new Set(
    [...before, ...steps].flatMap((step) => (step.type === "function_call" ? [step.id] : [])),
  );
  const isStray = (item: Content | Step): boolean =>
    item.type === "function_result" && !calls.has(item.call_id);
  for (const [index, step] of steps.entries()) {
    const place = Array.isArray(input) ? `input[${index}]` : "input";
    if (isStray(step)) return `${place}.call_id`;
    // Some clients put results into the content of a user's input.
    const content = step.type === "user_input" ? (step.content ?? []) : [];
    const inner = content.findIndex(isStray);
    if (inner >= 0) return `${place}.content[${inner}].call_id`;
  }
  return undefined;
}
