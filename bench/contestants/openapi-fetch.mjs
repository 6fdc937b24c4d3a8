// @ts-check
// The bare client that this library stands on; its streams are read with eventsource-parser.
import createClient from "openapi-fetch";
import { read } from "./parser-callback.mjs";

const params = /** @type {const} */ ({ model: "gemini-2.5-flash", input: "Go on." });

/** @param {{ baseUrl?: string }} options */
export function connect({ baseUrl }) {
  /** @type {import("openapi-fetch").Client<any>} */
  const client = createClient({ baseUrl, headers: { "x-goog-api-key": "key" } });
  return {
    async create() {
      const { data } = await client.POST("/v1beta/interactions", { body: params });
      return data;
    },
    async openStream() {
      const body = { ...params, stream: true };
      const { response } = await client.POST("/v1beta/interactions", { body, parseAs: "stream" });
      return response;
    },
    read,
  };
}
