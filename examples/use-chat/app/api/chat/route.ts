// A new message: starts a background run that continues from the chat's last one. The answer is the cookie
// that says which run the chat is at; the page then follows it through the other route.

import type { UIMessage } from "ai";
import { ApiError } from "gemini-interactions";
import { getClient, recallRun, rememberRun } from "../../../lib/runs.ts";

export async function POST(request: Request): Promise<Response> {
  const { id: chatId, message }: { id: string; message: UIMessage } = await request.json();
  const input = message.parts.flatMap((part) => (part.type === "text" ? part.text : [])).join("\n");
  const previous = recallRun(request.headers, chatId);
  try {
    const { id } = await getClient().create({
      model: process.env["MODEL"] ?? "gemini-3.8-flash",
      input,
      // The run belongs to the service, and survives this request and this process.
      background: true,
      ...(previous !== undefined && { previous_interaction_id: previous }),
    });
    const headers = { "set-cookie": rememberRun(chatId, id) };
    return Response.json({ id }, { status: 201, headers });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // Its message is for developers: it has the URL, and advice about credentials.
    console.error(error.message);
    return new Response("The model service could not start the answer.", { status: 502 });
  }
}
