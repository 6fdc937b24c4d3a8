// The only error of this entry. It extends `Error`, not `InteractionsError`, so that the entry shares no code
// with the client's errors. `instanceof` holds across copies of the package.

import { isOfKind, markKind } from "../util/kinds.ts";

/**
 * What is wrong with a delivery:
 *
 * - `header`: one of `webhook-id`, `webhook-timestamp` and `webhook-signature` is missing or malformed
 * - `timestamp`: signed longer ago, or further in the future, than `toleranceMs`
 * - `key`: nothing to verify with: no secret, or the service's keys could not be fetched
 * - `signature`: no signature matches: the body was altered, or the key is not one of yours
 * - `body`: the body could not be read, or is genuine but not an event
 */
export type WebhookVerificationReason = "signature" | "timestamp" | "header" | "key" | "body";

/** The delivery cannot be trusted; `reason` says why. It contains no secret and no signature. */
export class WebhookVerificationError extends Error {
  /** Identifies the class across copies of the package. */
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
