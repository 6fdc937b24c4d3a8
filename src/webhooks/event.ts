// Parses a verified body: bytes come in, a typed event goes out. Unknown types pass, since the service may add
// some at any time; only the members that known types promise are checked.

import type {
  WebhookEventData as SpecifiedData,
  WebhookEventType as SpecifiedType,
  WebhookEventBody,
} from "../../generated/schema.ts";
import { isObject } from "../util/json.ts";
import { quote } from "../util/printable.ts";
import { WebhookVerificationError } from "./error.ts";

/** What happened. The service may add types at any time: ignore unknown ones. */
export type WebhookEventType = SpecifiedType;

/** The subject of the event. `id` is the interaction's, for `client.get(id)`. */
export type WebhookEventData = SpecifiedData;

/**
 * A verified delivery. It only says that something happened: fetch the interaction to see the result. For an
 * unknown type, `data` may have another form, or be missing.
 */
export interface WebhookEvent extends Readonly<WebhookEventBody> {
  /**
   * Id of the delivery (`webhook-id`). It stays the same when the service sends the delivery again, which it
   * does for up to a day until it gets a 2xx. Store ids for that long, and ignore deliveries with a known one.
   */
  readonly id: string;
}

/** The types whose `data` is known. */
const interactionEvents: ReadonlySet<WebhookEventType> = new Set([
  "interaction.completed",
  "interaction.requires_action",
  "interaction.failed",
]);

/** @throws {WebhookVerificationError} `body` for bytes that are not an event */
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
