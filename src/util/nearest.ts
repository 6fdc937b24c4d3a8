// The known name that a misspelt one probably means.

/** The known name nearest to this one; `undefined` when none is near. */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  const plain = simplify(name);
  let best: string | undefined;
  // One mistake in every three letters: two letters in the wrong order are two.
  let limit = Math.ceil(plain.length / 3);
  for (const candidate of known) {
    const count = countEdits(plain, simplify(candidate));
    if (count > limit || (best !== undefined && count === limit)) continue;
    best = candidate;
    limit = count;
  }
  return best;
}

/** `topP`, `top-p` and `top_p` are the same name. */
function simplify(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
}

/** How many letters must be put in, taken out or replaced (Levenshtein). */
function countEdits(from: string, to: string): number {
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      line.push(Math.min(replaced, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    above = line;
  }
  return above[to.length] ?? 0;
}
