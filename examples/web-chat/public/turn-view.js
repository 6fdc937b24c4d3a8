// @ts-check
// Shows one turn: the prompt, the parts of the answer, and a line that says what is going on. Elements
// are made once and changed afterwards, so that focus, selection and open details stay as they are.

import { isRunning } from "./fold.js";
import { createMarkdown } from "./markdown.js";

/** @typedef {import("./fold.js").Turn} Turn */
/** @typedef {import("./fold.js").Part} Part */

const toolNames = /** @type {Record<string, [running: string, over: string]>} */ ({
  google_search: ["Searching the web", "Searched the web"],
  url_context: ["Reading a page", "Read a page"],
  code_execution: ["Running code", "Ran code"],
  local_time: ["Looking at your clock", "Looked at your clock"],
});

const endings = /** @type {Record<string, string>} */ ({
  cancelled: "Stopped.",
  incomplete: "The answer is not complete.",
  failed: "No answer.",
  budget_exceeded: "The budget is spent.",
  lost: "The rest of this answer cannot be had.",
});

/** @param {Turn} turn @param {{ onRetry: () => void }} options */
export function createTurnView(turn, { onRetry }) {
  const root = make("article", "turn");
  const prompt = make("div", "prompt");
  prompt.textContent = turn.prompt;
  const answer = make("div", "answer");
  const parts = make("div", "parts");
  const sources = make("ol", "sources");
  sources.setAttribute("aria-label", "Sources");
  const note = make("p", "note");
  const footer = make("footer", "footer");
  answer.append(parts, sources, note, footer);
  root.append(prompt, answer);

  /** @type {((part: Part) => void)[]} */
  const views = [];
  let shownFooter = "";

  /**
   * @param {boolean} isLate whether the connection has been lost for a while
   * @param {number} silentMs how long nothing has come
   */
  function update(isLate, silentMs) {
    const running = isRunning(turn);
    answer.setAttribute("aria-busy", String(running));
    turn.parts.forEach((part, index) => {
      views[index] ??= createPartView(part, parts);
      views[index](part);
    });
    while (sources.childElementCount < turn.sources.length) {
      sources.append(makeSource(turn.sources[sources.childElementCount]));
    }
    sources.hidden = running || turn.sources.length === 0;
    note.classList.toggle("live", running);
    note.textContent = running ? describeProgress(turn, isLate, silentMs) : describeEnd(turn);
    note.hidden = note.textContent === "";
    showFooter();
  }

  function showFooter() {
    const text = textOf(turn);
    const state = isRunning(turn) ? "" : `${turn.status} ${text.length}`;
    if (state === shownFooter) return;
    shownFooter = state;
    footer.replaceChildren();
    if (state === "") return;
    if (["failed", "lost", "unsent"].includes(turn.status)) {
      const retry = make("button", "quiet");
      retry.textContent = "Try again";
      retry.addEventListener("click", onRetry);
      footer.append(retry);
    }
    if (text === "") return;
    footer.append(makeCopy(text));
    const seconds = Math.round(((turn.endedAt ?? turn.startedAt) - turn.startedAt) / 1000);
    const tokens = turn.tokens > 0 ? ` · ${turn.tokens.toLocaleString()} tokens` : "";
    const facts = make("span", "facts");
    facts.textContent = `${formatSeconds(seconds)}${tokens}`;
    footer.append(facts);
  }

  return { root, update };
}

/** @param {Turn} turn */
export function textOf({ parts }) {
  const texts = parts.filter(({ kind }) => kind === "text");
  return texts.map(({ text }) => text).join("\n\n");
}

/** A pause between two words that is worth telling: the run, or the way to it, is stuck. */
const stalledMs = 4_000;

/** @param {Turn} turn @param {boolean} isLate @param {number} silentMs */
function describeProgress(turn, isLate, silentMs) {
  if (turn.status === "sending") return "Sending";
  if (isLate) return "Reconnecting";
  const newest = turn.parts.at(-1);
  const doing =
    turn.status === "queued" && newest === undefined
      ? "Waiting for a place"
      : newest === undefined || newest.kind === "thought"
        ? "Thinking"
        : newest.kind === "tool" && !newest.isOver
          ? toolLabel(newest)
          : "Writing";
  // A model may think in silence; while it writes, words come all the time.
  if (doing === "Writing" && silentMs >= stalledMs) {
    return `Nothing new for ${formatSeconds(Math.floor(silentMs / 1000))}`;
  }
  const seconds = Math.floor((Date.now() - turn.startedAt) / 1000);
  return seconds < 2 ? doing : `${doing} · ${formatSeconds(seconds)}`;
}

/** @param {Turn} turn */
function describeEnd({ status, error }) {
  const ending = status === "unsent" ? "Not sent." : endings[status];
  return [ending, error].filter((text) => text !== undefined).join(" ");
}

/** @param {number} seconds */
function formatSeconds(seconds) {
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** @param {Part} part @param {HTMLElement} container @returns {(part: Part) => void} */
function createPartView({ kind }, container) {
  if (kind === "text") {
    const prose = make("div", "prose");
    container.append(prose);
    const show = createMarkdown(prose);
    return ({ text }) => show(text);
  }
  if (kind === "image") {
    const image = make("img", "image");
    container.append(image);
    return ({ text }) => {
      if (image.src !== text) Object.assign(image, { src: text, alt: "Image made by the model" });
    };
  }
  const details = make("details", kind);
  const summary = make("summary", "");
  const body = make(kind === "tool" ? "pre" : "p", "");
  details.append(summary, body);
  container.append(details);
  return (part) => {
    const label = kind === "tool" ? toolLabel(part) : part.isOver ? "Thoughts" : "Thinking";
    const shown = kind === "tool" ? formatArguments(part.text) : part.text;
    const text = [shown, part.result].filter(Boolean).join("\n");
    if (summary.textContent !== label) summary.textContent = label;
    if (body.textContent !== text) body.textContent = text;
    details.classList.toggle("over", part.isOver);
    // A call without arguments has nothing to open.
    details.hidden = kind === "thought" && text === "";
    details.classList.toggle("empty", text === "");
  };
}

/** Arguments as they are read best: the values, one a line. @param {string} text */
function formatArguments(text) {
  try {
    return Object.values(JSON.parse(text)).flat().map(String).join("\n");
  } catch {
    // Not there yet, or no JSON.
    return text;
  }
}

/** @param {Part} part */
function toolLabel({ name = "tool", isOver, result }) {
  const over = isOver || result !== undefined;
  const [running, done] = toolNames[name] ?? [`Calling ${name}`, `Called ${name}`];
  return over ? done : running;
}

/** @param {{ url: string, title: string } | undefined} source */
function makeSource(source) {
  const item = make("li", "");
  const link = make("a", "");
  const { url = "", title = "" } = source ?? {};
  // A source is untrusted: only a link to the web may become one.
  if (/^https?:/i.test(url)) link.href = url;
  Object.assign(link, { textContent: title, target: "_blank", rel: "noreferrer" });
  item.append(link);
  return item;
}

/** @param {string} text */
function makeCopy(text) {
  const copy = make("button", "quiet");
  copy.textContent = "Copy";
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    copy.textContent = "Copied";
    setTimeout(() => (copy.textContent = "Copy"), 1500);
  });
  return copy;
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} className
 */
function make(tag, className) {
  const element = document.createElement(tag);
  if (className !== "") element.className = className;
  if (element instanceof HTMLButtonElement) element.type = "button";
  return element;
}
