// Answers with the chunks of one run, from its beginning. When the browser goes, this stops reading; the
// run goes on at the service, and the next request reads it again.

import { createUIMessageStreamResponse } from "ai";
import type { UIMessageChunk } from "ai";
import { getClient } from "./runs.ts";
import { toUiChunks } from "./ui-chunks.ts";

export async function streamRun(
  runId: string,
  request: Request,
  cookie?: string,
): Promise<Response> {
  const events = await getClient().get(runId, { stream: true }, { signal: request.signal });
  const chunks = toUiChunks(events);
  const stream = new ReadableStream<UIMessageChunk>({
    async pull(controller) {
      try {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        if (request.signal.aborted) return;
        const errorText = error instanceof Error ? error.message : String(error);
        controller.enqueue({ type: "error", errorText });
        controller.close();
      }
    },
    cancel: async () => void (await chunks.return(undefined)),
  });
  return createUIMessageStreamResponse({ stream, headers: cookie ? { "set-cookie": cookie } : {} });
}
