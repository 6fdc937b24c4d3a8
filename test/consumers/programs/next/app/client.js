import { InteractionsClient } from "gemini-interactions";

export function createClient() {
  return new InteractionsClient({ apiKey: "key", baseUrl: process.env.SERVICE_URL });
}
