// @ts-check
// The chat. It holds the turns, starts and follows runs, and shows what changed once per frame.

import { cancelRun, readRun, startRun } from "./api.js";
import { createTurn, end, fold, isRunning } from "./fold.js";
import { runFunctions } from "./functions.js";
import { followRun } from "./run-stream.js";
import { createSaver, loadTurns } from "./store.js";
import { createTurnView, textOf } from "./turn-view.js";
import { createWire } from "./wire.js";

/** @typedef {import("./fold.js").Turn} Turn */
/** @typedef {import("./run-stream.js")} RunStream */

/** @param {string} id @returns {any} */
const find = (id) => document.getElementById(id);
const scroller = find("scroller");
const prompt = find("prompt");
const wire = createWire();

const suggestions = [
  "Explain at length how streams survive",
  "Search for how EventSource reconnects",
  "What time is it where I am?",
];
/** A cut that is mended within this time is not worth a word. */
const lateMs = 2_500;

let turns = loadTurns();
/** @type {Map<Turn, ReturnType<typeof createTurnView>>} */
const views = new Map();
const { save, saveSoon } = createSaver(() => turns);
/** @type {ReturnType<typeof followRun> | undefined} */
let following;
/** @type {"connecting" | "open" | "silent"} */
let connection = "connecting";
let lostAt = 0;

/** @param {string} input */
async function ask(input) {
  const turn = createTurn(input);
  turns.push(turn);
  showSoon(true);
  await start(turn, { input });
}

/** @param {Turn} turn @param {{ input: string } | { results: object[] }} what */
async function start(turn, what) {
  try {
    turn.run = await startRun(what, turn.run ?? previousRun(turn));
    delete turn.cursor;
    turn.steps = {};
    turn.status = "in_progress";
    save();
    follow(turn);
  } catch (error) {
    end(turn, "unsent", /** @type {Error} */ (error).message);
    save();
    showSoon();
  }
}

/** The newest run before a turn that the service can go on from. @param {Turn} turn */
function previousRun(turn) {
  return turns.slice(0, turns.indexOf(turn)).findLast(({ status }) => status === "completed")?.run;
}

/** @param {Turn} turn */
function follow(turn) {
  const { run, cursor } = turn;
  if (run === undefined) return;
  connection = "connecting";
  lostAt = Date.now();
  following = followRun({
    run,
    cursor,
    onEvent(event) {
      fold(turn, JSON.parse(event.data));
      if (event.lastEventId !== "") turn.cursor = event.lastEventId;
      wire.addEvent(event);
      saveSoon();
      showSoon();
    },
    onConnection(state, server) {
      wire.setConnection(state, server);
      if (state !== "open" && connection === "open") lostAt = Date.now();
      connection = state;
      showSoon();
    },
    onEnd: (isLost, error) => void finish(turn, isLost, error),
  });
}

/** @param {Turn} turn @param {boolean} isLost @param {string | undefined} error */
async function finish(turn, isLost, error) {
  following = undefined;
  wire.setConnection("closed");
  if (turn.status === "requires_action") {
    const results = runFunctions(turn);
    turn.status = "in_progress";
    delete turn.endedAt;
    showSoon();
    if (results.length > 0) return start(turn, { results });
  }
  if (turn.run !== undefined && (isRunning(turn) || turn.status === "failed")) {
    // The stream has not told how the run ended, or not why: the stored run knows.
    const state = isLost ? undefined : await readRun(turn.run).catch(() => undefined);
    const known = turn.error ?? state?.error;
    end(turn, state?.isOver ? state.status : known ? "failed" : "lost", known ?? error);
  }
  announce(turn);
  save();
  showSoon();
}

async function stop() {
  const turn = turns.at(-1);
  if (turn?.run === undefined) return;
  find("stop").disabled = true;
  // The stream then brings the end, with what had been written until then.
  await cancelRun(turn.run).catch((error) => (turn.error = error.message));
  find("stop").disabled = false;
  showSoon();
}

/** @param {Turn} turn */
function retry(turn) {
  turns = turns.filter((other) => other !== turn);
  views.get(turn)?.root.remove();
  views.delete(turn);
  void ask(turn.prompt);
}

let isShowing = false;

/** Shows what changed, with the next frame. @param {boolean} [toEnd] */
function showSoon(toEnd = false) {
  if (toEnd) stickToEnd = true;
  if (isShowing) return;
  isShowing = true;
  // A page in the background has no frames, and nobody who looks.
  requestAnimationFrame(() => {
    isShowing = false;
    show();
  });
}

function show() {
  const newest = turns.at(-1);
  const running = newest !== undefined && isRunning(newest);
  find("welcome").hidden = turns.length > 0;
  find("send").hidden = running;
  find("stop").hidden = !running || newest.run === undefined;
  const isLate = connection !== "open" && Date.now() - lostAt > lateMs;
  for (const turn of turns) {
    let view = views.get(turn);
    if (view === undefined) {
      view = createTurnView(turn, { onRetry: () => retry(turn) });
      views.set(turn, view);
      find("turns").append(view.root);
      view.update("open");
    } else if (turn === newest) {
      view.update(isLate && running ? "late" : "open");
    }
  }
  if (stickToEnd) scroller.scrollTop = scroller.scrollHeight;
  find("to-end").hidden = stickToEnd;
}

/** Whether the newest words are kept in view: until the reader scrolls away from them. */
let stickToEnd = true;
scroller.addEventListener("scroll", () => {
  stickToEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 60;
  find("to-end").hidden = stickToEnd;
});
find("to-end").addEventListener("click", () => showSoon(true));

/** Once per answer: a screen reader would stumble over every word. @param {Turn} turn */
function announce(turn) {
  const words = textOf(turn).split(/\s+/).filter(Boolean).length;
  find("announcer").textContent =
    turn.status === "completed" ? `Answer complete, ${words} words.` : "The answer has ended.";
}

find("composer").addEventListener("submit", (/** @type {Event} */ event) => {
  event.preventDefault();
  const input = prompt.value.trim();
  const newest = turns.at(-1);
  if (input === "" || (newest !== undefined && isRunning(newest))) return;
  prompt.value = "";
  void ask(input);
});
prompt.addEventListener("keydown", (/** @type {KeyboardEvent} */ event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  find("composer").requestSubmit();
});
find("stop").addEventListener("click", () => void stop());
find("new-chat").addEventListener("click", () => {
  following?.close();
  following = undefined;
  const newest = turns.at(-1);
  if (newest?.run !== undefined && isRunning(newest)) void cancelRun(newest.run).catch(() => {});
  turns = [];
  views.clear();
  find("turns").replaceChildren();
  save();
  show();
  prompt.focus();
});
for (const text of suggestions) {
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    textContent: text,
  });
  button.addEventListener("click", () => void ask(text));
  const item = document.createElement("li");
  item.append(button);
  find("suggestions").append(item);
}

// Seconds go by without events.
setInterval(() => following !== undefined && showSoon(), 1000);

const newest = turns.at(-1);
if (newest !== undefined && isRunning(newest)) {
  if (newest.run === undefined)
    end(newest, "unsent", "The page was left before the server answered.");
  else follow(newest);
}
show();
prompt.focus();
