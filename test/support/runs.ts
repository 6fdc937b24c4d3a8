import type { Step } from "../../src/index.ts";

function output(...content: object[]): Step {
  // Built from literals that contract.test.ts holds against the spec in the examples.
  return { type: "model_output", content } as Step;
}

function text(value: string): object {
  return { type: "text", text: value };
}

const thought: Step = {
  type: "thought",
  summary: [
    { type: "text", text: "First I look at the question." },
    { type: "text", text: "Then I weigh both sides." },
  ],
  signature: "c2lnbmF0dXJlLW9mLXRoZS10aG91Z2h0",
};

const call: Step = {
  type: "function_call",
  id: "call_1",
  name: "get_weather",
  arguments: { city: "Oslo", days: 3, notes: ["rain", "wind"] },
};

const image = {
  type: "image",
  data: "aW1hZ2UtYnl0ZXMtb2YtdGhlLWFuc3dlcg==",
  mime_type: "image/png",
};

const citation = {
  type: "url_citation",
  url: "https://example.com/a",
  title: "A",
  start_index: 0,
  end_index: 4,
};

/** Answers of every kind that a broken connection could hurt. */
export const runs: Readonly<Record<string, readonly Step[]>> = {
  text: [output(text("The quick brown fox jumps over the lazy dog, and then it rests a while."))],
  "many steps": Array.from({ length: 9 }, (_, n) =>
    output(text(`Step ${n} says ${"so ".repeat(n)}.`)),
  ),
  thoughts: [thought, output(text("On balance, yes.")), thought, output(text("Or no."))],
  "function call": [thought, call],
  "two calls": [call, { ...call, id: "call_2", name: "get_tides", arguments: {} }],
  image: [output(text("Here it is: "), image, text(" Enjoy."))],
  "4-byte characters": [output(text("😀 a 👩‍👩‍👧 b 𝄞𝄞𝄞 c é ü 漢字 😀"))],
  annotations: [
    output({ ...text("Cited words, and more of them."), annotations: [citation, citation] }),
  ],
  repetitions: [output(text("a a a a a a a a a a a a")), output(text("a a a a a a"))],
  search: [
    {
      type: "google_search_call",
      id: "s1",
      arguments: { queries: ["fox", "dog"] },
      signature: "c2ln",
    },
    {
      type: "google_search_result",
      call_id: "s1",
      result: [{ search_suggestions: "<b>fox</b>" }],
      signature: "c2ln",
    },
    output(text("Found it.")),
  ],
  code: [
    { type: "code_execution_call", id: "c1", arguments: { code: "print(1)", language: "python" } },
    { type: "code_execution_result", call_id: "c1", result: "1\n" },
    output(text("It prints 1.")),
  ],
  nothing: [],
};

/** Answers of the rarer kinds. */
export const rareRuns: Readonly<Record<string, readonly Step[]>> = {
  "tool results": [
    call,
    {
      type: "function_result",
      call_id: "call_1",
      name: "get_weather",
      result: "It rains, it pours.",
    },
    { type: "function_result", call_id: "call_2", result: { tide: "high", at: [6, 18] } },
    {
      type: "function_result",
      call_id: "call_3",
      result: [
        { type: "text", text: "Two" },
        { type: "text", text: "blocks" },
      ],
    },
    output(text("It rains.")),
  ],
  servers: [
    {
      type: "mcp_server_tool_call",
      id: "m1",
      name: "read",
      server_name: "files",
      arguments: { path: "/a" },
    },
    {
      type: "mcp_server_tool_result",
      call_id: "m1",
      name: "read",
      server_name: "files",
      result: "The file says so.",
    },
    { type: "file_search_call", id: "f1", signature: "c2ln" },
    {
      type: "file_search_result",
      call_id: "f1",
      result: [{ title: "A" }, { title: "B" }],
      signature: "c2ln",
    },
    { type: "url_context_call", id: "u1", arguments: { urls: ["https://example.com/"] } },
    {
      type: "url_context_result",
      call_id: "u1",
      result: [{ url: "https://example.com/", status: "success" }],
    },
  ],
  media: [
    output(
      { type: "audio", data: "AAEC", mime_type: "audio/mp3" },
      { type: "document", uri: "https://example.com/a.pdf", mime_type: "application/pdf" },
      text("And a film:"),
      { type: "video", uri: "https://example.com/a.mp4" },
    ),
  ],
  "awkward text": [
    output(
      text('a\r\n\r\ndata: {"x":1}\n\n: b\u2028c\u0000 id: 7\n\nevent: done\ndata: [DONE]\n\n'),
    ),
    output(text("0")),
  ],
};
