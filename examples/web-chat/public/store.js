// @ts-check
// Keeps the conversation over reloads. Texts and cursors are written together, in one write, so that
// they can never disagree: whatever was lost since the last write comes again from the service.

const key = "web-chat/turns";
const intervalMs = 300;

/** @typedef {import("./fold.js").Turn} Turn */

/** @returns {Turn[]} */
export function loadTurns() {
  try {
    const turns = JSON.parse(localStorage.getItem(key) ?? "[]");
    return Array.isArray(turns) ? turns : [];
  } catch {
    return [];
  }
}

/** @param {() => Turn[]} read */
export function createSaver(read) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function save() {
    clearTimeout(timer);
    timer = undefined;
    try {
      localStorage.setItem(key, JSON.stringify(read()));
    } catch {
      // Full, or forbidden: the chat goes on, and starts from an older state after a reload.
    }
  }

  window.addEventListener("pagehide", () => timer !== undefined && save());
  return {
    save,
    /** Soon, at most once in a while: called for each event. */
    saveSoon() {
      timer ??= setTimeout(save, intervalMs);
    },
  };
}
