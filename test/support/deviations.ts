// A testing service that does one thing otherwise: its answers and events are edited on their way. For the
// tests of `check`, which has to name each of these.

import type { FetchFunction } from "../../src/index.ts";
import { createInteractionsService } from "../../src/testing/index.ts";
import type { InteractionsServiceOptions } from "../../src/testing/index.ts";

type Json = Record<string, unknown>;

/** One way in which a service is not as known. */
export interface Deviation {
  readonly name: string;
  /** The line that `check` prints. */
  readonly line: string;
  /** Whether steps fail by it. */
  readonly fails?: true;
  readonly service?: InteractionsServiceOptions;
  /** Changes a JSON answer that is no error. */
  readonly answer?: (body: Json) => Json;
  /** Changes an event; several in place of one, or none. */
  readonly event?: (event: Json, isForeground: boolean) => Json[];
  /** Changes the bytes of a stream. */
  readonly stream?: (frame: string) => string;
  /** Answers in place of the service. */
  readonly instead?: (call: {
    method: string;
    url: URL;
    body: Json;
    count: number;
  }) => Response | undefined;
}

const refusal = (status: number, code: string): Response =>
  Response.json({ error: { code, message: "No." } }, { status });

const steps = (body: Json): Json[] => (Array.isArray(body["steps"]) ? body["steps"] : []);

/** The ways, each with its line. */
export const deviations: readonly Deviation[] = [
  {
    name: "a new event",
    line: 'unknown event_type "interaction.paused" of InteractionStreamEvent',
    event: (event) =>
      event["event_type"] === "interaction.created"
        ? [event, { event_type: "interaction.paused" }]
        : [event],
  },
  {
    name: "a new member of an interaction",
    line: 'unknown member "mood" of Interaction',
    answer: (body) => ({ ...body, mood: "sunny" }),
  },
  {
    name: "a renamed member",
    line: 'unknown member "tokens_in_all" of Usage',
    answer: ({ usage, ...body }) => {
      const { total_tokens: tokens_in_all, ...rest } = (usage ?? {}) as Json;
      return { ...body, usage: { ...rest, tokens_in_all } };
    },
  },
  {
    name: "a member of another type",
    line: "Usage.total_tokens is a string, not an integer",
    answer: (body) => ({ ...body, usage: { total_tokens: "7" } }),
  },
  {
    name: "no event ids",
    line: "on 0 of",
    event: (event) => [{ ...event, event_id: undefined }],
    stream: (frame) => frame.replace(/^id:.*\n/m, ""),
  },
  {
    name: "ids on all events of foreground streams",
    line: "known: none and some (recorded), or all of both (guide)",
    service: { mode: "faithful" },
    event: (event, isForeground) => [
      isForeground ? { ...event, event_id: `evt_${JSON.stringify(event).length}` } : event,
    ],
  },
  {
    name: "cancel 404",
    line: "cancel is answered with 404 not_found",
    fails: true,
    instead: ({ url }) =>
      url.pathname.endsWith("/cancel") ? refusal(404, "not_found") : undefined,
  },
  {
    name: "delete 501",
    line: "delete is answered with 501 unimplemented",
    fails: true,
    instead: ({ method }) => (method === "DELETE" ? refusal(501, "unimplemented") : undefined),
  },
  {
    name: "a stored interaction that comes late",
    line: "a stored interaction was not found before GET 3",
    instead: ({ method, url, count }) =>
      method === "GET" && url.search === "" && count <= 2 ? refusal(404, "not_found") : undefined,
  },
  {
    name: "a new status",
    line: 'unknown value "warming_up" of InteractionStatusUpdate.status',
    event: (event) =>
      event["event_type"] === "interaction.status_update"
        ? [{ ...event, status: "warming_up" }]
        : [event],
  },
  {
    name: "a new step",
    line: 'unknown type "dream" of Step',
    answer: (body) => ({ ...body, steps: [{ type: "dream" }, ...steps(body)] }),
  },
  {
    name: "a new delta",
    line: 'unknown type "smell" of StepDeltaData',
    event: (event) =>
      event["event_type"] === "step.delta"
        ? [event, { ...event, delta: { type: "smell", strength: 3 } }]
        : [event],
  },
  {
    name: "a service that takes every member",
    line: "a create is accepted that the strict testing service refuses: Unknown parameter 'not_a_member'.",
    fails: true,
    service: { strict: false },
  },
  {
    name: "a service that refuses response_format",
    line: "a create is refused with 400 invalid_request that the strict testing service accepts",
    fails: true,
    instead: ({ body }) =>
      "response_format" in body ? refusal(400, "invalid_request") : undefined,
  },
  {
    name: "an unknown id that is a 400",
    line: "an unknown id is answered with 400 invalid_request, not 404",
    fails: true,
    instead: ({ url }) =>
      url.pathname.endsWith("-check") ? refusal(400, "invalid_request") : undefined,
  },
  {
    name: "a status update without the id",
    line: "interaction.status_update does not name its interaction",
    event: (event) => {
      if (event["event_type"] !== "interaction.status_update") return [event];
      return [{ ...event, interaction_id: undefined }];
    },
  },
  {
    name: "no usage at the end",
    line: "interaction.completed of a foreground stream has no usage",
    event: (event) => {
      if (event["event_type"] !== "interaction.completed") return [event];
      const interaction = event["interaction"] as Json;
      return [{ ...event, interaction: { ...interaction, usage: undefined } }];
    },
  },
  {
    name: "no [DONE]",
    line: "a stream ended without [DONE]",
    stream: (frame) => (frame.includes("[DONE]") ? "" : frame),
  },
  {
    name: "an error that is a page",
    line: "an error 404 is not JSON",
    instead: ({ url }) =>
      url.pathname.endsWith("-check") ? new Response("<html>", { status: 404 }) : undefined,
  },
];

/** A service with this deviation, and what it has stored. */
export function deviate(deviation: Omit<Deviation, "name" | "line">) {
  const service = createInteractionsService(deviation.service);
  const { answer, event, stream, instead } = deviation;
  let gets = 0;
  const fetch: FetchFunction = async (address, init) => {
    const url = new URL(address);
    const body: Json = init.body === undefined ? {} : JSON.parse(init.body);
    if (init.method === "GET" && url.search === "") gets += 1;
    const other = instead?.({ method: init.method, url, body, count: gets });
    if (other !== undefined) return other;
    const response = await service.fetch(address, init);
    if (!response.ok) return response;
    const { status, headers } = response;
    if (headers.get("content-type")?.includes("event-stream") !== true) {
      const text = await response.text();
      if (answer === undefined || init.method === "DELETE")
        return new Response(text, { status, headers });
      return new Response(JSON.stringify(answer(JSON.parse(text))), { status, headers });
    }
    const isForeground = init.method === "POST" && body["background"] !== true;
    const edit = new TransformStream<string, string>({
      // The service sends one frame per chunk.
      transform(frame, controller) {
        const [, data = ""] = /^data: (\{.*\})$/m.exec(frame) ?? [];
        const events =
          event === undefined || data === "" ? undefined : event(JSON.parse(data), isForeground);
        const frames =
          events === undefined
            ? [frame]
            : events.map((each) =>
                frame
                  .replace(/^(event|id): .*\n/gm, (line) => (line.startsWith("event") ? "" : line))
                  .replace(/^data: .*$/m, () => `data: ${JSON.stringify(each)}`),
              );
        for (const each of frames) controller.enqueue(stream === undefined ? each : stream(each));
      },
    });
    const edited = response.body
      ?.pipeThrough(new TextDecoderStream())
      .pipeThrough(edit)
      .pipeThrough(new TextEncoderStream());
    return new Response(edited ?? null, { status, headers });
  };
  return { service, fetch };
}
