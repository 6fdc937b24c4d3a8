// What the service of a fault case is, and what it answers.

import { accumulate, isTerminal } from "../../src/index.ts";
import type { InteractionStreamEvent, Step } from "../../src/index.ts";
import { formatSse, interactionEvents, splitEvery } from "../../src/testing/index.ts";
import type { Answer, Dialect, EventIds, SplitText } from "../../src/testing/index.ts";
import { listStreams, loadStream } from "../support/examples.ts";
import { atomsOf, createRandom, cutRun } from "../support/random-runs.ts";
import { rareRuns, runs } from "../support/runs.ts";

/** A service and its one run. */
export interface Scene {
  readonly name: string;
  readonly mode: "guide" | "faithful";
  readonly dialect: Dialect;
  readonly origin: "background" | "foreground" | "stateless";
  readonly answer: Answer;
  /** Which of the ids that the events have are shown. */
  readonly ids: EventIds;
  readonly splitText: SplitText | undefined;
  /** The run's events, in number and content as the service sends them. */
  readonly events: readonly InteractionStreamEvent[];
  /** Whether steps begin before others have ended. */
  readonly overlaps: boolean;
  /** Whether the stored interaction shows other pieces than the stream. */
  readonly isCaptured: boolean;
}

type Setting = Pick<Scene, "mode" | "dialect" | "origin" | "ids">;

const inGuide = { mode: "guide", dialect: "current", origin: "background", ids: "all" } as const;

const allRuns = { ...runs, ...rareRuns };

/** The settings in which each run is streamed: both dialects, modes and origins, ids and none. */
const settings: readonly Setting[] = [
  inGuide,
  { ...inGuide, dialect: "legacy", ids: "sparse" },
  { ...inGuide, origin: "foreground", ids: "none" },
  { ...inGuide, mode: "faithful", ids: "sparse" },
  { ...inGuide, mode: "faithful", dialect: "legacy", ids: "none" },
  { ...inGuide, mode: "faithful", origin: "foreground", ids: "none" },
  { ...inGuide, dialect: "legacy", origin: "stateless" },
];

function nameOf(run: string, { mode, dialect, origin, ids }: Setting): string {
  return `${run} (${mode}, ${dialect}, ${origin}, ids: ${ids})`;
}

/** A run whose events the service makes from its steps. */
function runScene(run: string, steps: readonly Step[], setting: Setting, size?: number): Scene {
  const splitText = size === undefined ? undefined : splitEvery(size);
  const { dialect } = setting;
  const interaction = { id: "v1_run1", status: statusOf(steps), steps: [...steps] };
  return {
    ...setting,
    name: nameOf(run, setting),
    answer: { steps: [...steps] },
    splitText,
    events: interactionEvents(interaction, { dialect, splitText }),
    overlaps: false,
    isCaptured: false,
  };
}

// The service's own rule.
function statusOf(steps: readonly Step[]): "completed" | "requires_action" {
  return steps.at(-1)?.type === "function_call" ? "requires_action" : "completed";
}

/** The scenes of all runs of support/runs.ts, in all settings. */
export const runScenes: readonly Scene[] = settings.flatMap((setting) =>
  Object.entries(allRuns).map(([run, steps]) => runScene(run, steps, setting)),
);

/** Runs of which some events have an id, here or there, whose texts are cut at random. */
export const scatteredScenes: readonly Scene[] = Object.entries(allRuns).flatMap(
  ([run, steps], seed) =>
    (["current", "legacy"] as const).flatMap((dialect) =>
      [false, true].map((overlaps): Scene => {
        const random = createRandom(seed);
        const atoms = atomsOf(steps, dialect, overlaps ? seed : undefined);
        const ids = new Set([...atoms.keys()].filter(() => random() < 0.2));
        const events = cutRun(atoms, 0, { random, joins: 0.7, ids }).map(({ event }) => event);
        const name = `${run}, ${overlaps ? "overlapping" : "scattered ids"}`;
        const setting = { ...inGuide, dialect };
        return {
          ...setting,
          name: nameOf(name, setting),
          answer: { steps: [...steps], events, status: "completed" },
          splitText: undefined,
          events,
          overlaps,
          isCaptured: false,
        };
      }),
    ),
);

/** The streams of the spec's examples: as captured, with few ids or none. */
export const exampleScenes: readonly Scene[] = listStreams()
  // One has no id to come back to, the other no end.
  .filter((name) => !/stateless|error-event/.test(name))
  .map((name): Scene => {
    const events = loadStream(name);
    const { steps, outputs = [], status, usage } = accumulate(events);
    const isLegacy = steps === undefined || outputs.length > 0;
    const setting = { ...inGuide, dialect: isLegacy ? "legacy" : "current" } as const;
    // The service turns steps into the contents of the older dialect, and these into themselves.
    const stored = isLegacy ? (outputs as Step[]) : steps;
    return {
      ...setting,
      name: nameOf(name, setting),
      // One stream never says that its run is over; the stored run has to.
      answer: { steps: stored, status: isTerminal(status) ? status : "completed", usage, events },
      splitText: undefined,
      events,
      overlaps: false,
      isCaptured: true,
    };
  });

/** Runs of which every byte is known. */
export const byteScenes: readonly (Scene & { readonly bytes: number })[] = (
  ["4-byte characters", "function call", "thoughts", "annotations"] as const
).flatMap((run, index) => {
  const { [run]: steps = [] } = runs;
  const scene = runScene(run, steps, {
    ...inGuide,
    dialect: index % 2 === 0 ? "current" : "legacy",
  });
  const events = scene.events.map((event, at) => ({ ...event, event_id: `id_${at}` }));
  const bytes = new TextEncoder().encode(formatSse(events)).length;
  return [{ ...scene, events, answer: { ...scene.answer, events }, bytes }];
});

/** Whether the stream says so when its run is over; one only ends. */
export function saysItsEnd({ events }: Scene): boolean {
  return events.some(({ event_type: type }) => type.startsWith("interaction.complete"));
}

/** Whether the run can be found again after its connection. */
export function outlives({ origin, mode }: Scene): boolean {
  return origin === "background" || (origin === "foreground" && mode === "guide");
}
