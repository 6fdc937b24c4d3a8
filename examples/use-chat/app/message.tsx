// One message: text, reasoning, tool calls, sources and files, each as plainly as possible.

import { getToolName, isToolUIPart } from "ai";
import type { UIMessage } from "ai";
import { Markdown } from "./markdown.tsx";

export function Message({ message }: { message: UIMessage }) {
  const isUser = message.role === "user";
  return (
    <article className={message.role}>
      {message.parts.map((part, index) =>
        isUser && part.type === "text" ? <p key={index}>{part.text}</p> : showPart(part, index),
      )}
    </article>
  );
}

function showPart(part: UIMessage["parts"][number], key: number) {
  if (part.type === "text") return <Markdown key={key} text={part.text} />;
  if (part.type === "reasoning") {
    return (
      <details key={key}>
        <summary>{part.state === "streaming" ? "Thinking" : "Thoughts"}</summary>
        <p>{part.text}</p>
      </details>
    );
  }
  if (isToolUIPart(part)) {
    return (
      <details key={key}>
        <summary>
          {getToolName(part)}: {part.state === "output-available" ? "done" : "running"}
        </summary>
        <pre>{JSON.stringify(part.input, null, 2)}</pre>
      </details>
    );
  }
  if (part.type === "source-url") {
    // A source is untrusted: only a link to the web may become one.
    const href = /^https?:/i.test(part.url) ? part.url : undefined;
    return (
      <a key={key} className="source" href={href} target="_blank" rel="noreferrer">
        {part.title ?? part.url}
      </a>
    );
  }
  if (part.type === "file" && part.mediaType.startsWith("image/")) {
    return <img key={key} src={part.url} alt="Made by the model" />;
  }
  return null;
}
