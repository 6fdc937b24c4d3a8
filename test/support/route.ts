import { followRun } from "../../src/browser/index.ts";
import type { FollowedRun, FollowRunOptions, RunState } from "../../src/browser/index.ts";
import { createWrittenBody } from "./body.ts";
import type { WrittenBody } from "./body.ts";

/** One connection of a page: what it asked with, and the body that the test writes. */
export interface RouteCall {
  readonly url: string;
  readonly headers: Headers;
  readonly signal: AbortSignal;
  readonly body: WrittenBody;
}

/** What a route answers with instead of a stream. */
export type RouteAnswer = () => Response | Promise<Response>;

/** A run that is followed through a fetch of the test's own, with what it did. */
export interface Followed {
  readonly run: FollowedRun;
  readonly calls: RouteCall[];
  readonly states: RunState[];
  /** The newest connection. */
  readonly last: RouteCall;
}

/**
 * Follows a run whose route answers with what the test gives, and with bodies that it writes after that.
 * The fetch does not listen to signals.
 */
export function follow(answers: RouteAnswer[] = [], options: FollowRunOptions = {}): Followed {
  const calls: RouteCall[] = [];
  const states: RunState[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const body = createWrittenBody();
    const { signal, headers } = init;
    if (!signal) throw new TypeError("The request has no signal.");
    calls.push({ url, headers: new Headers(headers), signal, body });
    const headersOut = { "content-type": "text/event-stream" };
    return answers.shift()?.() ?? new Response(body.stream, { headers: headersOut });
  };
  const onState = (state: RunState): void => void states.push(state);
  const run = followRun("/api/runs/v1_a", { fetch, onState, ...options });
  return {
    run,
    calls,
    states,
    get last() {
      const call = calls.at(-1);
      if (call === undefined) throw new Error("Nothing was fetched.");
      return call;
    },
  };
}

/** An event as `stream.toResponse()` frames it. */
export function placed(id: string, event: { readonly event_type: string }): string {
  return `id: ${id}\nevent: ${event.event_type}\ndata: ${JSON.stringify(event)}\n\n`;
}

/** A piece of the model's text. */
export function textEvent(text: string) {
  return { event_type: "step.delta", index: 0, delta: { type: "text", text } } as const;
}

/** The end of a run. */
export const completed = {
  event_type: "interaction.completed",
  interaction: { id: "v1_a", status: "completed" },
} as const;
