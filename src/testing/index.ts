// The public names of `gemini-interactions/testing`.

export type { Answer, Respond } from "./answer.ts";
export { interactionEvents, splitEvery, textEvents, textStep } from "./events.ts";
export type { Dialect, EventOptions, SplitText, TextEventOptions } from "./events.ts";
export type { EventIds, Fault, FaultTarget } from "./faults.ts";
export type {
  InteractionsService,
  InteractionsServiceOptions,
  ReceivedRequest,
  ServiceChange,
} from "./options.ts";
export { oddities } from "./oddities.ts";
export { RespondError } from "./respond.ts";
export { createInteractionsService } from "./service.ts";
export { formatSse, sseResponse } from "./sse.ts";
export type { SseOptions, SseResponseOptions } from "./sse.ts";
export {
  answerOverTime,
  failedAnswer,
  functionCallStep,
  mediaStep,
  refusedAnswer,
  thoughtStep,
} from "./steps.ts";
export type { WebhookDelivery, WebhookEndpoint, WebhookOptions } from "./webhooks.ts";
