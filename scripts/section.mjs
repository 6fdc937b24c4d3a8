// @ts-check
// The parts of Markdown pages that scripts write, each between two comments with its name.

/** @param {string} name */
const patternOf = (name) =>
  new RegExp(`(?<=<!-- begin: ${name} -->\n\n)[^]*(?=\n<!-- end: ${name} -->)`);

/**
 * @param {string} page
 * @param {string} name
 * @throws Error when the page has no such part
 */
export function sectionOf(page, name) {
  const [section] = patternOf(name).exec(page) ?? [];
  if (section === undefined) throw new Error(`The page has no part "${name}".`);
  return section;
}

/**
 * @param {string} page
 * @param {string} name
 * @param {string} section
 */
export function replaceSection(page, name, section) {
  return page.replace(sectionOf(page, name), () => section);
}
