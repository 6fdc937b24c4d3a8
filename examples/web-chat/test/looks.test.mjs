// @ts-check
// Takes the screenshots that somebody should look at after a change, in light and dark, on a phone and
// on a desktop, and lets axe check each of them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { ask, openChat, shots, waitForEnd, waitForText } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const sizes = { desktop: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } };

/** @param {import("playwright-core").Page} page @param {string} name */
async function look(page, name) {
  await page.screenshot({ path: join(shots, `${name}.png`) });
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axe);
  /** @type {string[]} */
  const violations = await page.evaluate(async () => {
    const { violations: found } = await /** @type {any} */ (globalThis).axe.run();
    return found.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes[0].html}`);
  });
  assert.deepEqual(violations, [], name);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.equal(overflow, 0, `${name} scrolls sideways`);
}

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  for (const [device, viewport] of Object.entries(sizes)) {
    test(`looks right and is accessible: ${colorScheme}, ${device}`, async (t) => {
      const context = { colorScheme, viewport, hasTouch: device === "phone" };
      const { page, demo } = await openChat(t, { context });
      const name = `${colorScheme}-${device}`;
      await look(page, `${name}-1-welcome`);
      await ask(page, "Search for how EventSource reconnects");
      await waitForEnd(page);
      await page.click(".thought summary");
      await page.click(".tool summary");
      await look(page, `${name}-2-search`);
      await ask(page, "Explain at length how streams survive");
      await waitForText(page, 900);
      await look(page, `${name}-3-writing`);
      await page.click("#toggle-wire");
      demo.balancer.cut();
      await waitForText(page, 1600);
      await look(page, `${name}-4-wire`);
      await page.keyboard.press("Escape");
      await waitForEnd(page);
      await page.evaluate(() => document.querySelector("#scroller")?.scrollTo(0, 500));
      await page.waitForSelector("#to-end:not([hidden])");
      await look(page, `${name}-5-answer`);
      demo.service.refuseNext();
      await ask(page, "A prompt that is refused");
      await page.waitForSelector("text=blocked by policy");
      await look(page, `${name}-6-refused`);
    });
  }
}
