// The model's Markdown. It is untrusted text: HTML in it is shown as text, links open a page of their own,
// and pictures are left out, as the address of one could carry the conversation to somebody else.

import { memo } from "react";
import ReactMarkdown from "react-markdown";
import type { Components } from "react-markdown";
import remarkGfm from "remark-gfm";

const components: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  ),
  // A wide table scrolls by itself, and not the page.
  table: ({ children }) => (
    <div className="table">
      <table>{children}</table>
    </div>
  ),
};

/** Rendered again only when the text has changed: finished messages stay as they are. */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  return (
    <ReactMarkdown
      remarkPlugins={[remarkGfm]}
      components={components}
      disallowedElements={["img"]}
      unwrapDisallowed
    >
      {text}
    </ReactMarkdown>
  );
});
