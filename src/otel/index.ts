// What `gemini-interactions/otel` exports: hooks that make spans and metrics. It loads the API of
// OpenTelemetry, but no code of the client.

export { otelHooks } from "./hooks.ts";
export type { OtelOptions } from "./hooks.ts";
