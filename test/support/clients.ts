import { vi } from "vitest";
import { InteractionsClient } from "../../src/index.ts";
import type { InteractionsClientOptions, VertexOptions } from "../../src/index.ts";

/** Values that no message, property or log may show. */
export const testKey = "AIza-test-key-of-nobody";
export const testToken = "ya29.test-token-of-nobody";

/** A client of the Gemini API that sends each call once. */
export function geminiClient(options: InteractionsClientOptions = {}): InteractionsClient {
  return new InteractionsClient({ apiKey: testKey, retry: false, ...options });
}

/** A client of Vertex AI that sends each call once: project `p`, location `global`, a fixed token. */
export function vertexClient(
  vertex: VertexOptions = {},
  options: InteractionsClientOptions = {},
): InteractionsClient {
  return new InteractionsClient({
    vertex: { project: "p", location: "global", auth: testToken, ...vertex },
    retry: false,
    ...options,
  });
}

/** Unsets every variable that the library or google-auth-library reads, until the test ends. */
export function clearEnvironment(): void {
  for (const name of variables) vi.stubEnv(name, undefined);
}

const variables = [
  "GEMINI_API_KEY",
  "GOOGLE_API_KEY",
  "GOOGLE_GENAI_USE_ENTERPRISE",
  "GOOGLE_GENAI_USE_VERTEXAI",
  "GOOGLE_CLOUD_PROJECT",
  "GOOGLE_CLOUD_LOCATION",
  "VERTEX_QUOTA_PROJECT_ID",
  "GOOGLE_CLOUD_QUOTA_PROJECT",
  "GOOGLE_GEMINI_BASE_URL",
  "GOOGLE_VERTEX_BASE_URL",
  "GOOGLE_APPLICATION_CREDENTIALS",
  "google_application_credentials",
  "GCLOUD_PROJECT",
  "CLOUDSDK_CONFIG",
  "HTTPS_PROXY",
  "https_proxy",
  "HTTP_PROXY",
  "http_proxy",
];
