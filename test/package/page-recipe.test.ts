// Runs the two routes of docs/proxies-and-nextjs.md against the built package and the testing service,
// with a page that follows them. Each route is loaded anew for each request, as serverless functions are:
// what one of them kept, the next one would not have.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transform } from "esbuild";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followRun } from "../../src/browser/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { InteractionsService } from "../../src/testing/index.ts";
import { readFences } from "../support/fences.ts";
import { collect } from "../support/reading.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const words = "One two three four five six seven.";
let service: InteractionsService;

beforeEach(() => {
  service = createInteractionsService({ mode: "faithful", respond: () => words });
  vi.stubEnv("GEMINI_API_KEY", "any");
  vi.stubGlobal("fetch", service.fetch);
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

/** A route of the page, as a function that has just started. */
async function loadRoute(path: string): Promise<Record<string, (...args: unknown[]) => unknown>> {
  const source = readFences("docs/proxies-and-nextjs.md", "ts").find((code) =>
    code.startsWith(`// ${path}`),
  );
  const { code } = await transform(source ?? "", { loader: "ts", format: "esm" });
  // Inside the package, so that the recipe can import it by its name.
  const folder = mkdtempSync(join(root, "test", ".examples-"));
  try {
    writeFileSync(join(folder, "route.mjs"), code);
    return await import(pathToFileURL(join(folder, "route.mjs")).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function post(): Promise<string> {
  const { POST } = await loadRoute("app/api/runs/route.ts");
  const body = JSON.stringify({ input: "Hi" });
  // The recipe's route is one of Next.js: a request in, a response out.
  const response = (await POST?.(new Request("http://app/", { method: "POST", body }))) as Response;
  expect(response.status).toBe(201);
  const { id }: { id: string } = await response.json();
  return id;
}

async function get(id: string, headers: HeadersInit = {}): Promise<Response> {
  const { GET } = await loadRoute("app/api/runs/[id]/events/route.ts");
  const request = new Request("http://app/", { headers });
  return (await GET?.(request, { params: Promise.resolve({ id }) })) as Response;
}

test("a page that drops before the first event, and again later, costs one run and loses no word", async () => {
  const id = await post();
  let connections = 0;
  const run = followRun("/events", {
    async fetch(_url, { headers }) {
      const response = await get(id, headers);
      connections += 1;
      if (response.body === null || connections > 3) return response;
      // Nothing of the first, a few events of the others.
      const reader = response.body.getReader();
      const chunks: Uint8Array[] = [];
      for (let count = 1; count < connections * 3 - 2; count += 1) {
        const { value } = await reader.read();
        if (value !== undefined) chunks.push(value);
      }
      await reader.cancel();
      return new Response(new Blob(chunks as BlobPart[]), { headers: response.headers });
    },
  });
  const text = await collect(run.text());
  expect(text.join("")).toBe(words);
  expect(connections).toBeGreaterThan(2);
  expect(service.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
});

test("the route says what a page must know: the end, a wrong cursor, another's, no run", async () => {
  const [id, other] = [await post(), await post()];
  const body = await (await get(id)).text();
  const ids = Array.from(body.matchAll(/^id: (.*)$/gm), ([, cursor = ""]) => cursor);
  const last = { "last-event-id": ids.at(-1) ?? "" };
  expect((await get(id, last)).status).toBe(204);
  expect((await get(other, last)).status).toBe(403);
  expect((await get(id, { "last-event-id": "evt_12" })).status).toBe(400);
  expect((await get("v1_nothing")).status).toBe(404);
});
