// A verified body as the event that it spells: bytes come in, a typed event goes out. Types that
// this version does not know pass, since the service adds some without notice; only what the known
// types promise is checked.

import { isObject } from "../util/json.ts";
import { quote } from "../util/printable.ts";
import { WebhookVerificationError } from "./error.ts";

const interactionEvents = [
  "interaction.completed",
  "interaction.requires_action",
  "interaction.failed",
] as const;

/** What happened. The service adds types without notice: ignore those that you do not know. */
export type WebhookEventType = (typeof interactionEvents)[number] | (string & {});

/** What the event is about. */
export interface WebhookEventData {
  /** For `interaction.*`: id of the interaction, for `client.get(id)`. */
  readonly id: string;
  readonly [member: string]: unknown;
}

/** A verified delivery. It says that something happened; fetch the interaction to see what. */
export interface WebhookEvent {
  /**
   * Id of the delivery (`webhook-id`), the same when the service sends it again, which it does for up
   * to a day until it gets a 2xx. Remember ids for that long, and ignore what was there before.
   */
  readonly id: string;
  /** What happened. */
  readonly type: WebhookEventType;
  /** Version of the event's form, such as `v1`. */
  readonly version?: string;
  /** What the event is about; of another form, or missing, in types this version does not know. */
  readonly data: WebhookEventData;
}

/** @throws {WebhookVerificationError} `body` for bytes that spell no event */
export function readEvent(id: string, body: Uint8Array): WebhookEvent {
  const event = parse(body);
  if (!isObject(event) || typeof event["type"] !== "string") {
    throw bodyError("is no JSON object with a type");
  }
  const { type, data } = event;
  const isKnown = interactionEvents.some((known) => known === type);
  if (isKnown && !(isObject(data) && typeof data["id"] === "string")) {
    throw bodyError(`has type ${quote(type)} but no data.id`);
  }
  // Checked as far as the type promises; the service is the author of the rest.
  return { ...event, id } as unknown as WebhookEvent;
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch {
    throw bodyError("is no JSON");
  }
}

function bodyError(problem: string): WebhookVerificationError {
  return new WebhookVerificationError(
    "body",
    `The webhook delivery is genuine, but its body ${problem}: it cannot be an event of this service.`,
  );
}
