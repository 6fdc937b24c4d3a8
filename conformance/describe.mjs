// @ts-check
// Turns what was observed into the cells of the tables: a tick, or a cross and what the client's user
// saw instead, in a few words. In come the reports of `gemini-interactions conformance --json`.

/**
 * @typedef {import("../src/conformance/suite.ts").CaseReport} Report
 * @typedef {import("../src/conformance/case.ts").ConformanceCase} Case
 */

/**
 * A cell of the complete table.
 *
 * @param {Report} report
 * @param {Case} conformanceCase
 */
export function longCell(report, conformanceCase) {
  if (report.result === "unsupported") return "–";
  return report.result === "passed" ? "✓" : `✗ ${flawsOf(report, conformanceCase).join(", ")}`;
}

/**
 * A cell of the README's table: the one thing that matters most to the client's user.
 *
 * @param {Report} report
 * @param {Case} conformanceCase
 */
export function shortCell(report, conformanceCase) {
  const { posts, error } = conformanceCase.expect;
  if (report.result === "unsupported") return "–";
  if (report.result === "failed") return `✗ ${flawsOf(report, conformanceCase)[0]}`;
  if (!error) return "✓ each word once";
  const isAboutPosts = posts === 1 && conformanceCase.expect.text === "";
  return isAboutPosts ? "✓ 1 run billed" : "✓ an error says so";
}

/**
 * @param {Report} report
 * @param {Case} conformanceCase
 * @returns {string[]} the worst first
 */
function flawsOf({ output, posts, requests, reasons }, { expect }) {
  const { text = "", error = null, status = null, failure } = output;
  if (failure !== undefined) return [failure];
  const found = [];
  if (expect.posts !== undefined && posts !== expect.posts) {
    found.push(posts > expect.posts ? `${posts} runs billed` : `${posts} POSTs`);
  }
  if (expect.error && error === null) found.push("ends as if complete");
  if (expect.text !== undefined && text !== expect.text) found.push(textFlaw(text, expect.text));
  if (!expect.error && error !== null) found.push(`\`${nameOf(error)}\``);
  if (error !== null && reasons.some((reason) => / without "/.test(reason))) {
    found.push("without the reason");
  }
  if (reasons.some((reason) => reason.startsWith("calls ")))
    found.push("the call is not as it was");
  const { maxRequests = Infinity } = expect;
  if (requests > maxRequests && posts === (expect.posts ?? posts)) {
    found.push(`${requests} requests`);
  }
  const isQuiet = found.length === 0 || (found.length === 1 && error === null);
  if (isQuiet && reasons.some((reason) => reason.startsWith("status "))) {
    found.push(status === null ? "no status" : `status ${status}`);
  }
  return found;
}

/** @param {string} text @param {string} expected */
function textFlaw(text, expected) {
  if (text === "") return "no text";
  const [seen, wanted] = [wordsOf(text), wordsOf(expected)];
  if (seen.some((word) => !wanted.includes(word))) return "other words";
  const left = [...wanted];
  const twice = seen.filter((word) => {
    const place = left.indexOf(word);
    if (place !== -1) left.splice(place, 1);
    return place === -1;
  });
  if (twice.length === 0) return `${seen.length} of ${wanted.length} words`;
  return twice.length === 1 ? "1 word twice" : `${twice.length} words twice`;
}

/** @param {string} text */
function wordsOf(text) {
  return text.split(/\s+/).filter(Boolean);
}

/** The name of what was thrown, which begins its words. @param {string} error */
function nameOf(error) {
  return /^[\w.]+/.exec(error)?.[0] ?? "an error";
}
