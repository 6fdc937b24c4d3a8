// @ts-check
// The drawer that shows what comes over the wire: each event with its id and size, each reconnect, and
// in the demo the buttons that break something. It only looks: the chat works the same without it.

const maxRows = 500;
const pollMs = 700;

/** @param {string} id @returns {HTMLElement} */
const find = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const encoder = new TextEncoder();

export function createWire() {
  const drawer = find("wire");
  const toggle = find("toggle-wire");
  const rows = find("rows");
  const started = performance.now();
  let events = 0;
  let bytes = 0;
  let reconnects = 0;
  let isConnected = false;
  let wasCut = false;

  /** @param {boolean} isOpen */
  function setOpen(isOpen) {
    drawer.hidden = !isOpen;
    document.body.classList.toggle("with-wire", isOpen);
    toggle.setAttribute("aria-expanded", String(isOpen));
    sessionStorage.setItem("web-chat/wire", String(isOpen));
    if (isOpen) rows.scrollTop = rows.scrollHeight;
  }

  toggle.addEventListener("click", () => setOpen(drawer.hidden));
  find("close-wire").addEventListener("click", () => {
    setOpen(false);
    toggle.focus();
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && !drawer.hidden) setOpen(false);
  });
  setOpen(sessionStorage.getItem("web-chat/wire") === "true");
  void showBreakers(addNote);

  /** @param {string[]} cells @param {string} [className] */
  function addRow(cells, className = "") {
    const isAtEnd = rows.scrollHeight - rows.scrollTop - rows.clientHeight < 40;
    const row = document.createElement("li");
    row.className = className;
    const seconds = ((performance.now() - started) / 1000).toFixed(2);
    for (const text of [seconds, ...cells]) {
      const cell = document.createElement("span");
      cell.textContent = text;
      row.append(cell);
    }
    rows.append(row);
    while (rows.childElementCount > maxRows) rows.firstElementChild?.remove();
    if (isAtEnd) rows.scrollTop = rows.scrollHeight;
  }

  /** @param {string} text @param {"mark" | "mark bad"} [className] */
  function addNote(text, className = "mark") {
    addRow([text], className);
  }

  return {
    /** @param {MessageEvent<string>} event */
    addEvent({ type, data, lastEventId }) {
      const id = lastEventId === "" ? "" : `id: ${lastEventId}\n`;
      const size = encoder.encode(`${id}event: ${type}\ndata: ${data}\n\n`).length;
      events += 1;
      bytes += size;
      addRow([type, previewOf(data), shortName(lastEventId), `${size} B`]);
      find("count-events").textContent = events.toLocaleString();
      find("count-bytes").textContent = bytes.toLocaleString();
    },
    /** @param {"connecting" | "open" | "silent" | "closed"} state @param {string} [server] */
    setConnection(state, server) {
      if (state === "open") {
        if (wasCut) reconnects += 1;
        addNote(`${wasCut ? "reconnected" : "connected"}, server ${server}`);
        find("count-reconnects").textContent = String(reconnects);
        find("server-name").textContent = server ?? "–";
        wasCut = false;
        isConnected = true;
      } else if (isConnected) {
        isConnected = false;
        wasCut = state !== "closed";
        const why = { silent: "silent for too long", closed: "end of the run", connecting: "cut" };
        addNote(why[state], state === "closed" ? "mark" : "mark bad");
      }
    },
    addNote,
  };
}

/** A cursor is too long for a row: four characters that differ when it differs. @param {string} id */
function shortName(id) {
  let hash = 0;
  for (const character of id) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) >>> 0;
  return id === "" ? "" : `#${(hash % 36 ** 4).toString(36).padStart(4, "0")}`;
}

/** @param {string} data */
function previewOf(data) {
  const { delta, step, status, interaction, error } = JSON.parse(data);
  const text =
    delta?.text ?? delta?.content?.text ?? delta?.arguments ?? delta?.type ?? step?.type ?? status;
  return String(text ?? error?.code ?? interaction?.status ?? "")
    .trim()
    .slice(0, 60);
}

/** @param {string} [action] @param {RequestInit} [init] */
async function callDemo(action = "", init) {
  const response = await fetch(`/demo/${action}`, init).catch(() => undefined);
  return response?.ok ? response.json() : undefined;
}

/** @param {(text: string, className: "mark bad") => void} addNote */
async function showBreakers(addNote) {
  const section = find("breakers");
  if ((await callDemo()) === undefined) return;
  section.hidden = false;
  for (const button of section.querySelectorAll("button")) {
    button.addEventListener("click", async () => {
      addNote(`you: ${button.textContent?.toLowerCase()}`, "mark bad");
      showServers(await callDemo(button.dataset["break"], { method: "POST" }));
    });
  }
  setInterval(async () => find("wire").hidden || showServers(await callDemo()), pollMs);
}

/**
 * @param {{ servers: { name: string, pid: number, isRunning: boolean, streams: number }[],
 *   service: { runs: number, reads: number } } | undefined} state
 */
function showServers(state) {
  if (state === undefined) return;
  const { servers, service } = state;
  const lines = servers.map(({ name, pid, isRunning, streams }) => ({
    className: isRunning ? (streams > 0 ? "serving" : "running") : "dead",
    text: isRunning
      ? `Server ${name}, pid ${pid}${streams > 0 ? ", streaming" : ""}`
      : `Server ${name} is dead`,
  }));
  const { runs, reads } = service;
  lines.push({
    className: "running",
    text: `Service: ${runs} ${runs === 1 ? "run" : "runs"} started, read ${reads} times`,
  });
  find("servers").replaceChildren(
    ...lines.map((line) =>
      Object.assign(document.createElement("li"), { ...line, textContent: line.text }),
    ),
  );
}
