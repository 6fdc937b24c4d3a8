// @ts-check

/** What a reader found. A method call per delta, the same for everybody. */
export class Tally {
  deltas = 0;
  chars = 0;
  /** When the first one came, by `performance.now()`. */
  firstAt = 0;
  /** The pieces, where they are to be compared. @type {string[] | undefined} */
  pieces;

  /** @param {string} text */
  add(text) {
    if (this.deltas === 0) this.firstAt = performance.now();
    this.deltas += 1;
    this.chars += text.length;
    if (this.pieces !== undefined) this.pieces.push(text);
  }

  /**
   * @param {{ deltas: number, text: string }} expected
   * @throws Error when something else was found
   */
  check({ deltas, text }) {
    if (this.deltas !== deltas || this.chars !== text.length) {
      throw new Error(
        `Read ${this.deltas} deltas of ${this.chars} characters, not ${deltas} of ${text.length}.`,
      );
    }
    if (this.pieces !== undefined && this.pieces.join("") !== text) {
      throw new Error("Read another text.");
    }
  }
}
