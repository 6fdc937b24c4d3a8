// Where `useChat({ resume: true })` asks after a reload: the chat's newest run again, from its beginning.
// The message has the run's id, so that it replaces what the page has of it.

import { recallRun } from "../../../../../lib/runs.ts";
import { streamRun } from "../../../../../lib/stream-run.ts";

export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const runId = recallRun(request, (await params).id);
  return runId === undefined ? new Response(null, { status: 204 }) : streamRun(runId, request);
}
