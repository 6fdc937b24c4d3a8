// A verified body as the event that it spells: bytes come in, a typed event goes out. Types that
// this version does not know pass, since the service may add some at any time; only what the known
// types promise is checked.

import type {
  WebhookEventData as SpecifiedData,
  WebhookEventType as SpecifiedType,
  WebhookEventBody,
} from "../../generated/schema.ts";
import { isObject } from "../util/json.ts";
import { quote } from "../util/printable.ts";
import { WebhookVerificationError } from "./error.ts";

/** What happened. The service may add types at any time: ignore those that you do not know. */
export type WebhookEventType = SpecifiedType;

/** What the event is about. `id` is the interaction's, for `client.get(id)`. */
export type WebhookEventData = SpecifiedData;

/**
 * A verified delivery. It says that something happened; fetch the interaction to see what. Of a type
 * that this version does not know, `data` may have another form, or be missing.
 */
export interface WebhookEvent extends Readonly<WebhookEventBody> {
  /**
   * Id of the delivery (`webhook-id`), the same when the service sends it again, which it does for up
   * to a day until it gets a 2xx. Remember ids for that long, and ignore what was there before.
   */
  readonly id: string;
}

/** The types whose `data` is known. */
const interactionEvents: ReadonlySet<WebhookEventType> = new Set([
  "interaction.completed",
  "interaction.requires_action",
  "interaction.failed",
]);

/** @throws {WebhookVerificationError} `body` for bytes that spell no event */
export function readEvent(id: string, body: Uint8Array): WebhookEvent {
  const event = parse(body);
  if (!isObject(event) || typeof event["type"] !== "string") {
    throw bodyError("is not a JSON object with a type");
  }
  const { type, data } = event;
  const isKnown = interactionEvents.has(type);
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
    throw bodyError("is not JSON");
  }
}

function bodyError(problem: string): WebhookVerificationError {
  return new WebhookVerificationError(
    "body",
    `The webhook delivery is genuine, but its body ${problem}: it cannot be an event of this service.`,
  );
}
