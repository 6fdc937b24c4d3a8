import { foldNumber, foldText, foldValue, startHash } from "./hash.ts";
import { isObject } from "../util/json.ts";
import { piecesOfDelta, piecesOfStart } from "../model/delta.ts";
import type { Pieces, StepEvent } from "../model/delta.ts";
import { isText } from "../model/delta.ts";

/** How much of one step has passed, by content: it may be cut anew, what it says may not change. */
export interface StepProgress {
  readonly index: number;
  /** Hash of the step's type and id; 0 when its start was not seen. */
  type: number;
  /** Whether its text is a function call's arguments, which a stored interaction shows parsed. */
  call: boolean;
  /** Length and running hash of its text, of a call's arguments, or of a result that is text. */
  text: number;
  hash: number;
  /** Number of its parts and marks, see pieces.ts, and their running hash. */
  parts: number;
  marks: number;
  print: number;
}

/** How much of a run has passed. Finished steps collapse into counts and sums. */
export interface Progress {
  /**
   * Every step below this index has finished, unless it is in `open`. Negative where a stream began
   * midway, until its first step tells where that is.
   */
  below: number;
  /** Steps beyond that have finished out of order. */
  readonly beyond: Set<number>;
  /** Number of finished steps, and the sum of their hashes: the order they finish in is free. */
  finished: number;
  sum: number;
  /** The sum of the hashes over what a stored interaction shows of a step: type, id and text. */
  shape: number;
  readonly open: Map<number, StepProgress>;
  /** Amount of content, to tell which of two positions in one run is further. */
  units: number;
}

/** Nothing has passed, of a run or of what follows some event in it. */
export function emptyProgress(isMidway = false): Progress {
  const below = isMidway ? -1 : 0;
  return { below, beyond: new Set(), finished: 0, sum: 0, shape: 0, open: new Map(), units: 0 };
}

/** A copy that goes its own way. */
export function cloneProgress(progress: Progress): Progress {
  const copy = emptyProgress();
  copyProgress(copy, progress);
  return copy;
}

/** Makes `target` equal to `source`. */
export function copyProgress(target: Progress, source: Progress): void {
  target.below = source.below;
  target.finished = source.finished;
  target.sum = source.sum;
  target.shape = source.shape;
  target.units = source.units;
  if (target.beyond.size > 0 || source.beyond.size > 0) {
    target.beyond.clear();
    for (const index of source.beyond) target.beyond.add(index);
  }
  // On the way of every event with an id: the usual one open step is copied in place.
  for (const index of target.open.keys()) if (!source.open.has(index)) target.open.delete(index);
  for (const step of source.open.values()) {
    const copy = target.open.get(step.index);
    if (copy === undefined) target.open.set(step.index, { ...step });
    else Object.assign(copy, step);
  }
}

/** Whether the step has started, or has passed altogether. */
export function isKnown(progress: Progress, index: number): boolean {
  return progress.open.has(index) || isFinished(progress, index);
}

/** Whether the step has stopped. */
export function isFinished({ open, below, beyond }: Progress, index: number): boolean {
  return !open.has(index) && (index < below || beyond.has(index));
}

/** The open step at this index; made when there is none. */
export function openStep(progress: Progress, index: number, type = 0): StepProgress {
  const known = progress.open.get(index);
  if (known !== undefined) return known;
  // A stream that begins midway begins at some later step: those before are not to come.
  if (progress.below < 0) progress.below = index;
  const step: StepProgress = {
    index,
    type,
    call: false,
    text: 0,
    hash: startHash,
    parts: 0,
    marks: 0,
    print: startHash,
  };
  progress.open.set(index, step);
  progress.units += 1;
  return step;
}

/** Forgets what has passed of an open step: it begins again. */
export function restartStep(progress: Progress, index: number): void {
  const step = progress.open.get(index);
  if (step === undefined) return;
  progress.units -= 1 + step.text + step.parts + step.marks;
  progress.open.delete(index);
}

/** A step starts, with what it carries. */
export function addStart(progress: Progress, event: StepEvent<"start">): void {
  const step = openStep(progress, event.index);
  step.type = typeOfStart(event);
  step.call = event.event_type === "step.start" && event.step?.type === "function_call";
  addPieces(progress, step, piecesOfStart(event));
}

/** A delta adds to its step. */
export function addDelta(progress: Progress, step: StepProgress, event: StepEvent<"delta">): void {
  const delta: unknown = event.delta;
  // Nearly every event is one of these.
  if (isText(delta) && !("annotations" in delta)) {
    addText(progress, step, delta.text);
  } else {
    if (isObject(delta) && delta["type"] === "arguments_delta") step.call = true;
    addPieces(progress, step, piecesOfDelta(event));
  }
}

/** Adds pieces to a step. */
export function addPieces(progress: Progress, step: StepProgress, pieces: Pieces): void {
  addText(progress, step, pieces.text);
  for (const part of pieces.parts) step.print = foldValue(step.print, part);
  for (const mark of pieces.marks) step.print = foldValue(step.print, mark);
  step.parts += pieces.parts.length;
  step.marks += pieces.marks.length;
  progress.units += pieces.parts.length + pieces.marks.length;
}

function addText(progress: Progress, step: StepProgress, text: string): void {
  step.text += text.length;
  step.hash = foldText(step.hash, text);
  progress.units += text.length;
}

/** A step has all its content: from here on only its hash is kept. */
export function closeStep(progress: Progress, index: number): void {
  if (isFinished(progress, index)) return;
  const step = openStep(progress, index);
  progress.open.delete(index);
  progress.finished += 1;
  progress.sum = (progress.sum + hashOf(step)) | 0;
  progress.shape = (progress.shape + shapeOf(step)) | 0;
  progress.units += 1;
  if (index >= progress.below) progress.beyond.add(index);
  while (progress.beyond.delete(progress.below)) progress.below += 1;
}

function hashOf(step: StepProgress): number {
  return [step.type, step.text, step.hash, step.parts, step.marks, step.print].reduce(
    foldNumber,
    foldNumber(startHash, step.index),
  );
}

/** Hash of what a stored interaction shows of a finished step. */
export function shapeOf({ index, type, call, text, hash }: StepShape): number {
  const shown = call ? [type] : [type, text, hash];
  return shown.reduce(foldNumber, foldNumber(startHash, index));
}

/** What {@link shapeOf} looks at. */
export type StepShape = Pick<StepProgress, "index" | "type" | "call" | "text" | "hash">;

/** Hash of a step's type and id; not 0. Contents of the older dialect start without their id. */
export function typeOfStart(event: StepEvent<"start">): number {
  const isStep = event.event_type === "step.start";
  const item: unknown = isStep ? event.step : event.content;
  if (!isObject(item)) return 0;
  const { type, id, call_id: callId } = item;
  return foldText(startHash, `${String(type)} ${isStep ? String(id ?? callId) : ""}`) || 1;
}
