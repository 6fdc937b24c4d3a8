import { http } from "msw";
import { setupServer } from "msw/node";
import { expect, onTestFinished, test } from "vitest";
import { createInteractionsService } from "../../src/testing/index.ts";
import { interactionsHandlers } from "../../src/testing/msw.ts";

test("MSW handlers leave other paths of the hosts to the handlers after them", async () => {
  const own = [
    "https://generativelanguage.googleapis.com",
    "https://us-central1-aiplatform.googleapis.com",
  ];
  const proxy = "https://proxy.example/gemini";
  const server = setupServer(
    ...interactionsHandlers(createInteractionsService(), { baseUrl: proxy }),
    ...[...own, proxy].map((host) => http.all(`${host}/*`, () => new Response("behind"))),
  );
  server.listen({ onUnhandledRequest: "error" });
  onTestFinished(() => server.close());
  for (const host of [...own, proxy]) {
    for (const path of [
      "/v1beta/models",
      "/v1beta/models/gemini-3.8-flash:generateContent",
      "/v1beta/files/interactions.txt",
      "/upload/v1beta/files",
      "/v1/projects/p/locations/l/publishers/google/models/m:countTokens",
      "/v1beta/interactionsOfMine",
      "/",
    ]) {
      expect([
        path,
        await (await fetch(host + path, { method: "POST", body: "{}" })).text(),
      ]).toEqual([path, "behind"]);
    }
    for (const path of [
      "/v1beta/interactions/v1_none",
      "/v1beta/webhooks",
      "/v1beta/interactions/a/b/c",
    ]) {
      expect([path, await (await fetch(host + path)).text()]).not.toEqual([path, "behind"]);
    }
  }
});
