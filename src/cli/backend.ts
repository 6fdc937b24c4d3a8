// Makes the client of a command from its options and the environment. Credentials come from the environment
// only, since other users can read a command line; a local emulator needs none.

import { InteractionsClient } from "../index.ts";
import type { Hooks, InteractionsClientOptions } from "../index.ts";

/** Options of every command that talks to the service. */
export const backendOptions = {
  vertex: { type: "boolean", help: "Use Vertex AI" },
  project: { type: "string", value: "<id>", help: "Google Cloud project (implies --vertex)" },
  location: { type: "string", value: "<name>", help: "Location on Vertex AI (implies --vertex)" },
  "base-url": { type: "string", value: "<url>", help: "Another host, such as a local emulator" },
  "api-version": {
    type: "string",
    value: "<version>",
    help: "v1, or the default: v1beta, on Vertex AI v1beta1",
  },
  help: { type: "boolean", short: "h", help: "Show this help" },
} as const;

/** The values of {@link backendOptions}. */
export interface BackendValues {
  readonly vertex?: boolean;
  readonly project?: string;
  readonly location?: string;
  readonly "base-url"?: string;
  readonly "api-version"?: string;
}

/** The port where `serve` listens, if it is free, and where commands without credentials look for it. */
export const emulatorPort = 8798;

/** Makes the client of a command. */
export async function createClient(
  values: BackendValues,
  hooks?: Hooks,
): Promise<InteractionsClient> {
  return new InteractionsClient({ ...(await toClientOptions(values)), hooks });
}

/** The client options of a command. */
export async function toClientOptions(values: BackendValues): Promise<InteractionsClientOptions> {
  const { project, location, "base-url": baseUrl, "api-version": apiVersion } = values;
  const { env } = process;
  const common = { baseUrl, apiVersion };
  if (values.vertex === true || project !== undefined || location !== undefined) {
    const isLocal = isLoopback(baseUrl ?? env["GOOGLE_VERTEX_BASE_URL"]);
    const auth = isLocal ? { auth: noCredentials } : {};
    return { ...common, vertex: { project, location, ...auth } };
  }
  if (hasCredentials()) return common;
  if (isLoopback(baseUrl ?? env["GOOGLE_GEMINI_BASE_URL"])) {
    return { ...common, apiKey: noCredentials };
  }
  // Another host was named, and it asks for credentials.
  const isElsewhere = (baseUrl ?? env["GOOGLE_GEMINI_BASE_URL"] ?? "") !== "";
  const emulator = isElsewhere ? undefined : await findEmulator();
  if (emulator === undefined) throw missingCredentials();
  console.error(`No credentials: using the emulator at ${emulator}`);
  return { ...common, baseUrl: emulator, apiKey: noCredentials };
}

/** The service and the credentials of a command: names, never values. */
export interface BackendNames {
  readonly isVertex: boolean;
  /** Such as `GEMINI_API_KEY (environment)`. */
  readonly credential: string;
  /** Origin and path prefix. */
  readonly address: string;
  /** Whether that is the service's own host. */
  readonly isService: boolean;
  readonly apiVersion: string;
}

/** Describes the service and the credentials of a client with these options. */
export function namesOf({ vertex, apiKey, ...options }: InteractionsClientOptions): BackendNames {
  const { env } = process;
  const flag = env["GOOGLE_GENAI_USE_ENTERPRISE"] || env["GOOGLE_GENAI_USE_VERTEXAI"];
  const isVertex = vertex !== undefined || (apiKey === undefined && /^(true|1)$/i.test(flag ?? ""));
  const location = vertex?.location || env["GOOGLE_CLOUD_LOCATION"] || "global";
  const variable = isVertex ? "GOOGLE_VERTEX_BASE_URL" : "GOOGLE_GEMINI_BASE_URL";
  const own = options.baseUrl || env[variable];
  const isMultiRegion = location === "us" || location === "eu";
  const region = isMultiRegion
    ? `aiplatform.${location}.rep.googleapis.com`
    : `${location === "global" ? "" : `${location}-`}aiplatform.googleapis.com`;
  return {
    isVertex,
    credential: credentialName(isVertex, (vertex?.auth ?? apiKey) === noCredentials),
    address: own || `https://${isVertex ? region : "generativelanguage.googleapis.com"}`,
    isService: !own,
    apiVersion: options.apiVersion ?? (isVertex ? "v1beta1" : "v1beta"),
  };
}

function credentialName(isVertex: boolean, isNone: boolean): string {
  const { env } = process;
  if (isNone) return "none, for a service on this machine";
  if (isVertex) {
    const isFile = (env["GOOGLE_APPLICATION_CREDENTIALS"] ?? "") !== "";
    const place = isFile ? "GOOGLE_APPLICATION_CREDENTIALS (environment)" : "of this machine";
    return `Application Default Credentials, ${place}`;
  }
  const isGemini = (env["GEMINI_API_KEY"] ?? "").trim() !== "";
  return `${isGemini ? "GEMINI_API_KEY" : "GOOGLE_API_KEY"} (environment)`;
}

/** The error for missing credentials. */
function missingCredentials(): Error {
  return new Error(
    "No credentials. Set GEMINI_API_KEY, or use --vertex; to try without an account, run " +
      "`gemini-interactions serve` in another terminal.",
  );
}

/** The options that a later command needs to reach the same service. */
export function backendWords(values: BackendValues): string[] {
  const { vertex, project, location, "base-url": baseUrl, "api-version": version } = values;
  return [
    ...(vertex === true ? ["--vertex"] : []),
    ...Object.entries({
      project,
      location,
      "base-url": baseUrl,
      "api-version": version,
    }).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value])),
  ];
}

/** An emulator does not need any, but a client must have some. */
const noCredentials = "emulator";

/** Whether the environment contains credentials, or names a backend that finds its own. */
function hasCredentials(): boolean {
  return [
    "GEMINI_API_KEY",
    "GOOGLE_API_KEY",
    "GOOGLE_GENAI_USE_ENTERPRISE",
    "GOOGLE_GENAI_USE_VERTEXAI",
  ].some((name) => (process.env[name] ?? "") !== "");
}

function isLoopback(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(url).hostname);
}

/** The URL of an emulator on the usual port, if one is there. */
async function findEmulator(): Promise<string | undefined> {
  const url = `http://127.0.0.1:${emulatorPort}`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(1_000) });
    const { name } = await response.json();
    return name === "gemini-interactions emulator" ? url : undefined;
  } catch {
    return undefined;
  }
}
