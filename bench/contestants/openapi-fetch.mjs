// @ts-check
// The bare client that this library stands on.
import createClient from "openapi-fetch";

/** @param {{ baseUrl?: string }} options */
export function connect({ baseUrl }) {
  /** @type {import("openapi-fetch").Client<any>} */
  const client = createClient({ baseUrl, headers: { "x-goog-api-key": "key" } });
  return {
    async create() {
      const { data } = await client.POST("/v1beta/interactions", {
        body: { model: "gemini-2.5-flash", input: "Go on." },
      });
      return data;
    },
  };
}
