// The events of the chat's newest run: from its beginning, or after the event that the page names. Nothing
// is kept between requests, so any process can answer any of them.

import { ApiError, interactionIdOf } from "gemini-interactions";
import { getClient, recallRun } from "../../../../../lib/runs.ts";

export async function GET(
  { headers, signal }: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const runId = recallRun(headers, (await params).id);
  if (runId === undefined) return new Response(null, { status: 204 });
  const cursor = headers.get("last-event-id");
  try {
    // Another tab may have started the next run of this chat.
    if (cursor !== null && interactionIdOf(cursor) !== runId) {
      return new Response("The chat is at another run now.", { status: 403 });
    }
    const stream = await (cursor === null
      ? getClient().get(runId, { stream: true }, { signal })
      : getClient().resume(cursor, { signal }));
    return stream.toResponse();
  } catch (error) {
    if (error instanceof TypeError) return new Response("Not a cursor.", { status: 400 });
    // The page gives up on 404 and comes again on 503: it must learn which it is.
    if (error instanceof ApiError) return new Response(null, { status: error.status });
    throw error;
  }
}
