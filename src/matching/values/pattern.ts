import { escapePattern } from './boundaries.ts';
import type { Part } from './segment.ts';

/** How many parts may take any text before they are held apart: each more would multiply the ways to try. */
const MOST_LOOSE = 2;
const LOOSE = new Set(['mask', 'elision', 'account-data']);

/**
 * The regular expression of what may stand for an example's parts, one capture group a varying part.
 * `flexibleSpaces`: a run of spaces beside a varying part may have another length, as columns are padded.
 */
export function patternOf(parts: readonly Part[], flexibleSpaces: boolean): RegExp {
  const loose = parts.filter(isLoose).length;
  const sources = parts.map((part, index) => {
    const next = parts[index + 1];
    if (!part.form) return literal(part.text, flexibleSpaces, parts[index - 1], next);
    if (loose <= MOST_LOOSE || !isLoose(part)) return `(${part.form.shape(part.text)})`;
    // Of several side by side, the last one takes all.
    return isLoose(next) ? '()' : `(${upTo(next)})`;
  });
  return new RegExp(`^${sources.join('')}$`);
}

const isLoose = (part: Part | undefined): boolean => part?.form !== undefined && LOOSE.has(part.form.type);

/** Any text without white space up to what follows in the example. */
function upTo(next: Part | undefined): string {
  const stop = next && !next.form ? escapePattern(next.text.charAt(0)) : '';
  return `[^\\s${stop}]+`;
}

function literal(text: string, flexible: boolean, before: Part | undefined, after: Part | undefined): string {
  if (!flexible) return escapePattern(text);
  const leading = before ? (/^ +/.exec(text)?.[0].length ?? 0) : 0;
  const rest = text.slice(leading);
  const trailing = after ? (/ {2,}$/.exec(rest)?.[0].length ?? 0) : 0;
  const middle = escapePattern(rest.slice(0, rest.length - trailing));
  return `${leading > 0 ? ' +' : ''}${middle}${trailing > 0 ? ' +' : ''}`;
}
