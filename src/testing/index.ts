export type { Answer, Respond } from "./answer.ts";
export { interactionEvents, splitEvery, textEvents, textStep } from "./events.ts";
export type { EventOptions, TextEventOptions } from "./events.ts";
export type { Dialect } from "../model/dialect.ts";
export type { SplitText } from "./events.ts";
export type { EventIds, Fault, FaultTarget } from "./faults.ts";
export { createInteractionsService } from "./service.ts";
export type {
  InteractionsService,
  InteractionsServiceOptions,
  ReceivedRequest,
} from "./service.ts";
export { formatSse, sseResponse } from "./sse.ts";
export type { SseOptions, SseResponseOptions } from "./sse.ts";
