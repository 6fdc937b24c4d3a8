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
  let isOpen = false;
  let wasOpen = false;
  /** @type {string | null} */
  let server = null;
  /** Whether the newest row is kept in view: until the reader scrolls away from it. */
  let isFollowing = true;
  /** Where the list was scrolled to by itself. */
  let followedTop = 0;
  let isPlanned = false;

  /** @param {boolean} isShown */
  function setOpen(isShown) {
    drawer.hidden = !isShown;
    document.body.classList.toggle("with-wire", isShown);
    toggle.setAttribute("aria-expanded", String(isShown));
    sessionStorage.setItem("web-chat/wire", String(isShown));
    isFollowing = true;
    follow();
  }

  /** Once per frame: by then it is known whether the reader has scrolled. */
  function follow() {
    if (isPlanned) return;
    isPlanned = true;
    requestAnimationFrame(() => {
      isPlanned = false;
      if (!isFollowing) return;
      rows.scrollTop = rows.scrollHeight;
      followedTop = rows.scrollTop;
    });
  }

  // The list of servers that appears above it, or a row of buttons that wraps, moves its end.
  new ResizeObserver(follow).observe(rows);
  rows.addEventListener("scroll", () => {
    // Its own scrolling says nothing: more rows may have come since.
    if (rows.scrollTop === followedTop) return;
    isFollowing = rows.scrollHeight - rows.scrollTop - rows.clientHeight < 40;
  });

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
    follow();
  }

  /** @param {string} text @param {"mark" | "mark bad"} [className] */
  function addNote(text, className = "mark") {
    addRow([text], className);
  }

  return {
    /** @param {import("./fold.js").Event} event @param {string} id its place: what the page sends back */
    addEvent(event, id) {
      const data = JSON.stringify(event);
      const size = encoder.encode(
        `id: ${id}\nevent: ${event.event_type}\ndata: ${data}\n\n`,
      ).length;
      events += 1;
      bytes += size;
      addRow([event.event_type, previewOf(event), shortName(id), `${size} B`]);
      find("count-events").textContent = events.toLocaleString();
      find("count-bytes").textContent = bytes.toLocaleString();
    },
    /** Which server answers the newest request. @param {string | null} name */
    setServer(name) {
      server = name;
    },
    /** @param {import("gemini-interactions/browser").RunState} state */
    setState(state) {
      const isOver = state === "ended" || state === "failed";
      if (state === "open") {
        if (wasOpen) reconnects += 1;
        addNote(`${wasOpen ? "reconnected" : "connected"}, server ${server}`);
        find("count-reconnects").textContent = String(reconnects);
        find("server-name").textContent = server ?? "–";
        wasOpen = true;
      } else if (isOver) {
        addNote(state === "ended" ? "end of the run" : "the run has failed");
        wasOpen = false;
      } else if (isOpen) addNote("connection lost", "mark bad");
      isOpen = state === "open";
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

/** @param {Record<string, any>} event */
function previewOf({ delta, step, status, interaction, error }) {
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
