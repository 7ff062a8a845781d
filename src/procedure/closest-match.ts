import { distance } from 'fastest-levenshtein';

/** The known name that a mistyped one most likely means; undefined when none is near. */
export function closestMatch(word: string, known: readonly string[]): string | undefined {
  return closestMatches(word, known)[0];
}

/** The known names most like a mistyped one, best first: at most three, none where nothing is near. */
export function closestMatches(word: string, known: readonly string[]): string[] {
  const reach = Math.max(1, Math.ceil(word.length / 3));
  return [...new Set(known)]
    .map((name) => ({ name, edits: distance(word.toLowerCase(), name.toLowerCase()) }))
    .filter(({ edits }) => edits <= reach)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, 3)
    .map(({ name }) => name);
}
