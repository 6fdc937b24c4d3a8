// Compiled by `tsc --noEmit`, not run: that the types promise what the README says of them.

import { expectTypeOf } from "vitest";
import type {
  AgentConfig,
  Annotation,
  AntigravityAgentConfig,
  ArgumentsDelta,
  AudioContent,
  AudioDelta,
  Bash,
  CodeExecution,
  CodeExecutionCallDelta,
  CodeExecutionCallStep,
  CodeExecutionResultDelta,
  CodeExecutionResultStep,
  CodeMenderAgentConfig,
  components,
  ComputerUse,
  Content,
  CreateInteractionParams,
  DeepResearchAgentConfig,
  DocumentContent,
  DocumentDelta,
  DynamicAgentConfig,
  ErrorEvent,
  FileCitation,
  FileSearch,
  FileSearchCallDelta,
  FileSearchCallStep,
  FileSearchResultDelta,
  FileSearchResultStep,
  Filesystem,
  FunctionCallStep,
  FunctionResultDelta,
  FunctionResultStep,
  FunctionTool,
  GoogleMaps,
  GoogleMapsCallDelta,
  GoogleMapsCallStep,
  GoogleMapsResultDelta,
  GoogleMapsResultStep,
  GoogleSearch,
  GoogleSearchCallDelta,
  GoogleSearchCallStep,
  GoogleSearchResultDelta,
  GoogleSearchResultStep,
  ImageContent,
  ImageDelta,
  Interaction,
  InteractionCompletedEvent,
  InteractionCreatedEvent,
  InteractionError,
  InteractionsClient,
  InteractionStatus,
  InteractionStatusUpdate,
  InteractionStream,
  InteractionStreamEvent,
  LegacyCodeExecutionCallContent,
  LegacyCodeExecutionCallDelta,
  LegacyCodeExecutionResultContent,
  LegacyCodeExecutionResultDelta,
  LegacyContent,
  LegacyContentDelta,
  LegacyContentDeltaData,
  LegacyContentStart,
  LegacyContentStop,
  LegacyFileSearchCallContent,
  LegacyFileSearchCallDelta,
  LegacyFileSearchResultContent,
  LegacyFileSearchResultDelta,
  LegacyFunctionCallContent,
  LegacyFunctionCallDelta,
  LegacyFunctionResultContent,
  LegacyFunctionResultDelta,
  LegacyGoogleMapsCallContent,
  LegacyGoogleMapsCallDelta,
  LegacyGoogleMapsResultContent,
  LegacyGoogleMapsResultDelta,
  LegacyGoogleSearchCallContent,
  LegacyGoogleSearchCallDelta,
  LegacyGoogleSearchResultContent,
  LegacyGoogleSearchResultDelta,
  LegacyInteractionCompleteEvent,
  LegacyInteractionStartEvent,
  LegacyMCPServerToolCallContent,
  LegacyMCPServerToolCallDelta,
  LegacyMCPServerToolResultContent,
  LegacyMCPServerToolResultDelta,
  LegacyTextAnnotationDelta,
  LegacyTextContent,
  LegacyTextDelta,
  LegacyThoughtContent,
  LegacyURLContextCallContent,
  LegacyURLContextCallDelta,
  LegacyURLContextResultContent,
  LegacyURLContextResultDelta,
  MCPServer,
  MCPServerToolCallDelta,
  MCPServerToolCallStep,
  MCPServerToolResultDelta,
  MCPServerToolResultStep,
  ModelOutputStep,
  PlaceCitation,
  ProcessingCallDelta,
  ProcessingCallStep,
  ProcessingResultDelta,
  ProcessingResultStep,
  Retrieval,
  RetrievalCallDelta,
  RetrievalCallStep,
  RetrievalResultDelta,
  RetrievalResultStep,
  SmartTranscriptionMode,
  SpeechAnnotation,
  StartedFunctionResultStep,
  StartedStep,
  Step,
  StepDelta,
  StepDeltaData,
  StepStart,
  StepStop,
  TextAnnotationDelta,
  TextContent,
  TextDelta,
  ThoughtSignatureDelta,
  ThoughtStep,
  ThoughtSummaryDelta,
  Tool,
  TranscriptionMode,
  URLCitation,
  URLContext,
  URLContextCallDelta,
  URLContextCallStep,
  URLContextResultDelta,
  URLContextResultStep,
  UserInputStep,
  VerbatimTranscriptionMode,
  VideoContent,
  VideoDelta,
  WordInfo,
} from "../../src/index.ts";

type Schemas = components["schemas"];

/** What a union narrows to, by the value of the property that tells its members apart. */
type ByTag<Union, Tag extends keyof Union> = {
  [Value in Union[Tag] & string]: Extract<Union, { [Property in Tag]: Value }>;
};

// Each union narrows to exactly one member, those of the dialect before steps too.

expectTypeOf<ByTag<InteractionStreamEvent, "event_type">>().toEqualTypeOf<{
  "interaction.created": InteractionCreatedEvent;
  "interaction.status_update": InteractionStatusUpdate;
  "step.start": StepStart;
  "step.delta": StepDelta;
  "step.stop": StepStop;
  "interaction.completed": InteractionCompletedEvent;
  error: ErrorEvent;
  "interaction.start": LegacyInteractionStartEvent;
  "content.start": LegacyContentStart;
  "content.delta": LegacyContentDelta;
  "content.stop": LegacyContentStop;
  "interaction.complete": LegacyInteractionCompleteEvent;
}>();

expectTypeOf<ByTag<Step, "type">>().toEqualTypeOf<{
  user_input: UserInputStep;
  model_output: ModelOutputStep;
  thought: ThoughtStep;
  function_call: FunctionCallStep;
  function_result: FunctionResultStep;
  code_execution_call: CodeExecutionCallStep;
  code_execution_result: CodeExecutionResultStep;
  url_context_call: URLContextCallStep;
  url_context_result: URLContextResultStep;
  google_search_call: GoogleSearchCallStep;
  google_search_result: GoogleSearchResultStep;
  google_maps_call: GoogleMapsCallStep;
  google_maps_result: GoogleMapsResultStep;
  file_search_call: FileSearchCallStep;
  file_search_result: FileSearchResultStep;
  mcp_server_tool_call: MCPServerToolCallStep;
  mcp_server_tool_result: MCPServerToolResultStep;
  retrieval_call: RetrievalCallStep;
  retrieval_result: RetrievalResultStep;
  processing_call: ProcessingCallStep;
  processing_result: ProcessingResultStep;
}>();

expectTypeOf<ByTag<StartedStep, "type">>().toEqualTypeOf<{
  user_input: UserInputStep;
  model_output: ModelOutputStep;
  thought: ThoughtStep;
  function_call: FunctionCallStep;
  function_result: StartedFunctionResultStep;
  code_execution_call: CodeExecutionCallStep;
  code_execution_result: CodeExecutionResultStep;
  url_context_call: URLContextCallStep;
  url_context_result: URLContextResultStep;
  google_search_call: GoogleSearchCallStep;
  google_search_result: GoogleSearchResultStep;
  google_maps_call: GoogleMapsCallStep;
  google_maps_result: GoogleMapsResultStep;
  file_search_call: FileSearchCallStep;
  file_search_result: FileSearchResultStep;
  mcp_server_tool_call: MCPServerToolCallStep;
  mcp_server_tool_result: MCPServerToolResultStep;
  retrieval_call: RetrievalCallStep;
  retrieval_result: RetrievalResultStep;
  processing_call: ProcessingCallStep;
  processing_result: ProcessingResultStep;
}>();

expectTypeOf<ByTag<StepDeltaData, "type">>().toEqualTypeOf<{
  text: TextDelta;
  text_annotation_delta: TextAnnotationDelta;
  text_annotation: LegacyTextAnnotationDelta;
  image: ImageDelta;
  audio: AudioDelta;
  document: DocumentDelta;
  video: VideoDelta;
  thought_summary: ThoughtSummaryDelta;
  thought_signature: ThoughtSignatureDelta;
  arguments_delta: ArgumentsDelta;
  function_result: FunctionResultDelta;
  code_execution_call: CodeExecutionCallDelta;
  code_execution_result: CodeExecutionResultDelta;
  url_context_call: URLContextCallDelta;
  url_context_result: URLContextResultDelta;
  google_search_call: GoogleSearchCallDelta;
  google_search_result: GoogleSearchResultDelta;
  google_maps_call: GoogleMapsCallDelta;
  google_maps_result: GoogleMapsResultDelta;
  file_search_call: FileSearchCallDelta;
  file_search_result: FileSearchResultDelta;
  mcp_server_tool_call: MCPServerToolCallDelta;
  mcp_server_tool_result: MCPServerToolResultDelta;
  retrieval_call: RetrievalCallDelta;
  retrieval_result: RetrievalResultDelta;
  processing_call: ProcessingCallDelta;
  processing_result: ProcessingResultDelta;
}>();

expectTypeOf<ByTag<Content, "type">>().toEqualTypeOf<{
  text: TextContent;
  image: ImageContent;
  audio: AudioContent;
  document: DocumentContent;
  video: VideoContent;
}>();

expectTypeOf<ByTag<Annotation, "type">>().toEqualTypeOf<{
  url_citation: URLCitation;
  file_citation: FileCitation;
  place_citation: PlaceCitation;
  speech_metadata: SpeechAnnotation;
  word_info: WordInfo;
}>();

expectTypeOf<ByTag<Tool, "type">>().toEqualTypeOf<{
  function: FunctionTool;
  google_search: GoogleSearch;
  code_execution: CodeExecution;
  url_context: URLContext;
  file_search: FileSearch;
  mcp_server: MCPServer;
  google_maps: GoogleMaps;
  computer_use: ComputerUse;
  retrieval: Retrieval;
  filesystem: Filesystem;
  bash: Bash;
}>();

expectTypeOf<ByTag<AgentConfig, "type">>().toEqualTypeOf<{
  "deep-research": DeepResearchAgentConfig;
  antigravity: AntigravityAgentConfig;
  "code-mender": CodeMenderAgentConfig;
  dynamic: DynamicAgentConfig;
}>();

expectTypeOf<ByTag<TranscriptionMode, "type">>().toEqualTypeOf<{
  verbatim: VerbatimTranscriptionMode;
  smart: SmartTranscriptionMode;
}>();

expectTypeOf<ByTag<LegacyContent, "type">>().toEqualTypeOf<{
  text: LegacyTextContent;
  image: ImageContent;
  audio: AudioContent;
  document: DocumentContent;
  video: VideoContent;
  thought: LegacyThoughtContent;
  function_call: LegacyFunctionCallContent;
  function_result: LegacyFunctionResultContent;
  code_execution_call: LegacyCodeExecutionCallContent;
  code_execution_result: LegacyCodeExecutionResultContent;
  url_context_call: LegacyURLContextCallContent;
  url_context_result: LegacyURLContextResultContent;
  google_search_call: LegacyGoogleSearchCallContent;
  google_search_result: LegacyGoogleSearchResultContent;
  google_maps_call: LegacyGoogleMapsCallContent;
  google_maps_result: LegacyGoogleMapsResultContent;
  mcp_server_tool_call: LegacyMCPServerToolCallContent;
  mcp_server_tool_result: LegacyMCPServerToolResultContent;
  file_search_call: LegacyFileSearchCallContent;
  file_search_result: LegacyFileSearchResultContent;
}>();

expectTypeOf<ByTag<LegacyContentDeltaData, "type">>().toEqualTypeOf<{
  text: LegacyTextDelta;
  image: ImageDelta;
  audio: AudioDelta;
  document: DocumentDelta;
  video: VideoDelta;
  thought_summary: ThoughtSummaryDelta;
  thought_signature: ThoughtSignatureDelta;
  text_annotation: LegacyTextAnnotationDelta;
  function_call: LegacyFunctionCallDelta;
  function_result: LegacyFunctionResultDelta;
  code_execution_call: LegacyCodeExecutionCallDelta;
  code_execution_result: LegacyCodeExecutionResultDelta;
  url_context_call: LegacyURLContextCallDelta;
  url_context_result: LegacyURLContextResultDelta;
  google_search_call: LegacyGoogleSearchCallDelta;
  google_search_result: LegacyGoogleSearchResultDelta;
  google_maps_call: LegacyGoogleMapsCallDelta;
  google_maps_result: LegacyGoogleMapsResultDelta;
  mcp_server_tool_call: LegacyMCPServerToolCallDelta;
  mcp_server_tool_result: LegacyMCPServerToolResultDelta;
  file_search_call: LegacyFileSearchCallDelta;
  file_search_result: LegacyFileSearchResultDelta;
}>();

/** A known value of each open enum. */
interface KnownValues {
  AgentOption: "antigravity-preview-09-2026";
  AudioContentMimeType: "audio/webm";
  AudioResponseFormatDelivery: "uri";
  AudioResponseFormatMimeType: "audio/mulaw";
  Disabled: "disabled";
  DisabledSafetyPolicy: "legal_terms_and_agreements";
  DocumentContentMimeType: "application/vnd.oasis.opendocument.spreadsheet";
  EnvironmentEnum: "desktop";
  EnvironmentFileType: "directory";
  EnvironmentStatus: "expired";
  ErrorCode: "missing_thought_signature";
  GoogleSearchSearchType: "enterprise_web_search";
  GroundingToolCountType: "retrieval";
  HarmCategory: "jailbreak";
  ImageContentMimeType: "image/tiff";
  ImageResponseFormatAspectRatio: "4:1";
  ImageResponseFormatDelivery: "uri";
  ImageResponseFormatImageSize: "4K";
  ImageResponseFormatMimeType: "image/jpeg";
  InteractionStatus: "requires_continuation";
  Language: "bash";
  MediaResolution: "ultra_high";
  Method: "probability";
  Mode: "verify";
  Model: "gemini-4-hydrogen";
  NetworkEnum: "disabled";
  ProcessingEnum: "agentic";
  Resolution: "4k";
  ResponseModality: "document";
  RetrievalRetrievalType: "parallel_ai_search";
  RevocationBehavior: "revoke_previous_secrets_immediately";
  ServiceTier: "deferred";
  SourceType: "skill_registry";
  Task: "upscale";
  TextResponseFormatMimeType: "text/plain";
  ThinkingLevel: "xhigh";
  ThinkingSummaries: "none";
  Threshold: "off";
  ToolChoiceType: "validated";
  TranscriptionConfigModeEnum: "smart";
  URLContextResultStatus: "unsafe";
  VideoContentMimeType: "video/3gpp";
  VideoDeltaMimeType: "video/jpeg2000";
  VideoResponseFormatAspectRatio: "9:16";
  BlockReason: "safety";
  CredentialStatus: "revoked";
  CredentialType: "oauth2";
  InjectionLocation: "header";
  Pitch: "low";
  TriggerExecutionStatus: "timed_out";
  TriggerStatus: "paused";
  VoiceType: "prompted";
  VideoResponseFormatDelivery: "uri";
  Visualization: "auto";
  WebhookEventType: "interaction.requires_action";
  WebhookState: "disabled_due_to_failed_deliveries";
  WebhookSubscribedEvent: "video.generated";
}

/** The components that are text and take any text: a new one belongs into the list above. */
type OpenEnumName = {
  [Name in keyof Schemas]: Schemas[Name] extends string
    ? string extends Schemas[Name]
      ? Name
      : never
    : never;
}[keyof Schemas];
expectTypeOf<OpenEnumName>().toEqualTypeOf<keyof KnownValues>();

// A union with `string` would have swallowed the known values.
expectTypeOf<{
  [Name in keyof KnownValues]: Extract<Schemas[Name], KnownValues[Name]>;
}>().toEqualTypeOf<KnownValues>();

export const newStatus: InteractionStatus = "paused";
export const newModel: CreateInteractionParams = { model: "gemini-99", input: "Hi" };
// @ts-expect-error an open enum is text all the same
export const noStatus: InteractionStatus = 3;
// @ts-expect-error discriminants are closed
export const noStep: Step = { type: "telepathy" };

// Narrowing in code, as users write it.

export function readEvent(event: InteractionStreamEvent): string | undefined {
  switch (event.event_type) {
    case "step.start":
      expectTypeOf(event.step).toEqualTypeOf<StartedStep>();
      // @ts-expect-error a start has no delta
      return event.delta;
    case "step.delta":
      expectTypeOf(event).toEqualTypeOf<StepDelta>();
      if (event.delta.type === "text") return event.delta.text;
      if (event.delta.type === "arguments_delta") return event.delta.arguments;
      // @ts-expect-error the rest is neither
      return event.delta.text;
    case "content.delta":
      expectTypeOf(event).toEqualTypeOf<LegacyContentDelta>();
      // @ts-expect-error text may be missing in the dialect before steps
      return event.delta.type === "text" ? event.delta.text.trim() : undefined;
    case "interaction.completed":
    case "interaction.created":
      // The service may leave out both with `store: false`.
      expectTypeOf(event.interaction.status).toEqualTypeOf<InteractionStatus | undefined>();
      return event.interaction.id;
    case "error":
      expectTypeOf(event.error).toEqualTypeOf<InteractionError | undefined>();
      return event.error?.message;
    default:
      // @ts-expect-error what is left has no error
      return event.error;
  }
}

export function readStep(step: Step): string | undefined {
  if (step.type === "function_call") {
    expectTypeOf(step.arguments).toEqualTypeOf<Record<string, unknown>>();
    return step.name;
  }
  if (step.type === "model_output") {
    const [block] = step.content ?? [];
    if (block?.type !== "text") return undefined;
    const [annotation] = block.annotations ?? [];
    if (annotation?.type === "url_citation") return annotation.url;
    // @ts-expect-error other annotations may have no title
    return annotation?.title;
  }
  // @ts-expect-error other steps have no content, or other content
  return step.name;
}

export function nameEvent(event: InteractionStreamEvent): string {
  switch (event.event_type) {
    case "interaction.created":
    case "interaction.status_update":
    case "interaction.completed":
    case "interaction.start":
    case "interaction.complete":
      return "lifecycle";
    case "step.start":
    case "step.delta":
    case "step.stop":
    case "content.start":
    case "content.delta":
    case "content.stop":
      return "content";
    case "error":
      return "error";
    default:
      // Nothing is left, so the compiler tells where a new event has to be handled.
      return event satisfies never;
  }
}

// What a call refuses.

declare const client: InteractionsClient;
const model = "gemini-3.5-flash";
const agent = "deep-research-preview-04-2026";
const input = "Hi";
const result = { type: "function_result", call_id: "a", result: "b" } as const;

// What the refused calls below would be without their one mistake.
void client.create({
  model,
  input: [result],
  system_instruction: "Be brief.",
  tools: [{ type: "function", name: "f" }],
  generation_config: { temperature: 1, max_output_tokens: 9 },
});
void client.create({ model, input: [{ type: "text", text: "Hi", annotations: [] }] });
void client.create({ agent, input, agent_config: { type: "deep-research", visualization: "off" } });
void client.create(
  { agent, input, environment: { type: "remote", sources: [] } },
  { timeoutMs: 9 },
);
void client.get("v1_a", { include_input: true });

expectTypeOf(client.create({ model, input })).resolves.toEqualTypeOf<Interaction>();
expectTypeOf(
  client.create({ model, input, stream: true }),
).resolves.toEqualTypeOf<InteractionStream>();
expectTypeOf(client.get("v1_a")).resolves.toEqualTypeOf<Interaction>();
expectTypeOf(client.get("v1_a", { stream: true })).resolves.toEqualTypeOf<InteractionStream>();

// @ts-expect-error a model or an agent, not both
void client.create({ model, agent, input });
// @ts-expect-error neither
void client.create({ input });
// @ts-expect-error a model has no agent_config
void client.create({ model, input, agent_config: { type: "dynamic" } });
// @ts-expect-error an agent has no generation_config
void client.create({ agent, input, generation_config: {} });
// @ts-expect-error misspelt field
void client.create({ model, input, sytem_instruction: "Be brief." });
// @ts-expect-error misspelt field of a stream
void client.create({ model, input, stream: true, tols: [] });
// @ts-expect-error misspelt field of a tool
void client.create({ model, input, tools: [{ type: "function", nmae: "f" }] });
// @ts-expect-error unknown tool
void client.create({ model, input, tools: [{ type: "telepathy" }] });
// @ts-expect-error misspelt field of a block
void client.create({ model, input: [{ type: "text", text: "Hi", anotations: [] }] });
// @ts-expect-error misspelt field of a step
void client.create({ model, input: [{ ...result, is_eror: true }] });
// @ts-expect-error misspelt field of generation_config
void client.create({ model, input, generation_config: { temprature: 1 } });
// @ts-expect-error wrong type in generation_config
void client.create({ model, input, generation_config: { max_output_tokens: "9" } });
// @ts-expect-error misspelt field of agent_config
void client.create({ agent, input, agent_config: { type: "deep-research", visual: "off" } });
// @ts-expect-error misspelt field of an environment
void client.create({ agent, input, environment: { type: "remote", source: [] } });
// @ts-expect-error misspelt option
void client.create({ model, input }, { timeout: 1000 });
// @ts-expect-error misspelt field
void client.get("v1_a", { include_inputs: true });
// @ts-expect-error an event to start after needs a stream
void client.get("v1_a", { last_event_id: "evt_1", stream: false });
