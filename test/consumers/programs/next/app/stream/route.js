import { createClient } from "../client.js";

export async function GET() {
  const client = createClient();
  const stream = await client.create({
    model: "gemini-3.8-flash",
    input: "The capital of France?",
    stream: true,
  });
  return stream.toResponse();
}
