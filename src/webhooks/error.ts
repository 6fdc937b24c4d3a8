// The one error of this entry. It extends `Error` itself and not `InteractionsError`, because each
// entry of the package is a file of its own: a base class of its own copy would be another class.

import { isOfKind, markKind } from "../util/kinds.ts";

/**
 * What is wrong with a delivery:
 *
 * - `header`: one of `webhook-id`, `webhook-timestamp` and `webhook-signature` is missing or malformed
 * - `timestamp`: signed longer ago, or further in the future, than `toleranceMs`
 * - `key`: nothing to verify with, such as no secret, or the service's keys could not be fetched
 * - `signature`: no signature matches: an altered body, or a key that is not among those given
 * - `body`: the body could not be read, or is genuine but not an event
 */
export type WebhookVerificationReason = "signature" | "timestamp" | "header" | "key" | "body";

/** The delivery cannot be trusted; `reason` says why. It contains no secret and no signature. */
export class WebhookVerificationError extends Error {
  /** What the class is known by, across copies of the package. */
  static readonly kind: string = "WebhookVerificationError";
  override name = "WebhookVerificationError" as const;
  /** What is wrong with the delivery. */
  readonly reason: WebhookVerificationReason;

  constructor(reason: WebhookVerificationReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
    markKind(this, new.target);
  }

  /** True also for an error that another copy of this package has made. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return isOfKind(this, value);
  }
}
