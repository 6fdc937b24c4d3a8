"use client";
// The chat. Its id and its messages are kept in the browser; what was being written when the page was
// left is asked for again by `resume: true`.

import { useChat } from "@ai-sdk/react";
import { DefaultChatTransport } from "ai";
import type { UIMessage } from "ai";
import { useEffect, useState } from "react";
import { Message } from "./message.tsx";

const transport = new DefaultChatTransport({
  // The service has the history: only the new message is sent.
  prepareSendMessagesRequest: ({ id, messages }) => ({ body: { id, message: messages.at(-1) } }),
});

interface Saved {
  readonly id: string;
  readonly messages: UIMessage[];
}

export default function Page() {
  const [saved, setSaved] = useState<Saved>();
  // In an effect: a server that renders this has no storage.
  useEffect(() => {
    const text = localStorage.getItem("use-chat");
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
    localStorage.setItem("use-chat", JSON.stringify({ id, messages }));
  }, [id, messages]);

  return (
    <main>
      <h1>useChat</h1>
      {messages.map((message) => (
        <Message key={message.id} message={message} />
      ))}
      {status === "submitted" && <p className="note">Thinking</p>}
      {error && (
        <p className="note" role="alert">
          {error.message} <button onClick={() => void resumeStream()}>Go on</button>
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
