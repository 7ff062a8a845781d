/**
 * The choices most like a word, best first: Python's `difflib.get_close_matches` with at most 3 results, by the
 * Ratcliff-Obershelp ratio (twice the matching characters over all characters).
 */
export function closeMatches(word: string, choices: readonly string[], cutoff = 0.8): string[] {
  return choices
    .map((choice) => ({ choice, ratio: ratio(choice, word) }))
    .filter((match) => match.ratio >= cutoff)
    .sort((a, b) => b.ratio - a.ratio || (a.choice < b.choice ? 1 : -1))
    .slice(0, 3)
    .map((match) => match.choice);
}

function ratio(a: string, b: string): number {
  return a.length + b.length === 0 ? 1 : (2 * matching(a, b)) / (a.length + b.length);
}

/** Characters in the longest common substring, and in those left and right of it. */
function matching(a: string, b: string): number {
  const { length, inA, inB } = longestCommon(a, b);
  if (length === 0) return 0;
  const left = matching(a.slice(0, inA), b.slice(0, inB));
  return left + length + matching(a.slice(inA + length), b.slice(inB + length));
}

function longestCommon(a: string, b: string): { length: number; inA: number; inB: number } {
  let best = { length: 0, inA: 0, inB: 0 };
  let previous: number[] = [];
  for (let i = 0; i < a.length; i++) {
    const current: number[] = [];
    for (let j = 0; j < b.length; j++) {
      if (a[i] !== b[j]) continue;
      const length = (previous[j - 1] ?? 0) + 1;
      current[j] = length;
      if (length > best.length) best = { length, inA: i - length + 1, inB: j - length + 1 };
    }
    previous = current;
  }
  return best;
}
