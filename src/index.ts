export { ApiPromise } from "./api-promise.ts";
export type { ApiAnswer } from "./api-promise.ts";
export { apiKeyMiddleware } from "./auth/api-key.ts";
export { bearerMiddleware } from "./auth/bearer.ts";
export { quotaProjectMiddleware } from "./auth/quota-project.ts";
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
} from "./errors.ts";
export type {
  ApiKey,
  CallOptions,
  FetchFunction,
  InteractionsClientOptions,
  RequestHeadersSource,
  ResourcePaths,
  RetryOptions,
  StreamOptions,
  TokenFunction,
  VertexAuth,
  VertexOptions,
} from "./options.ts";
export { accumulate, unparsedArguments } from "./accumulate.ts";
export { parseCursor } from "./cursor.ts";
export { outputText } from "./output.ts";
export { parseSse } from "./sse.ts";
export { isTerminal } from "./status.ts";
export type {
  Hooks,
  ReconnectRecord,
  RequestRecord,
  ResponseRecord,
  RetryRecord,
} from "./hooks.ts";
export type { InteractionStream } from "./stream.ts";
export type {
  CreateAgentInteractionParams,
  CreateInteractionParams,
  CreateModelInteractionParams,
  GetInteractionParams,
  Interaction,
  StreamCursor,
} from "./types.ts";
export type { WaitOptions } from "./wait.ts";
export * as operations from "../generated/operations.ts";
export type { InteractionsApi } from "../generated/operations.ts";
export type { components, paths } from "../generated/schema.ts";
export type {
  Content,
  ErrorDetail,
  Function as FunctionTool,
  FunctionCallStep,
  FunctionResultStep,
  InteractionStatus,
  InteractionStreamEvent,
  ModelOutputStep,
  Step,
  StepDelta,
  StepDeltaData,
  TextContent,
  ThoughtStep,
  Tool,
  Usage,
  UserInputStep,
} from "../generated/schema.ts";
