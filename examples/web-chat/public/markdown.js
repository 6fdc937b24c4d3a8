// @ts-check
// Shows Markdown that is still being written. Each block (paragraph, table, code …) is an element of
// its own, and only blocks whose source has changed are made again: a selection in a finished
// paragraph stays, and a long answer costs no more at its end. Model output is untrusted: sanitised.

import DOMPurify from "./vendor/dompurify.js";
import { marked } from "./vendor/marked.js";

DOMPurify.addHook("afterSanitizeAttributes", (node) => {
  if (node.tagName !== "A") return;
  node.setAttribute("target", "_blank");
  node.setAttribute("rel", "noreferrer");
});

/** @param {HTMLElement} container */
export function createMarkdown(container) {
  /** @type {{ source: string, element: HTMLElement }[]} */
  const blocks = [];

  /** @param {string} text */
  return function show(text) {
    const tokens = marked.lexer(text);
    const kept = tokens.findIndex(({ raw }, index) => raw !== blocks[index]?.source);
    if (kept < 0 && tokens.length === blocks.length) return;
    const first = kept < 0 ? tokens.length : kept;
    for (const { element } of blocks.splice(first)) element.remove();
    for (const token of tokens.slice(first)) {
      const element = document.createElement("div");
      element.className = "block";
      const html = marked.parser(Object.assign([token], { links: tokens.links }));
      element.innerHTML = DOMPurify.sanitize(html);
      for (const pre of element.querySelectorAll("pre")) decorateCode(pre);
      for (const box of element.querySelectorAll("input")) {
        box.setAttribute("aria-label", box.checked ? "Done" : "To do");
      }
      for (const table of element.querySelectorAll("table")) decorateTable(table);
      container.append(element);
      blocks.push({ source: token.raw, element });
    }
  };
}

/** @param {HTMLPreElement} pre */
function decorateCode(pre) {
  const code = pre.querySelector("code");
  const language = /language-(\S+)/.exec(code?.className ?? "")?.[1] ?? "text";
  const figure = document.createElement("figure");
  figure.className = "code";
  const caption = document.createElement("figcaption");
  const copy = document.createElement("button");
  copy.type = "button";
  copy.className = "quiet";
  copy.textContent = "Copy";
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code?.textContent ?? "");
    copy.textContent = "Copied";
    setTimeout(() => (copy.textContent = "Copy"), 1500);
  });
  caption.append(language, copy);
  pre.tabIndex = 0;
  pre.replaceWith(figure);
  figure.append(caption, pre);
}

/** @param {HTMLTableElement} table */
function decorateTable(table) {
  const frame = document.createElement("div");
  frame.className = "table";
  frame.tabIndex = 0;
  table.replaceWith(frame);
  frame.append(table);
}
