import { http, HttpResponse } from "msw";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { clearEnvironment, testKey, testToken, vertexClient } from "../../support/clients.ts";
import { authorizedUser, serviceAccount, useCredentialFile } from "../../support/credentials.ts";
import { sampleInteraction } from "../../support/interaction.ts";
import {
  answerAll,
  answerInTurn,
  globalHost,
  ok,
  startServer,
  unauthorized,
} from "../../support/server.ts";

const server = startServer();
beforeEach(clearEnvironment);

const params = { model: "gemini-3.5-flash", input: "Hi" };

// Application Default Credentials, through the real google-auth-library.

const tokenEndpoint = "https://oauth2.googleapis.com/token";

/** Answers Google's token endpoint with `adc-1`, `adc-2`, …; tells what it was asked. */
function serveTokens() {
  const grants: URLSearchParams[] = [];
  server.use(
    http.post(tokenEndpoint, async ({ request }) => {
      grants.push(new URLSearchParams(await request.text()));
      const token = {
        access_token: `adc-${grants.length}`,
        expires_in: 3600,
        token_type: "Bearer",
      };
      return HttpResponse.json(token);
    }),
  );
  return grants;
}

/** The requests that went to Vertex AI, not to the token endpoint. */
function vertexRequests() {
  return server.requests.filter(({ url }) => url.startsWith(globalHost));
}

test("without auth a service account's key file signs for tokens with the cloud-platform scope", async () => {
  server.use(answerAll());
  const grants = serveTokens();
  useCredentialFile(serviceAccount());
  const client = vertexClient({ auth: undefined });
  await client.get("int_1");
  await client.get("int_1");
  const authorizations = vertexRequests().map(({ headers }) => headers.get("authorization"));
  expect(authorizations).toEqual(["Bearer adc-1", "Bearer adc-1"]);
  expect(grants.map((grant) => grant.get("grant_type"))).toEqual([
    "urn:ietf:params:oauth:grant-type:jwt-bearer",
  ]);
  const claims = grants[0]?.get("assertion")?.split(".")[1] ?? "";
  expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({
    iss: "robot@project-of-the-key.iam.gserviceaccount.com",
    scope: "https://www.googleapis.com/auth/cloud-platform",
  });
  expect(server.log.filter((line) => line.includes("elsewhere"))).toEqual([]);
});

test("without auth a user's file gives the token and the quota project", async () => {
  server.use(answerAll());
  const grants = serveTokens();
  useCredentialFile(authorizedUser());
  await vertexClient({ auth: undefined }).get("int_1");
  const [request] = vertexRequests();
  expect(request?.headers.get("authorization")).toBe("Bearer adc-1");
  expect(request?.headers.get("x-goog-user-project")).toBe("file-quota");
  expect(grants.map((grant) => grant.get("refresh_token"))).toEqual(["refresh-token"]);
});

test.each([
  ["option", { quotaProjectId: "mine" }, undefined],
  ["environment", {}, "mine"],
])("the quota project of the %s beats the credential file's", async (_, options, variable) => {
  server.use(answerAll());
  serveTokens();
  useCredentialFile(authorizedUser());
  vi.stubEnv("GOOGLE_CLOUD_QUOTA_PROJECT", variable);
  await vertexClient({ auth: undefined }, options).get("int_1");
  expect(vertexRequests()[0]?.headers.get("x-goog-user-project")).toBe("mine");
});

test.each([
  ["a service account", serviceAccount],
  ["a user", authorizedUser],
])("after a 401 %s really fetches a second token", async (_, content) => {
  server.use(answerInTurn(unauthorized, ok));
  const grants = serveTokens();
  useCredentialFile(content());
  expect(await vertexClient({ auth: undefined }).get("int_1")).toEqual(sampleInteraction());
  const authorizations = vertexRequests().map(({ headers }) => headers.get("authorization"));
  expect(authorizations).toEqual(["Bearer adc-1", "Bearer adc-2"]);
  expect(grants).toHaveLength(2);
});

test("calls at once fetch one token", async () => {
  server.use(answerAll());
  const grants = serveTokens();
  useCredentialFile(authorizedUser());
  const client = vertexClient({ auth: undefined });
  await Promise.all([client.get("a"), client.get("b"), client.create(params)]);
  expect(grants).toHaveLength(1);
});

test("a GoogleAuth of the caller's own is taken as it is", async () => {
  const { GoogleAuth } = await import("google-auth-library");
  server.use(answerInTurn(unauthorized, ok));
  serveTokens();
  useCredentialFile(authorizedUser());
  const auth = new GoogleAuth({ projectId: "p", scopes: ["scope"] });
  await vertexClient({ auth }).get("int_1");
  const authorizations = vertexRequests().map(({ headers }) => headers.get("authorization"));
  expect(authorizations).toEqual(["Bearer adc-1", "Bearer adc-2"]);
});

// The optional peer dependency.

/** The library as it loads when google-auth-library fails to; counts the attempts. */
async function importWithoutGoogleAuth() {
  const load = vi.fn(() => {
    throw new Error("Cannot find package 'google-auth-library'");
  });
  vi.resetModules();
  vi.doMock("google-auth-library", load);
  onTestFinished(() => {
    vi.doUnmock("google-auth-library");
    vi.resetModules();
  });
  const library = await import("../../../src/index.ts");
  return { ...library, load };
}

test("without google-auth-library the error says how to install it", async () => {
  const { InteractionsClient: Client, load } = await importWithoutGoogleAuth();
  const client = new Client({ vertex: { project: "p" } });
  expect(load).not.toHaveBeenCalled();
  const error: unknown = await client.get("int_1").catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toHaveProperty("message", expect.stringMatching(/npm install google-auth-library/));
  expect(error).toHaveProperty("message", expect.stringMatching(/vertex\.auth/));
  expect(error).toHaveProperty("cause", expect.any(Error));
  expect(server.log).toEqual([]);
});

test("google-auth-library is not loaded for the Gemini API, nor where auth is given", async () => {
  server.use(answerAll());
  const { InteractionsClient: Client, load } = await importWithoutGoogleAuth();
  await new Client({ apiKey: testKey }).get("int_1");
  await new Client({ vertex: { project: "p", auth: testToken } }).get("int_1");
  expect(server.log).toHaveLength(2);
  expect(load).not.toHaveBeenCalled();
});
