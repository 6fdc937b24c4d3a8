// Adds to a run what real streams carry beside plain content: events that nobody awaits, usage on any
// event, deltas that bring nothing or only a flag, citations after a step's stop, missing indices.

import type { InteractionStreamEvent } from "../../src/index.ts";
import { pickOne } from "./random-runs.ts";
import type { Atoms, Random } from "./random-runs.ts";

type Loose = Record<string, unknown>;

/** The run's atoms with features at random places; no two notices are equal. */
export function dressRun(atoms: Atoms, random: Random): Atoms {
  const dressed: Loose[] = [];
  const open = new Set<number>();
  /** Steps that have stopped after a text: a citation may still come. */
  const citable = new Set<number>();
  const withText = new Set<number>();
  const isLegacy = atoms[0]?.event_type === "interaction.start";
  const prefix = isLegacy ? "content" : "step";
  for (const [at, atom] of atoms.entries()) {
    if (at >= 2 && random() < 0.25) {
      dressed.push(feature(random, { serial: dressed.length, open, citable, prefix }));
    }
    dressed.push({ ...atom });
    if (!("index" in atom)) continue;
    const { event_type: type, index } = atom;
    if (type.endsWith(".start")) open.add(index);
    if ("delta" in atom && atom.delta.type === "text") withText.add(index);
    if (!type.endsWith(".stop")) continue;
    open.delete(index);
    if (withText.has(index)) citable.add(index);
  }
  // What services send, whatever the spec says.
  return dressed as unknown as Atoms;
}

interface Place {
  readonly serial: number;
  readonly open: ReadonlySet<number>;
  readonly citable: ReadonlySet<number>;
  readonly prefix: "step" | "content";
}

function feature(random: Random, { serial, open, citable, prefix }: Place): Loose {
  const usage = { total_tokens: 1_000 + serial };
  const choices: [() => Loose, ...(() => Loose)[]] = [
    () => ({ event_type: "progress.tick", serial }),
    () => ({ event_type: "progress.note", serial, index: 0 }),
    () => ({
      event_type: "interaction.status_update",
      interaction_id: "v1_run1",
      status: "in_progress",
      usage,
      continuation_token: `token_${serial}`,
    }),
    () => ({
      event_type: `${prefix}.delta`,
      index: "x",
      delta: { type: "text", text: `${serial}` },
    }),
  ];
  const [index] = open;
  const metadata = { total_usage: usage };
  if (index !== undefined) {
    choices.push(
      () => ({ event_type: `${prefix}.delta`, index, delta: {}, metadata }),
      () => ({ event_type: `${prefix}.delta`, index, delta: { type: "text", text: "" }, metadata }),
    );
  }
  for (const cited of citable) {
    const type = prefix === "step" ? "text_annotation_delta" : "text_annotation";
    const url = `https://example.com/late/${serial}`;
    const annotations = [{ type: "url_citation", url, start_index: 0, end_index: 1 }];
    const delta = { type, annotations };
    choices.push(() => ({ event_type: `${prefix}.delta`, index: cited, delta }));
  }
  return pickOne(random, choices)();
}

/** The event as a proto3 serialiser writes it: without an index that is zero. */
export function withoutZeroIndex(event: InteractionStreamEvent): InteractionStreamEvent {
  const { index, ...rest }: Loose = { ...event };
  // Still the event that it was, for a reader who knows of the zero.
  return (index === 0 && isOfStep(event) ? rest : event) as InteractionStreamEvent;
}

/** Whether the event is news of a run, and no part of a step. */
export function isNotice(event: InteractionStreamEvent): boolean {
  const { index = 0, delta }: Loose = { ...event };
  if (!isOfStep(event)) return true;
  if (!Number.isSafeInteger(index)) return true;
  if (typeof delta !== "object" || delta === null) return false;
  const { text, type: kind, annotations }: Loose = { ...delta };
  const isEmpty = kind === "text" && text === "" && annotations === undefined;
  return Object.keys(delta).length === 0 || isEmpty || isLate(annotations);
}

/** Whether they are what {@link dressRun} adds after the stop of a step: no part of it any more. */
function isLate(annotations: unknown): boolean {
  return JSON.stringify(annotations ?? "").includes("https://example.com/late/");
}

function isOfStep({ event_type: type }: InteractionStreamEvent): boolean {
  return /^(step|content)\.(start|delta|stop)$/.test(type);
}

/** What a notice says, without what differs from connection to connection. */
export function saidBy(event: InteractionStreamEvent): string {
  const { event_id: _, event_timestamp: __, event_type: type, ...said }: Loose = { ...event };
  const index = isOfStep(event) ? { index: 0 } : {};
  return JSON.stringify({ type, ...index, ...said });
}
