// Where a call goes: to the path that the spec has for the Gemini API, or to the form that Vertex AI has of
// it. Takes the calls of an openapi-fetch client, and returns the same calls with other arguments.

import type { InteractionsApi } from "../../generated/operations.ts";
import { geminiOnly, vertexPrefixes } from "../../generated/resources.ts";
import type { ResourceScope } from "../model/resource-name.ts";
import { scopeOf } from "./backend.ts";
import type { Http } from "./transport.ts";

/** The members of a call's init that are looked at here and at the door. */
interface Init {
  readonly params?: { readonly path?: object };
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly signal?: AbortSignal;
}

/** What a call is given: its path and its init, and for `request` a method before them. */
export type Argument = string | Init | undefined;

/** The calls of one client with other arguments. */
export function withArguments(
  api: InteractionsApi,
  change: (argument: Argument) => Argument,
): InteractionsApi {
  const changed = <Send extends (...args: never[]) => unknown>(send: Send): Send =>
    new Proxy(send, {
      apply: async (target, self, args: Argument[]) =>
        Reflect.apply(target, self, args.map(change)),
    });
  return {
    ...api,
    request: changed(api.request),
    GET: changed(api.GET),
    PUT: changed(api.PUT),
    POST: changed(api.POST),
    DELETE: changed(api.DELETE),
    PATCH: changed(api.PATCH),
  };
}

/** The calls of the Gemini API at their form on Vertex AI. */
export function atVertex(
  api: InteractionsApi,
  form: keyof typeof vertexPrefixes,
  scope: Partial<ResourceScope>,
): InteractionsApi {
  return withArguments(api, (argument) => {
    if (typeof argument !== "string") {
      const params = argument?.params;
      return { ...argument, params: { ...params, path: { ...scope, ...params?.path } } };
    }
    const method = geminiOnly[argument];
    if (method === undefined) return vertexPrefixes[form] + argument.slice("/v1beta".length);
    throw new TypeError(
      `${method}() is a call of the Gemini API: Vertex AI does not have it. Use a client with an apiKey.`,
    );
  });
}

/** The calls where the resources of a client are. */
export function homeOf({ backend, client }: Pick<Http, "backend" | "client">): InteractionsApi {
  const scope = scopeOf(backend);
  return scope === undefined ? client : atVertex(client, "scoped", scope);
}
