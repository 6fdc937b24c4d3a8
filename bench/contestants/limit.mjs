// @ts-check
// What no reader can beat: find the newline, slice, JSON.parse. It knows no event but one `data:`
// line, no `\r`, and no error.
import { count, requester } from "../lib/raw.mjs";

export const dialect = "interactions";

/** @param {{ fetch?: typeof fetch, baseUrl?: string }} options */
export function connect(options) {
  const send = requester(options);
  return {
    openStream: () => send(),
    async read(response, tally) {
      const reader = response.body.getReader();
      const decoder = new TextDecoder();
      let rest = "";
      for (;;) {
        const { value, done } = await reader.read();
        if (done) break;
        const text = decoder.decode(value, { stream: true });
        let start = 0;
        for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", start)) {
          const line = rest + text.slice(start, end);
          rest = "";
          start = end + 1;
          if (line.startsWith("data: {")) count(JSON.parse(line.slice(6)), tally);
        }
        rest += text.slice(start);
      }
    },
  };
}
