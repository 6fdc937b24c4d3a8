// A new message: starts a background run that goes on from the chat's last one, and streams it.

import type { UIMessage } from "ai";
import { getClient, recallRun, rememberRun } from "../../../lib/runs.ts";
import { streamRun } from "../../../lib/stream-run.ts";

export async function POST(request: Request): Promise<Response> {
  const { id: chatId, message }: { id: string; message: UIMessage } = await request.json();
  const input = message.parts.flatMap((part) => (part.type === "text" ? part.text : [])).join("\n");
  const previous = recallRun(request, chatId);
  const { id: runId } = await getClient().create({
    model: process.env["MODEL"] ?? "gemini-3.8-flash",
    input,
    // The run belongs to the service, and survives this request and this process.
    background: true,
    ...(previous !== undefined && { previous_interaction_id: previous }),
  });
  return streamRun(runId, request, rememberRun(chatId, runId));
}
