// The public names of `gemini-interactions/testing`.

export type { Answer, Respond } from "./runs/answer.ts";
export { interactionEvents, splitEvery, textEvents, textStep } from "./runs/events.ts";
export type { Dialect, EventOptions, SplitText, TextEventOptions } from "./runs/events.ts";
export type { EventIds, Fault, FaultTarget } from "./faults/faults.ts";
export type {
  InteractionsService,
  InteractionsServiceOptions,
  ReceivedRequest,
  ServiceChange,
} from "./options.ts";
export { oddities } from "./oddities.ts";
export { RespondError } from "./runs/respond.ts";
export { createInteractionsService } from "./service.ts";
export { formatSse, sseResponse } from "./wire/sse.ts";
export type { SseOptions, SseResponseOptions } from "./wire/sse.ts";
export {
  answerOverTime,
  failedAnswer,
  functionCallStep,
  mediaStep,
  refusedAnswer,
  thoughtStep,
} from "./runs/steps.ts";
export type { WebhookDelivery, WebhookEndpoint, WebhookOptions } from "./webhooks.ts";
