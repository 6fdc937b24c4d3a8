// What `gemini-interactions/webhooks` exports: one function, its error and their types. It shares no code
// with the client, so that an edge function that only receives deliveries stays small.

export { WebhookVerificationError } from "./error.ts";
export type { WebhookVerificationReason } from "./error.ts";
export type { WebhookEvent, WebhookEventData, WebhookEventType } from "./event.ts";
export type { WebhookBody, WebhookDelivery, WebhookHeaders } from "./delivery.ts";
export type { JsonWebKeySet, PublicJsonWebKey, WebhookKeyFetch } from "./keys.ts";
export { verifyWebhook } from "./verify.ts";
export type { VerifyWebhookOptions } from "./verify.ts";
