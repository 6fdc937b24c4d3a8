// Helpers for the result of a run: steps of an answer, and answers that do not complete. They only build
// plain objects; write anything else as a step of the API.

import type {
  Content,
  FunctionCallStep,
  InteractionStatus,
  Step,
  ThoughtStep,
} from "../../../generated/schema.ts";
import { toBase64 } from "../../util/bytes.ts";
import type { Answer } from "./answer.ts";
import { textStep } from "./events.ts";

/**
 * Returns a call of a function that the caller must run. At the end of a run it requires action.
 *
 * @param id @defaultValue `call_` and the name
 */
export function functionCallStep(
  name: string,
  args: Record<string, unknown> = {},
  id: string = `call_${name}`,
): FunctionCallStep {
  return { type: "function_call", id, name, arguments: args };
}

/** Returns a thought with a signature, and the summaries that `thinking_summaries` asks for. */
export function thoughtStep(...summaries: string[]): ThoughtStep {
  return {
    type: "thought",
    signature: btoa("signature"),
    ...(summaries.length === 0
      ? {}
      : { summary: summaries.map((text) => ({ type: "text", text }) as const) }),
  };
}

/**
 * Returns model output with one image, audio, video or document.
 *
 * @param data bytes, or their base64
 * @throws TypeError for any other MIME type
 */
export function mediaStep(mimeType: string, data: Uint8Array | string): Step {
  const [, family] = /^(image|audio|video|application)\//.exec(mimeType) ?? [];
  if (family === undefined) {
    throw new TypeError(`mediaStep needs a type such as image/png, got "${mimeType}".`);
  }
  const type = family === "application" ? "document" : family;
  const base64 = typeof data === "string" ? data : toBase64(data);
  // One of the four kinds of media, as checked above.
  const content = { type, data: base64, mime_type: mimeType } as Content;
  return { type: "model_output", content: [content] };
}

/** Returns the answer of a run that fails after these steps. */
export function failedAnswer(code: string, message: string, steps: Step[] = []): Answer {
  return { steps, status: "failed", errors: [{ code, message }] };
}

/**
 * Returns an answer that refuses the prompt, such as with `prohibited_content`: nothing is stored.
 *
 * @param code @defaultValue `"prohibited_content"`
 */
export function refusedAnswer(
  code: string = "prohibited_content",
  message: string = "The prompt was blocked.",
): Answer {
  return { refused: { code, message } };
}

/** Returns an answer with these statuses before its end; each GET shows the next one. */
export function answerOverTime(statuses: InteractionStatus[], answer: Answer | string): Answer {
  return { ...(typeof answer === "string" ? { steps: [textStep(answer)] } : answer), statuses };
}
