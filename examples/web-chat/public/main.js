// @ts-check
// The chat. It holds the turns, starts and follows runs, and shows what changed once per frame.

import { cancelRun, eventsPath, readRun, startRun } from "./api.js";
import { createTurn, end, fold, isRunning } from "./fold.js";
import { runFunctions } from "./functions.js";
import { followRun } from "/vendor/follow-run.js";
import { createSaver, loadTurns } from "./store.js";
import { createTurnView, textOf } from "./turn-view.js";
import { createWire } from "./wire.js";

/** @typedef {import("./fold.js").Turn} Turn */

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
/** @type {import("gemini-interactions/browser").FollowedRun | undefined} */
let following;
/** Since when there is no connection; `undefined` while there is one. @type {number | undefined} */
let lostAt;
/** When the newest event came. */
let newsAt = 0;

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
  } catch (error) {
    end(turn, "unsent", /** @type {Error} */ (error).message);
    save();
    showSoon();
    return;
  }
  await follow(turn);
}

/** The newest run before a turn that the service can go on from. @param {Turn} turn */
function previousRun(turn) {
  return turns.slice(0, turns.indexOf(turn)).findLast(({ status }) => status === "completed")?.run;
}

/** Follows the run of a turn to its end. @param {Turn} turn */
async function follow(turn) {
  const { run, cursor } = turn;
  if (run === undefined) return;
  lostAt = Date.now();
  newsAt = Date.now();
  const followed = followRun(eventsPath(run), {
    // After a reload it goes on after the events whose text was stored.
    headers: cursor === undefined ? {} : { "last-event-id": cursor },
    async fetch(url, init) {
      const response = await fetch(url, init);
      wire.setServer(response.headers.get("x-served-by"));
      return response;
    },
    onState(state) {
      wire.setState(state);
      lostAt = state === "open" ? undefined : (lostAt ?? Date.now());
      showSoon();
    },
  });
  following = followed;
  /** @type {Error | undefined} */
  let failure;
  try {
    for await (const event of followed) {
      fold(turn, event);
      turn.cursor = followed.lastEventId;
      newsAt = Date.now();
      wire.addEvent(event, followed.lastEventId);
      saveSoon();
      showSoon();
    }
  } catch (error) {
    failure = /** @type {Error} */ (error);
  }
  // "New chat" has closed it.
  if (following === followed) await finish(turn, failure);
}

/** @param {Turn} turn @param {Error | undefined} failure */
async function finish(turn, failure) {
  following = undefined;
  if (turn.status === "requires_action") {
    const results = runFunctions(turn);
    turn.status = "in_progress";
    delete turn.endedAt;
    showSoon();
    if (results.length > 0) return start(turn, { results });
  }
  if (failure?.name === "InteractionStreamError") end(turn, "failed", failure.message);
  else if (failure !== undefined) end(turn, "lost", refusalOf(failure));
  else if (turn.run !== undefined && (isRunning(turn) || turn.status === "failed")) {
    // The stream has not told how the run ended, or not why: the stored run knows.
    const state = await readRun(turn.run).catch(() => undefined);
    const known = turn.error ?? state?.error;
    end(turn, state?.isOver ? state.status : known ? "failed" : "lost", known);
  }
  say("");
  announce(turn);
  save();
  showSoon();
}

/** What the server said when it refused the run. @param {Error & { body?: { error?: string } }} failure */
function refusalOf({ body, message }) {
  return body?.error ?? message;
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
  const isLate = lostAt !== undefined && Date.now() - lostAt > lateMs;
  const silentMs = Date.now() - newsAt;
  for (const turn of turns) {
    let view = views.get(turn);
    if (view === undefined) {
      view = createTurnView(turn, { onRetry: () => retry(turn) });
      views.set(turn, view);
      find("turns").append(view.root);
      view.update(false, 0);
    } else if (turn === newest) {
      view.update(isLate && running, silentMs);
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

/** Says something below the message box. @param {string} text */
function say(text) {
  find("hint").textContent = text;
}

find("composer").addEventListener("submit", (/** @type {Event} */ event) => {
  event.preventDefault();
  const input = prompt.value.trim();
  const newest = turns.at(-1);
  if (input === "") return;
  if (newest !== undefined && isRunning(newest)) {
    say("This answer is still being written. Stop it first, or wait for its end.");
    return;
  }
  prompt.value = "";
  say("");
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
  else void follow(newest);
}
show();
prompt.focus();
