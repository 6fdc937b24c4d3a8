// The public types of the service in memory: what a test passes to it, and what it can read afterwards.

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
   * Whether to refuse requests that the real service would refuse: unknown members, values of another
   * type, results for calls that were never made, and what `docs/testing.md` lists under "What is
   * refused".
   *
   * @defaultValue `true`; in the legacy dialect, which the spec no longer describes, always `false`
   */
  strict?: boolean | undefined;
  /** Today's event names, or those used until June 2026. @defaultValue `"current"` */
  dialect?: Dialect | undefined;
  /**
   * Decides the result of a run. If it throws, the test is wrong: `fetch` rejects with a
   * {@link RespondError}, which is also in `service.errors` in case the client under test hides it.
   *
   * @defaultValue calls the function that `tool_choice` forces, with the smallest arguments that fit
   *   its parameters; answers a JSON `response_format` with the smallest value that fits its schema;
   *   else repeats the text of the input
   */
  respond?: Respond | undefined;
  /**
   * The answers of the creates, in order; instead of `respond`. A create without an answer left is a
   * {@link RespondError}.
   */
  responses?: readonly (Answer | string | Respond)[] | undefined;
  /**
   * Time between two events in milliseconds, by the global `setTimeout`. With 0, readers get them at
   * once, and a run without a reader advances with each GET: the third GET shows its end.
   *
   * @defaultValue 0
   */
  eventIntervalMs?: number | undefined;
  /** How texts are split into deltas. @defaultValue one piece per word */
  splitText?: SplitText | undefined;
  /** Bytes per network chunk; `Infinity` for a single chunk. @defaultValue one event per chunk */
  chunkBytes?: number | undefined;
  /** Faults to inject, in order; see {@link InteractionsService.faults}. @defaultValue none */
  faults?: readonly Fault[] | undefined;
  /** Accepted API keys. Without `apiKeys` and `tokens`, requests need no credentials. */
  apiKeys?: readonly string[] | undefined;
  /** Accepted bearer tokens; the array is read again for each request. */
  tokens?: readonly string[] | undefined;
  /** Which URL forms of Vertex work for get, cancel and delete. @defaultValue `"both"` */
  vertexPaths?: VertexPaths | undefined;
  /**
   * Makes the id of a run from its number; the first run has number 1.
   *
   * @defaultValue `v1_run1`, `v1_run2`, …
   */
  createId?: ((count: number) => string) | undefined;
  /** The clock, in milliseconds since 1970. @defaultValue `Date.now` */
  now?: (() => number) | undefined;
  /**
   * Where to announce finished runs, in addition to the registered webhooks.
   *
   * @defaultValue to the `webhook_config.uris` of a request
   */
  webhooks?: WebhookOptions | undefined;
  /** The stored state of an earlier service: the changes that its `onChange` received, in order. */
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
      /** The request. */
      readonly request: CreateInteractionRequest;
      /** Its result. */
      readonly answer: Answer;
    }
  | {
      /** A run ended, or was deleted. */
      readonly kind: "end" | "delete";
      /** Its id. */
      readonly id: string;
    }
  | {
      /** A resource, such as an agent, was created, changed or deleted. */
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
  /** The full URL, query included. */
  readonly url: string;
  /** The path of `url`. */
  readonly path: string;
  /** All headers, credentials too. */
  readonly headers: Headers;
  /**
   * The JSON object that was sent with a create, if one was. The type is that of a valid body: a refused
   * one may differ. When all bodies exceed 1 MiB, the oldest become `undefined`; the newest stays.
   */
  readonly body: CreateInteractionRequest | undefined;
  /** The HTTP status of the response, once there is one. */
  readonly status: number | undefined;
  /** Whether the response is a stream of events. */
  readonly isStream: boolean;
  /**
   * `pending` until there is a response, `open` until its body has ended. Then `finished` if it was
   * complete, `cut` by a fault, or `aborted` if the caller aborted the request or cancelled the body.
   */
  readonly state: "pending" | "open" | BodyState;
}

/** An Interactions service in memory. */
export interface InteractionsService {
  /** Answers a request like the platform's `fetch`; works without `this`. */
  readonly fetch: (input: RequestLike | URL | string, init?: RequestInit) => Promise<Response>;
  /** The requests received, in order. */
  readonly requests: readonly ReceivedRequest[];
  /** The stored runs as they are now, in the order of their creation. Reading does not advance them. */
  readonly interactions: readonly Interaction[];
  /** The faults still to inject; change the list at any time. A fault that is used up is removed. */
  readonly faults: Fault[];
  /** Mistakes of the test: what `respond` threw, and creates for which `responses` had no answer. */
  readonly errors: readonly Error[];
  /** The webhook deliveries that were sent, in order. */
  readonly deliveries: readonly WebhookDelivery[];
  /** How many streams are open: their body has neither ended nor been cancelled. */
  readonly openStreams: number;
  /** How many streams have ended, in whatever way. */
  readonly closedStreams: number;
  /** Forgets every run, request and error, and restores `responses` and `faults`. */
  reset(): void;
}
