// Whom a command talks to: options of the command line and the environment become a client. Credentials
// come from the environment only, since a command line can be read by others; a local emulator needs none.

import { InteractionsClient } from "../index.ts";
import type { Hooks } from "../index.ts";

/** Options of every command that talks to the service. */
export const backendOptions = {
  vertex: { type: "boolean", help: "Use Vertex AI" },
  project: { type: "string", value: "<id>", help: "Google Cloud project (implies --vertex)" },
  location: { type: "string", value: "<name>", help: "Location on Vertex AI (implies --vertex)" },
  "base-url": { type: "string", value: "<url>", help: "Another host, such as of a local emulator" },
  help: { type: "boolean", short: "h", help: "Show this help" },
} as const;

/** What was given for {@link backendOptions}. */
export interface BackendValues {
  readonly vertex?: boolean;
  readonly project?: string;
  readonly location?: string;
  readonly "base-url"?: string;
}

/** Where `serve` listens, if it can, and where commands without credentials look for it. */
export const emulatorPort = 8798;

/** Makes the client of a command. */
export async function createClient(
  values: BackendValues,
  hooks?: Hooks,
): Promise<InteractionsClient> {
  const { project, location, "base-url": baseUrl } = values;
  const { env } = process;
  if (values.vertex === true || project !== undefined || location !== undefined) {
    const isLocal = isLoopback(baseUrl ?? env["GOOGLE_VERTEX_BASE_URL"]);
    const auth = isLocal ? { auth: noCredentials } : {};
    return new InteractionsClient({ baseUrl, hooks, vertex: { project, location, ...auth } });
  }
  if (hasCredentials()) return new InteractionsClient({ baseUrl, hooks });
  if (isLoopback(baseUrl ?? env["GOOGLE_GEMINI_BASE_URL"])) {
    return new InteractionsClient({ baseUrl, hooks, apiKey: noCredentials });
  }
  // Another host was named, and it asks for credentials.
  const isElsewhere = (baseUrl ?? env["GOOGLE_GEMINI_BASE_URL"] ?? "") !== "";
  const emulator = isElsewhere ? undefined : await findEmulator();
  if (emulator === undefined) throw missingCredentials();
  console.error(`No credentials: using the emulator at ${emulator}`);
  return new InteractionsClient({ baseUrl: emulator, hooks, apiKey: noCredentials });
}

/** The error that says how to get on without credentials. */
export function missingCredentials(): Error {
  return new Error(
    "No credentials. Set GEMINI_API_KEY, or use --vertex; to try without an account, run " +
      "`gemini-interactions serve` in another terminal.",
  );
}

/** The options that a later command needs to reach the same service. */
export function backendWords(values: BackendValues): string[] {
  const { vertex, project, location, "base-url": baseUrl } = values;
  return [
    ...(vertex === true ? ["--vertex"] : []),
    ...Object.entries({ project, location, "base-url": baseUrl }).flatMap(([name, value]) =>
      value === undefined ? [] : [`--${name}`, value],
    ),
  ];
}

/** An emulator asks for none, but a client must have some. */
const noCredentials = "emulator";

/** Whether the environment names credentials, or a backend that finds its own. */
export function hasCredentials(): boolean {
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
