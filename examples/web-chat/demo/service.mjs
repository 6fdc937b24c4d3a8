// @ts-check
// The service in memory that the demo talks to: the library's own emulator, as the service is on the
// wire (`faithful`: few event ids), with a few scripted answers. Its open streams can be cut, and it
// can refuse the next prompt.

import { createInteractionsService } from "gemini-interactions/testing";
import { answerTo } from "./answers.mjs";

/** @param {{ wordMs: number }} options */
export function createDemoService({ wordMs }) {
  let refusals = 0;
  const service = createInteractionsService({
    mode: "faithful",
    eventIntervalMs: wordMs,
    respond(request) {
      if (refusals === 0) return answerTo(request);
      refusals -= 1;
      return {
        status: "failed",
        steps: [],
        errors: [{ code: "prohibited_content", message: "The prompt was blocked by policy." }],
      };
    },
  });
  /** @type {Set<TransformStreamDefaultController>} */
  const streams = new Set();

  return {
    requests: service.requests,
    faults: service.faults,
    /** @param {Parameters<typeof service.fetch>} call */
    async fetch(...call) {
      const response = await service.fetch(...call);
      if (response.headers.get("content-type") !== "text/event-stream") return response;
      /** @type {TransformStreamDefaultController} */
      let own;
      const cuttable = new TransformStream({
        start(controller) {
          own = controller;
          streams.add(own);
        },
        flush: () => void streams.delete(own),
      });
      // Cutting it is no failure of this process.
      void response.body?.pipeTo(cuttable.writable).catch(() => undefined);
      return new Response(cuttable.readable, response);
    },
    cut() {
      for (const stream of streams) stream.error(new Error("Cut"));
      streams.clear();
    },
    refuseNext() {
      refusals += 1;
    },
    /** How many runs were started, and how many other requests came. */
    count() {
      const posts = service.requests.filter(
        ({ method, path }) => method === "POST" && path.endsWith("/interactions"),
      ).length;
      return { runs: posts, reads: service.requests.length - posts };
    },
  };
}
