// @ts-check
// The routes of the chat. A prompt becomes a background run at the service, and the browser gets the
// run's id with a ticket that only its own session can use. Events are served by id and cursor alone:
// this process keeps nothing, so any process can answer any request at any moment.

import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import { ApiError, interactionIdOf, isTerminal } from "gemini-interactions";
import { createSessions } from "./sessions.mjs";
import { pageRoutes } from "./page.mjs";
import { readPrompt } from "./prompt.mjs";

/**
 * @param {object} options
 * @param {import("gemini-interactions").InteractionsClient} options.client
 * @param {string} options.model
 * @param {string} options.secret signs sessions and tickets; the same in all processes
 * @param {string} options.serverName shown in the page's wire drawer
 */
export function createApp({ client, model, secret, serverName }) {
  const { sessionOf, issueTicket, checkTicket } = createSessions(secret);
  const app = new Hono();

  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'self'"], imgSrc: ["'self'", "data:"] },
      // Set where TLS ends, not here: browsers would remember it for every port of this machine.
      strictTransportSecurity: false,
    }),
  );

  app.post("/api/runs", async (context) => {
    const session = await sessionOf(context);
    const { params, previous } = readPrompt(await context.req.json().catch(() => undefined));
    if (previous !== undefined) checkTicket(session, previous.id, previous.ticket);
    const { id } = await client.create({
      ...params,
      model,
      // The run belongs to the service, and not to this request or this process.
      background: true,
      ...(previous && { previous_interaction_id: previous.id }),
    });
    return context.json({ id, ticket: issueTicket(session, id) }, 201);
  });

  app.get("/api/runs/:id/events", async (context) => {
    const id = await ownRun(context);
    const cursor = context.req.header("Last-Event-ID");
    if (cursor !== undefined && runOf(cursor) !== id) {
      throw new HTTPException(403, { message: "The cursor is of another run." });
    }
    const { signal } = context.req.raw;
    const stream = await (cursor === undefined
      ? client.get(id, { stream: true }, { signal })
      : client.resume(cursor, { signal }));
    return stream.toResponse({ headers: { "x-served-by": serverName } });
  });

  // What became of a run, for a page whose stream cannot be had.
  app.get("/api/runs/:id", async (context) => {
    const { status, errors = [] } = await client.get(await ownRun(context));
    const isOver = isTerminal(status);
    return context.json({ status, isOver, error: errors[0]?.message });
  });

  app.post("/api/runs/:id/cancel", async (context) => {
    const { status } = await client.cancel(await ownRun(context));
    return context.json({ status });
  });

  app.route("/", pageRoutes());

  app.onError((error, context) => {
    if (error instanceof HTTPException) {
      return context.json({ error: error.message }, error.status);
    }
    if (error instanceof ApiError) {
      // The service's own words, without the URL and the advice that are for developers.
      const { status, code, serviceMessage } = describe(error);
      return context.json({ error: serviceMessage, code }, status);
    }
    console.error(error);
    return context.json({ error: "The server could not answer." }, 500);
  });

  /**
   * The run in the path, if it belongs to the session that asks.
   *
   * @param {import("hono").Context<any, "/api/runs/:id">} context
   */
  async function ownRun(context) {
    const id = context.req.param("id");
    checkTicket(await sessionOf(context), id, context.req.query("ticket"));
    return id;
  }

  return app;
}

/** @param {string} text */
function runOf(text) {
  try {
    return interactionIdOf(text);
  } catch (cause) {
    throw new HTTPException(400, { message: "That is not a cursor of this chat.", cause });
  }
}

/** @param {ApiError} error */
function describe({ status, code, body, message }) {
  // Statuses about our own credentials are our fault, not the browser's.
  const isOurs = status === 401 || status === 403 || status >= 500;
  const text = /** @type {{ error?: { message?: string } } | undefined} */ (body)?.error?.message;
  return {
    status: /** @type {import("hono/utils/http-status").ContentfulStatusCode} */ (
      isOurs ? 502 : status
    ),
    code,
    serviceMessage: isOurs ? "The model service could not answer." : (text ?? message),
  };
}
