export { ApiPromise } from "./model/api-promise.ts";
export type { ApiAnswer } from "./model/api-promise.ts";
export {
  apiKeyMiddleware,
  bearerMiddleware,
  quotaProjectMiddleware,
} from "./http/auth/middleware.ts";
export { InteractionsClient } from "./client.ts";
export {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConnectionError,
  CredentialsError,
  InteractionsError,
  InteractionStreamError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  ResponseParseError,
  ServerError,
  StreamInterruptedError,
  TimeoutError,
  WaitTimeoutError,
} from "./model/errors.ts";
export type {
  ApiKey,
  CallOptions,
  FetchFunction,
  FetchInit,
  FetchResponse,
  InteractionsClientOptions,
  RequestHeadersSource,
  ResourcePaths,
  RetryOptions,
  StreamOptions,
  TokenFunction,
  VertexAuth,
  VertexOptions,
} from "./model/options.ts";
export { accumulate } from "./model/accumulate.ts";
export { unparsedArguments } from "./model/slot.ts";
export { parseCursor } from "./replay/cursor.ts";
export { isTerminal, outputMedia, outputText, pendingFunctionCalls } from "./model/output.ts";
export type { MediaContent } from "./model/output.ts";
export { parseSse } from "./stream/sse.ts";
export type {
  Hooks,
  ReconnectRecord,
  RequestRecord,
  ResponseRecord,
  RetryRecord,
} from "./model/hooks.ts";
export type { InteractionStream } from "./stream/stream.ts";
export type {
  CreateAgentInteractionParams,
  CreateInteractionParams,
  CreateModelInteractionParams,
  GetInteractionParams,
  Interaction,
  StreamCursor,
} from "./model/types.ts";
export type { WaitOptions } from "./http/wait.ts";
export * as operations from "../generated/operations.ts";
export type { InteractionsApi } from "../generated/operations.ts";
export type { components, paths } from "../generated/schema.ts";
// Names written out above go first: `Interaction` and the params are model/types.ts's.
export type * from "../generated/types.ts";
