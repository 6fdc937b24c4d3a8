// Runs the recipe of docs/webhooks.md that ends a wait by a delivery, against the built package and the
// testing service, which sends the delivery itself.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transform } from "esbuild";
import { afterEach, expect, test, vi } from "vitest";
import { InteractionsClient } from "../../src/index.ts";
import type { Interaction } from "../../src/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import { verifyWebhook } from "../../src/webhooks/index.ts";
import type { WebhookEvent } from "../../src/webhooks/index.ts";
import { readFences } from "../support/fences.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Recipe {
  onEvent(event: WebhookEvent): void;
  waitForDelivery(id: string): Promise<Interaction>;
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

async function loadRecipe(): Promise<Recipe> {
  const source = readFences("docs/webhooks.md", "ts").find((code) =>
    code.includes("waitForDelivery"),
  );
  const { code } = await transform(source ?? "", { loader: "ts", format: "esm" });
  // Inside the package, so that the recipe can import it by its name.
  const folder = mkdtempSync(join(root, "test", ".examples-"));
  try {
    writeFileSync(join(folder, "recipe.mjs"), code);
    // The recipe is what the page says; the calls below would fail otherwise.
    return (await import(pathToFileURL(join(folder, "recipe.mjs")).href)) as Recipe;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// The next poll would come after 45 s at the earliest.
const timeout = 20_000;

test(
  "the delivery of a registered webhook ends the wait, long before the next poll",
  { timeout },
  async () => {
    vi.stubEnv("GEMINI_API_KEY", "any");
    const recipe = await loadRecipe();
    let secret = "";
    const service = createInteractionsService({
      mode: "faithful",
      webhooks: {
        async deliver(request) {
          recipe.onEvent(await verifyWebhook(request, { secret }));
          return new Response(null, { status: 204 });
        },
      },
    });
    vi.stubGlobal("fetch", service.fetch);
    const client = new InteractionsClient();
    const webhook = await client.webhooks.create({
      uri: "https://app.example/hook",
      subscribed_events: ["interaction.completed"],
    });
    secret = webhook.new_signing_secret ?? "";

    const { id } = await client.create({
      agent: "deep-research-preview-04-2026",
      input: "Research the history of quantum computing",
      background: true,
    });
    const reads = (): number => service.requests.filter(({ path }) => path.endsWith(id)).length;
    const waiting = recipe.waitForDelivery(id);
    await vi.waitFor(() => expect(reads()).toBe(1));
    // Without a clock a run moves on each time that it is read: this poll comes in place of time.
    let others = 0;
    do others += 1;
    while ((await client.get(id)).status === "in_progress");
    expect((await waiting).status).toBe("completed");
    // The one at the beginning of the wait, and the one after the delivery.
    expect(reads() - others).toBe(2);
  },
);
