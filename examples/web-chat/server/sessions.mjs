// @ts-check
// Who may see which run, without a database. A session is a random name in a signed cookie. A ticket
// is a signature over session and run id: whoever shows it with the right cookie started that run.
// The trap: cursors and run ids are no secrets and prove nothing, so they are never enough.

import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { getSignedCookie, setSignedCookie } from "hono/cookie";
import { HTTPException } from "hono/http-exception";

const cookieName = "session";
const yearSeconds = 365 * 24 * 60 * 60;

/** @param {string} secret */
export function createSessions(secret) {
  /**
   * The caller's session; a new one gets its cookie.
   *
   * @param {import("hono").Context} context
   * @returns {Promise<string>}
   */
  async function sessionOf(context) {
    const known = await getSignedCookie(context, secret, cookieName);
    if (typeof known === "string") return known;
    const session = randomUUID();
    await setSignedCookie(context, cookieName, session, secret, {
      httpOnly: true,
      maxAge: yearSeconds,
      path: "/",
      sameSite: "Strict",
      secure: new URL(context.req.url).protocol === "https:",
    });
    return session;
  }

  /**
   * @param {string} session
   * @param {string} runId
   */
  function issueTicket(session, runId) {
    return createHmac("sha256", secret).update(`ticket\n${session}\n${runId}`).digest("base64url");
  }

  /**
   * @param {string} session
   * @param {string} runId
   * @param {string | undefined} ticket
   */
  function checkTicket(session, runId, ticket = "") {
    const expected = Buffer.from(issueTicket(session, runId));
    const given = Buffer.from(ticket);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new HTTPException(403, { message: "This run belongs to another session." });
    }
  }

  return { sessionOf, issueTicket, checkTicket };
}
