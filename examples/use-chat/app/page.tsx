"use client";
// The chat. Its id and its messages are kept in the browser; what was being written when the page was
// left is asked for again by `resume: true`.

import { useChat } from "@ai-sdk/react";
import type { UIMessage } from "ai";
import { useEffect, useState } from "react";
import { RunTransport } from "../lib/transport.ts";
import { Message } from "./message.tsx";

const transport = new RunTransport();
const storageKey = "use-chat";

interface Saved {
  readonly id: string;
  readonly messages: UIMessage[];
}

export default function Page() {
  const [saved, setSaved] = useState<Saved>();
  // In an effect: a server that renders this has no storage.
  useEffect(() => {
    const text = localStorage.getItem(storageKey);
    setSaved(text === null ? { id: crypto.randomUUID(), messages: [] } : JSON.parse(text));
  }, []);
  return saved === undefined ? null : <Chat {...saved} />;
}

function Chat({ id, messages: before }: Saved) {
  const [input, setInput] = useState("");
  const chat = useChat({ id, messages: before, transport, resume: before.length > 0 });
  const { messages, status, error, sendMessage, resumeStream } = chat;
  const isBusy = status === "submitted" || status === "streaming";

  useEffect(() => {
    localStorage.setItem(storageKey, JSON.stringify({ id, messages }));
    scrollAlong();
  }, [id, messages]);

  return (
    <main>
      <header>
        <h1>useChat</h1>
        <button
          onClick={() => {
            localStorage.removeItem(storageKey);
            location.reload();
          }}
        >
          New chat
        </button>
      </header>
      {messages.length === 0 && (
        <p className="note">
          Ask something, and reload the page while the answer is being written: it continues.
        </p>
      )}
      {messages.map((message) => (
        <Message key={message.id} message={message} />
      ))}
      {status === "submitted" && <p className="note">Thinking</p>}
      {error && (
        <p className="note" role="alert">
          {error.message} <button onClick={() => void resumeStream()}>Continue</button>
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (input.trim() === "" || isBusy) return;
          setInput("");
          void sendMessage({ text: input });
        }}
      >
        <input
          value={input}
          onChange={(event) => setInput(event.target.value)}
          placeholder="Ask something"
          aria-label="Your message"
        />
        <button disabled={isBusy}>Send</button>
      </form>
    </main>
  );
}

/** Keeps the newest words in view, unless the reader has scrolled away from them. */
function scrollAlong() {
  const { scrollHeight, scrollTop, clientHeight } = document.documentElement;
  if (scrollHeight - scrollTop - clientHeight < 200) scrollTo(0, scrollHeight);
}
