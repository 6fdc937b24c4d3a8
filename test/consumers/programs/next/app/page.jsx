import { outputText } from "gemini-interactions";
import { createClient } from "./client.js";

export const dynamic = "force-dynamic";

// A server component that polls: React and Next.js cache the GETs of one render, if they may.
export default async function Page() {
  const client = createClient();
  const { id } = await client.create({
    agent: "deep-research-preview-04-2026",
    input: "The capital of France?",
    background: true,
  });
  const final = await client.waitForCompletion(id, { pollIntervalMs: 20, timeoutMs: 10_000 });
  return <p>{`${final.status}: ${outputText(final)}`}</p>;
}
