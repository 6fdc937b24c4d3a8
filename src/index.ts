// The public names of the package. Whatever is not listed here, or exported by another entry, may
// change without notice.

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
export { MaxTurnsError, OutputParseError, UnfinishedRunError } from "./results/errors.ts";
export type { RunCheckpoint, RunProgress, SchemaIssue } from "./results/errors.ts";
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
export { consoleHooks } from "./results/console-hooks.ts";
export { interactionIdOf } from "./replay/cursor.ts";
export { isTerminal, outputMedia, outputText, pendingFunctionCalls } from "./model/output.ts";
export type { MediaContent } from "./model/output.ts";
export { parseSse } from "./stream/sse.ts";
export type {
  Hooks,
  ReconnectRecord,
  RequestErrorRecord,
  RequestRecord,
  ResponseRecord,
  RetryRecord,
  RunEndRecord,
  RunRecord,
} from "./model/hooks.ts";
export type { InteractionStream } from "./stream/stream.ts";
export type {
  CreateAgentInteractionParams,
  CreateInteractionParams,
  CreateModelInteractionParams,
  GetInteractionParams,
  Interaction,
} from "./model/types.ts";
export { contentFromBlob } from "./results/blob.ts";
export type { BlobOptions } from "./results/blob.ts";
export { citedText } from "./results/cited-text.ts";
export type { CitedText } from "./results/cited-text.ts";
export { createWithContinuation } from "./results/continuation.ts";
export type { ContinuationOptions } from "./results/continuation.ts";
export { inputFromInteraction } from "./results/input.ts";
export type { InteractionCreator, InteractionRun } from "./results/run.ts";
export { runTools } from "./results/run-tools.ts";
export type { RunToolsOptions } from "./results/run-tools.ts";
export type { JsonSchema, StandardSchema } from "./results/schema.ts";
export { defineTool } from "./results/tool.ts";
export type { DefinedTool, ToolContext, ToolDefinition } from "./results/tool.ts";
export { defineOutput } from "./results/typed-output.ts";
export type { DefinedOutput } from "./results/typed-output.ts";
export type { WaitOptions } from "./stream/wait.ts";
export * as operations from "../generated/operations.ts";
export type { InteractionsApi } from "../generated/operations.ts";
export type { components, paths } from "../generated/schema.ts";
// Names written out above go first: `Interaction` and the params are model/types.ts's.
export type * from "../generated/types.ts";
