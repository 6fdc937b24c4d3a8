// @ts-check

/** @param {number[]} values */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/**
 * The slope of a line through the points on double logarithmic scales, by least squares: 1 means
 * that y grows like x.
 *
 * @param {number[][]} points pairs of x and y
 */
export function exponent(points) {
  const logs = points.map(([x = 0, y = 0]) => [Math.log(x), Math.log(y)]);
  const meanX = logs.reduce((sum, [x]) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, [, y]) => sum + y, 0) / logs.length;
  const covariance = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

/** What was measured in one workload. */
export class Results {
  /** Per case and round: the metrics of each contestant. @type {Map<string, Round[]>} */
  #rounds = new Map();

  /** @typedef {Record<string, Record<string, number>>} Round */

  /**
   * @param {string} name of the case
   * @param {Round} round
   */
  add(name, round) {
    this.#rounds.set(name, [...(this.#rounds.get(name) ?? []), round]);
  }

  /**
   * The values of a metric over all rounds.
   *
   * @param {string} name of the case
   * @param {string} contestant
   */
  values(name, contestant, metric = "ms") {
    return (this.#rounds.get(name) ?? []).flatMap((round) => round[contestant]?.[metric] ?? []);
  }

  /**
   * The median, `undefined` where nothing was measured.
   *
   * @param {string} name of the case
   * @param {string} contestant
   */
  median(name, contestant, metric = "ms") {
    const values = this.values(name, contestant, metric);
    return values.length === 0 ? undefined : median(values);
  }

  /**
   * The median of the ratios within one round.
   *
   * @param {string} name of the case
   * @param {string} over
   * @param {string} under
   */
  ratio(name, over, under, metric = "ms") {
    const ratios = (this.#rounds.get(name) ?? []).flatMap((round) => {
      const [a, b] = [round[over]?.[metric], round[under]?.[metric]];
      return a === undefined || b === undefined ? [] : [a / b];
    });
    return ratios.length === 0 ? undefined : median(ratios);
  }
}
