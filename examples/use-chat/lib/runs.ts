// Which run a chat is at, kept in the browser and not in a database: a cookie per chat holds the id of its
// newest run with a signature over both. A cookie that somebody has made up, or has carried over from
// another chat, opens nothing. All server processes need the same SESSION_SECRET.

import { createHmac, timingSafeEqual } from "node:crypto";
import { InteractionsClient } from "gemini-interactions";

let client: InteractionsClient | undefined;

/** Made with the first request, as a build has no credentials. */
export function getClient(): InteractionsClient {
  client ??= new InteractionsClient();
  return client;
}

/** The `Set-Cookie` header that says which run the chat is at. */
export function rememberRun(chatId: string, runId: string): string {
  const value = encodeURIComponent(`${runId}.${sign(chatId, runId)}`);
  const secure = process.env.NODE_ENV === "production" ? "; Secure" : "";
  return `${cookieName(chatId)}=${value}; Path=/api/chat; HttpOnly; SameSite=Strict; Max-Age=86400${secure}`;
}

/** The newest run of the chat, if the request comes from the browser that started it. */
export function recallRun(headers: Headers, chatId: string): string | undefined {
  const cookies = headers.get("cookie")?.split("; ") ?? [];
  const prefix = `${cookieName(chatId)}=`;
  const cookie = cookies.find((text) => text.startsWith(prefix));
  const [, runId = "", signature = ""] =
    /^(.+)\.([^.]+)$/.exec(decodeURIComponent(cookie?.slice(prefix.length) ?? "")) ?? [];
  const expected = Buffer.from(sign(chatId, runId));
  const given = Buffer.from(signature);
  const isOurs = given.length === expected.length && timingSafeEqual(given, expected);
  return isOurs ? runId : undefined;
}

function cookieName(chatId: string): string {
  return `run-${createHmac("sha256", "name").update(chatId).digest("hex").slice(0, 16)}`;
}

function sign(chatId: string, runId: string): string {
  const secret = process.env["SESSION_SECRET"];
  if (!secret) throw new Error("Set SESSION_SECRET to a long random text.");
  return createHmac("sha256", secret).update(`${chatId}\n${runId}`).digest("base64url");
}
