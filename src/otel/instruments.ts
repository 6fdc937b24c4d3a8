// The histograms of runs, as the `gen_ai` conventions name and scale them. In comes a meter, out go
// three instruments. The buckets are those of the conventions: the SDK's default buckets, made for
// milliseconds, would put every duration into the first one.

import { ValueType } from "@opentelemetry/api";
import type { Histogram, Meter } from "@opentelemetry/api";

/** The instruments of runs. */
export interface Instruments {
  readonly tokenUsage: Histogram;
  /** In seconds. */
  readonly duration: Histogram;
  /** In seconds. */
  readonly timeToFirstChunk: Histogram;
}

const tokenBuckets = Array.from({ length: 14 }, (_, power) => 4 ** power);
const secondBuckets = Array.from({ length: 14 }, (_, power) => 2 ** power / 100);

/** Makes the instruments. */
export function createInstruments(meter: Meter): Instruments {
  const seconds = { unit: "s", advice: { explicitBucketBoundaries: secondBuckets } };
  return {
    tokenUsage: meter.createHistogram("gen_ai.client.token.usage", {
      description: "Number of input and output tokens used.",
      unit: "{token}",
      valueType: ValueType.INT,
      advice: { explicitBucketBoundaries: tokenBuckets },
    }),
    duration: meter.createHistogram("gen_ai.client.operation.duration", {
      ...seconds,
      description: "GenAI operation duration.",
    }),
    timeToFirstChunk: meter.createHistogram("gen_ai.client.operation.time_to_first_chunk", {
      ...seconds,
      description: "Time from the start of a streamed run to its first text.",
    }),
  };
}
