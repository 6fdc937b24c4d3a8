// @ts-check
// Follows the events of one run to their end, whatever happens to connections and servers. An
// EventSource does most of it: it reconnects and sends the newest event's id. This file adds what it
// lacks: it comes back after an answer that is no stream (a 503 while nothing runs), it notices a
// connection that is open and dead, and it stops at the end of the run.

/** Silence after which a new connection is opened. It loses nothing, so it may come too early. */
const silenceMs = 12_000;
const maxPauseMs = 8_000;

const eventTypes = [
  "interaction.created",
  "interaction.status_update",
  "interaction.completed",
  "step.start",
  "step.delta",
  "step.stop",
];

/**
 * @param {object} options
 * @param {{ id: string, ticket: string }} options.run
 * @param {string | undefined} options.cursor where to go on; the beginning of the run if absent
 * @param {(event: MessageEvent<string>) => void} options.onEvent called once for each event
 * @param {(state: "connecting" | "open" | "silent", server?: string) => void} options.onConnection
 * @param {(isLost: boolean, error?: string) => void} options.onEnd after the last event; `isLost`
 *   when the run cannot be read any further
 */
export function followRun({ run, cursor, onEvent, onConnection, onEnd }) {
  const path = `/api/runs/${encodeURIComponent(run.id)}`;
  /** @type {EventSource} */
  let source;
  let position = cursor;
  let failures = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let isClosed = false;

  function open() {
    onConnection("connecting");
    const query = new URLSearchParams({ ticket: run.ticket });
    if (position !== undefined) query.set("cursor", position);
    source = new EventSource(`${path}/events?${query}`);
    source.addEventListener("server", ({ data }) => {
      failures = 0;
      onConnection("open", JSON.parse(data));
    });
    for (const type of eventTypes) source.addEventListener(type, receive);
    source.addEventListener("error", (event) => {
      // Two things have this name: an event of the service, and a connection that is gone.
      if (event instanceof MessageEvent) receive(event);
      else if (source.readyState === EventSource.CLOSED) void recover();
      else onConnection("connecting");
    });
    source.addEventListener("done", () => finish(false));
    watch();
  }

  /** @param {MessageEvent<string>} event */
  function receive(event) {
    watch();
    if (event.lastEventId !== "") position = event.lastEventId;
    onEvent(event);
  }

  function watch() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      onConnection("silent");
      source.close();
      open();
    }, silenceMs);
  }

  /** The browser has given up: either there is nothing more to read, or nobody answers just now. */
  async function recover() {
    clearTimeout(timer);
    const response = await fetch(`${path}?ticket=${encodeURIComponent(run.ticket)}`).catch(
      () => null,
    );
    if (isClosed) return;
    if (response !== null && response.status >= 400 && response.status < 500) {
      const { error } = await response.json().catch(() => ({}));
      finish(true, error);
      return;
    }
    onConnection("connecting");
    timer = setTimeout(open, Math.min(maxPauseMs, 250 * 2 ** failures));
    failures += 1;
  }

  /** @param {boolean} isLost @param {string} [error] */
  function finish(isLost, error) {
    close();
    onEnd(isLost, error);
  }

  function close() {
    isClosed = true;
    clearTimeout(timer);
    source.close();
  }

  open();
  return { close };
}
