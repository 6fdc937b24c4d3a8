import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished, vi } from "vitest";
import type { RequestHeadersSource } from "../../src/index.ts";

/** An auth client that gives these headers. */
export function source(
  getHeaders: (url?: string) => Headers | Record<string, string>,
): RequestHeadersSource {
  return { getRequestHeaders: (url) => Promise.resolve(getHeaders(url)) };
}

/** Points Application Default Credentials at a file with this content, until the test ends. */
export function useCredentialFile(content: object): void {
  const folder = mkdtempSync(join(tmpdir(), "gemini-interactions-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "credentials.json");
  writeFileSync(file, JSON.stringify(content));
  vi.stubEnv("GOOGLE_APPLICATION_CREDENTIALS", file);
}

/** Key file of a service account that exists nowhere. */
export function serviceAccount(): object {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    type: "service_account",
    project_id: "project-of-the-key",
    private_key_id: "key-1",
    private_key: privateKey.export({ type: "pkcs8", format: "pem" }),
    client_email: "robot@project-of-the-key.iam.gserviceaccount.com",
    client_id: "1",
    // google-auth-library pays no attention to this, and must not: the file may come from anywhere.
    token_uri: "https://elsewhere.example/token",
  };
}

/** What `gcloud auth application-default login` writes. */
export function authorizedUser(): object {
  return {
    type: "authorized_user",
    client_id: "client-1",
    client_secret: "client-secret",
    refresh_token: "refresh-token",
    quota_project_id: "file-quota",
  };
}
