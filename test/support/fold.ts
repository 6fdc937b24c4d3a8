// Folds events one by one into an interaction that can be looked at in between.

import type { InteractionStreamEvent } from "../../src/index.ts";
import { Accumulator } from "../../src/model/accumulate.ts";
import { toCurrent } from "../../src/model/dialect.ts";
import { Facts } from "../../src/model/facts.ts";
import type { FactsState } from "../../src/model/facts.ts";

/** An interaction that events are added to. */
export class Fold {
  readonly #facts: Facts;
  readonly #accumulator: Accumulator;

  constructor(known: FactsState = {}) {
    this.#facts = new Facts(known);
    this.#accumulator = new Accumulator(this.#facts);
  }

  get interaction(): Accumulator["interaction"] {
    return this.#accumulator.interaction;
  }

  add(event: InteractionStreamEvent): void {
    this.#facts.add(toCurrent(event));
    this.#accumulator.add(event);
  }
}
