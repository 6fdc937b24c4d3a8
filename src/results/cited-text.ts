// The model's text with its citations. The service counts positions in bytes of UTF-8, block by block;
// strings count UTF-16 units. So the positions are converted, and count from the start of the whole
// output text: `outputText(interaction).slice(start, end)` is the cited text.

import type { Annotation } from "../../generated/schema.ts";
import { isObject } from "../util/json.ts";
import { checkInteraction, outputTextBlocks } from "../model/output.ts";
import type { WithOutput } from "../model/output.ts";

/** One annotation of the output text, with the text that it refers to. */
export interface CitedText {
  /** The text that the annotation applies to. */
  readonly text: string;
  /** As the service sent it; its own positions count bytes. */
  readonly annotation: Annotation;
  /** Where the text begins in `outputText(interaction)`, as `slice` counts. */
  readonly start: number;
  /** Where it ends, exclusive. */
  readonly end: number;
}

/**
 * Returns the annotations of the output text, in the service's order: citations, places, speakers, words.
 * An annotation without an end applies to the rest of its text block.
 */
export function citedText(interaction: WithOutput): CitedText[] {
  checkInteraction("citedText", interaction);
  const cited: CitedText[] = [];
  let offset = 0;
  for (const { text, annotations: list } of outputTextBlocks(interaction)) {
    // Untrusted: it may be missing or null, or contain nulls.
    const annotations = Array.isArray(list) ? list.filter(isObject) : [];
    const units = annotations.length > 0 ? unitsByByte(text) : [];
    const last = units.length - 1;
    const unitAt = (byte: number): number => units[Math.min(Math.max(byte, 0), last)] ?? 0;
    for (const annotation of annotations) {
      // A position of 0 may be left out.
      const start = unitAt(annotation.start_index ?? 0);
      const end = Math.max(start, unitAt(annotation.end_index ?? last));
      cited.push({
        text: text.slice(start, end),
        annotation,
        start: offset + start,
        end: offset + end,
      });
    }
    offset += text.length;
  }
  return cited;
}

/** For each byte of the UTF-8 form, and for its end, the position in the string. */
function unitsByByte(text: string): Uint32Array {
  const units = new Uint32Array(new TextEncoder().encode(text).length + 1);
  let byte = 0;
  let unit = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    // A lone surrogate is encoded as U+FFFD: three bytes like its neighbours.
    const length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    units.fill(unit, byte, byte + length);
    byte += length;
    unit += character.length;
  }
  units[byte] = unit;
  return units;
}
