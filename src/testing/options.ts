// What a test says to the service in memory, and what it can look at afterwards: the public types.

import type { CreateInteractionRequest, Interaction } from "../../generated/schema.ts";
import type { Dialect, SplitText } from "./runs/events.ts";
import type { Answer, Respond } from "./runs/answer.ts";
import type { BodyState } from "./wire/body.ts";
import type { Fault } from "./faults/faults.ts";
import type { RequestLike } from "./wire/incoming.ts";
import type { VertexPaths } from "./wire/routes.ts";
import type { WebhookDelivery, WebhookOptions } from "./webhooks.ts";

/** Options of {@link createInteractionsService}. */
export interface InteractionsServiceOptions {
  /**
   * `guide` is the service as its guides describe it: every event has an id and every stored run
   * continues without its connection and can be resumed. `faithful` is the service as observed:
   * foreground runs have no event ids and end with their connection, background runs have few ids
   * and no usage in `interaction.completed`, and a GET lists the input too.
   *
   * @defaultValue `"guide"`
   */
  mode?: "guide" | "faithful" | undefined;
  /**
   * Whether requests are refused that the service would refuse: members it does not know, values of
   * another type, results for calls that nobody made, and what `docs/testing.md` lists under "What is
   * refused".
   *
   * @defaultValue `true`; in the legacy dialect, which the spec no longer describes, always `false`
   */
  strict?: boolean | undefined;
  /** Today's event names, or those used until June 2026. @defaultValue `"current"` */
  dialect?: Dialect | undefined;
  /**
   * Decides the result of a run. What it throws is the test's own mistake: `fetch` rejects with
   * {@link RespondError}, also when the client under test hides it in `service.errors`.
   *
   * @defaultValue calls the function that `tool_choice` forces, with the smallest arguments that fit
   *   its parameters; answers a JSON `response_format` with the smallest value that fits its schema;
   *   else repeats the text of the input
   */
  respond?: Respond | undefined;
  /**
   * The answers of the creates, one after another; instead of `respond`. A create beyond the last
   * one is a {@link RespondError}.
   */
  responses?: readonly (Answer | string | Respond)[] | undefined;
  /**
   * Time between two events in milliseconds, by the global `setTimeout`. With 0, readers get them
   * at once; a run without reader moves on with every GET, and is at its end in the third.
   *
   * @defaultValue 0
   */
  eventIntervalMs?: number | undefined;
  /** How texts are cut into deltas. @defaultValue one piece per word */
  splitText?: SplitText | undefined;
  /** Bytes per network chunk; `Infinity` for a single chunk. @defaultValue one event per chunk */
  chunkBytes?: number | undefined;
  /** What goes wrong, in order; see {@link InteractionsService.faults}. @defaultValue nothing */
  faults?: readonly Fault[] | undefined;
  /** API keys that are taken. Without `apiKeys` and `tokens` nothing is asked for. */
  apiKeys?: readonly string[] | undefined;
  /** Bearer tokens that are taken; the array is read anew for each request. */
  tokens?: readonly string[] | undefined;
  /** Which URL forms of Vertex lead to get, cancel and delete. @defaultValue `"both"` */
  vertexPaths?: VertexPaths | undefined;
  /**
   * Makes the id of a run from its number, the first being 1.
   *
   * @defaultValue `v1_run1`, `v1_run2`, …
   */
  createId?: ((count: number) => string) | undefined;
  /** The clock, in milliseconds since 1970. @defaultValue `Date.now` */
  now?: (() => number) | undefined;
  /**
   * Where finished runs are announced, beside the webhooks that are registered with the service.
   *
   * @defaultValue to the `webhook_config.uris` of a request
   */
  webhooks?: WebhookOptions | undefined;
  /** What an earlier service had stored: the changes that its `onChange` received, in order. */
  state?: readonly ServiceChange[] | undefined;
  /** Called with each change of what is stored, before the caller sees it. */
  onChange?: ((change: ServiceChange) => void) | undefined;
}

/** One change of what the service has stored, as plain JSON. All of them in order are its state. */
export type ServiceChange =
  | {
      /** A run was created. */
      readonly kind: "run";
      /** Its id. */
      readonly id: string;
      /** Milliseconds since 1970. */
      readonly createdMs: number;
      /** What was asked for. */
      readonly request: CreateInteractionRequest;
      /** Its result. */
      readonly answer: Answer;
    }
  | {
      /** A run came to its end, or was deleted. */
      readonly kind: "end" | "delete";
      /** Its id. */
      readonly id: string;
    }
  | {
      /** An agent, an environment or a webhook was made, changed or deleted. */
      readonly kind: "resource";
      /** Collection and id, such as `webhooks/webhook-1`. */
      readonly id: string;
      /** What is stored; absent when it was deleted. */
      readonly value?: object;
    }
  | {
      /** A run was cancelled. */
      readonly kind: "cancel";
      /** Its id. */
      readonly id: string;
      /** How many events had happened. */
      readonly happened: number;
    };

/** One request as the service received it. */
export interface ReceivedRequest {
  /** Upper case. */
  readonly method: string;
  /** As it was asked for, query included. */
  readonly url: string;
  /** The path of `url`. */
  readonly path: string;
  /** All headers, credentials too. */
  readonly headers: Headers;
  /**
   * The JSON object that was sent with a create, if one was. Typed as the service wants it: one that
   * was refused may be otherwise. Beyond 1 MiB in all, the oldest bodies become `undefined`; that of the
   * newest request stays.
   */
  readonly body: CreateInteractionRequest | undefined;
  /** The HTTP status of the answer, once there is one. */
  readonly status: number | undefined;
  /** Whether it was answered with a stream of events. */
  readonly isStream: boolean;
  /**
   * `pending` until there is a response, `open` until its body has ended: `finished` completely,
   * `cut` by a fault, `aborted` because the caller aborted the request or cancelled the body.
   */
  readonly state: "pending" | "open" | BodyState;
}

/** An Interactions service in memory. */
export interface InteractionsService {
  /** Answers a request like the platform's `fetch`; needs no `this`. */
  readonly fetch: (input: RequestLike | URL | string, init?: RequestInit) => Promise<Response>;
  /** What was received, in order. */
  readonly requests: readonly ReceivedRequest[];
  /** The stored runs as they are now, in the order of their creation; reading moves none of them. */
  readonly interactions: readonly Interaction[];
  /** What is still to go wrong; change it at any time. A fault that was used up is taken out. */
  readonly faults: Fault[];
  /** The mistakes of the test: what `respond` threw, and creates beyond the last of `responses`. */
  readonly errors: readonly Error[];
  /** The webhook deliveries that were sent, in order. */
  readonly deliveries: readonly WebhookDelivery[];
  /** How many streams have a body that is neither at its end nor cancelled. */
  readonly openStreams: number;
  /** How many streams have ended, in whatever way. */
  readonly closedStreams: number;
  /** Forgets every run, request and error, and begins anew: `responses` and `faults` as they were. */
  reset(): void;
}
