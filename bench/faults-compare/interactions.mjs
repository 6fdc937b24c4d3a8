// @ts-check
// The testing service of this library on a port: what the three clients of the Interactions API talk to.
// Unless a row says otherwise it is as the real one was seen on the wire (`faithful`).

import { createInteractionsService, refusedAnswer } from "gemini-interactions/testing";
import { startServer } from "gemini-interactions/testing/node";

/**
 * @param {string[]} words of each answer
 * @param {number} eventIntervalMs
 * @param {{ mode?: "faithful" | "guide", faults?: import("gemini-interactions/testing").Fault[], refuse?: boolean }} row
 */
export async function startInteractions(words, eventIntervalMs, row) {
  const { mode = "faithful", faults = [], refuse = false } = row;
  const respond = () => (refuse ? refusedAnswer() : words.join(""));
  const service = createInteractionsService({ mode, respond, faults, eventIntervalMs });
  const server = await startServer(service);
  return {
    url: server.url,
    counts: () => ({
      posts: service.requests.filter(({ method }) => method === "POST").length,
      runs: service.interactions.length,
    }),
    close: () => server.close(),
  };
}
