// Which service a client talks to, and as whom: the client's options first, then the environment.
// Reads options and environment variables, returns one `Backend` with everything filled in. Neither
// the URL nor the credentials are checked here: endpoint.ts and auth/ do that.

import { clientOptionNames, vertexOptionNames } from "../model/options.ts";
import type {
  ApiKey,
  InteractionsClientOptions,
  ResourcePaths,
  VertexAuth,
  VertexOptions,
} from "../model/options.ts";
import type { ResourceScope } from "../model/resource-name.ts";
import { checkOptionNames } from "../util/check.ts";

/** The backend and its credentials, after options and environment. */
export type Backend =
  | { readonly name: "gemini"; readonly apiKey: ApiKey }
  | {
      readonly name: "vertex";
      readonly project: string;
      readonly location: string;
      readonly auth: VertexAuth | undefined;
      readonly resourcePaths: ResourcePaths;
      readonly quotaProjectId: string | undefined;
    };

/** The project and location of a Vertex AI client. */
export function scopeOf(backend: Backend): ResourceScope | undefined {
  if (backend.name === "gemini") return undefined;
  return { project: backend.project, location: backend.location };
}

/** Finds the backend: explicit options first, then the environment. */
export function resolveBackend(options: InteractionsClientOptions): Backend {
  checkOptionNames(options, clientOptionNames);
  const { apiKey, vertex } = options;
  if (apiKey !== undefined && vertex !== undefined) {
    throw new TypeError("Pass either apiKey (Gemini API) or vertex (Vertex AI), not both.");
  }
  if (vertex !== undefined) return resolveVertex(vertex, options);
  if (apiKey !== undefined) return { name: "gemini", apiKey };
  const useVertex = readFlag("GOOGLE_GENAI_USE_ENTERPRISE", "GOOGLE_GENAI_USE_VERTEXAI");
  if (useVertex) return resolveVertex({}, options);
  const key = readVariable("GEMINI_API_KEY", "GOOGLE_API_KEY");
  if (key === undefined) {
    throw new TypeError(
      "No credentials. Pass apiKey or vertex to the client, or set GEMINI_API_KEY; for Vertex AI " +
        "set GOOGLE_GENAI_USE_VERTEXAI=true and GOOGLE_CLOUD_PROJECT.",
    );
  }
  return { name: "gemini", apiKey: key };
}

function resolveVertex(vertex: VertexOptions, options: InteractionsClientOptions): Backend {
  checkOptionNames(vertex, vertexOptionNames, "vertex.");
  const project = nonEmpty(vertex.project) ?? readVariable("GOOGLE_CLOUD_PROJECT");
  if (project === undefined) {
    throw new TypeError(
      "Vertex AI needs a project. Pass vertex.project to the client, or set GOOGLE_CLOUD_PROJECT.",
    );
  }
  return {
    name: "vertex",
    project,
    location: nonEmpty(vertex.location) ?? readVariable("GOOGLE_CLOUD_LOCATION") ?? "global",
    auth: vertex.auth,
    resourcePaths: vertex.resourcePaths ?? "auto",
    quotaProjectId:
      nonEmpty(options.quotaProjectId) ??
      readVariable("VERTEX_QUOTA_PROJECT_ID", "GOOGLE_CLOUD_QUOTA_PROJECT"),
  };
}

/** The first of these environment variables that is set to more than blanks. */
export function readVariable(...names: string[]): string | undefined {
  // Browsers have no `process`; edge workers may have one without `env`.
  const env = typeof process === "undefined" ? undefined : process.env;
  for (const name of names) {
    const value = nonEmpty(env?.[name]);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Whether the first of these variables that is set says yes. */
function readFlag(...names: string[]): boolean {
  const value = readVariable(...names)?.toLowerCase();
  return value === "true" || value === "1";
}

function nonEmpty(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === "" ? undefined : trimmed;
}
