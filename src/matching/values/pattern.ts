import { escapeRegExp } from '../../procedure/escape-reg-exp.ts';
import type { Part } from './segment.ts';

/** Parts that may take any text without white space. */
const LOOSE = new Set(['mask', 'elision', 'account-data']);
/** Beyond these sizes, one regular expression would take too long, or be too long to be compiled. */
const MOST_PARTS = 40;
const LONGEST_LOOSE = 2_000;
/** How many parts may take any text before they are held apart: each more would multiply the ways to try. */
const MOST_LOOSE = 2;
const MOST_STICKY = 1_000;

export interface Spacing {
  /** A run of spaces beside a varying part may have another length, as columns are padded. */
  readonly isFlexible: boolean;
  /** Spaces of the example may stand for the TABs of `--output text`. */
  readonly forTabs: boolean;
}

const patterns = new WeakMap<readonly Part[], Map<string, RegExp>>();

/** Reads the actual value of each varying part of an example, in order; undefined where the rest differs. */
export function readParts(parts: readonly Part[], actual: string, spacing: Spacing): string[] | undefined {
  const hasLoose = parts.some(isLoose);
  if (parts.length > MOST_PARTS || (hasLoose && actual.length > LONGEST_LOOSE))
    return readPiecewise(parts, actual, spacing);
  const straight = hasLoose || spacing.forTabs ? undefined : readStraight(parts, actual);
  if (straight || !hasAllWords(parts, actual)) return straight;
  return compiled(parts, spacing).exec(actual)?.slice(1);
}

/** Tells whether the words of the fixed parts stand in a text, one behind the other: else no expression fits, and none is made. */
function hasAllWords(parts: readonly Part[], actual: string): boolean {
  let at = 0;
  for (const { form, text } of parts) {
    if (form) continue;
    for (const word of text.split(' ')) {
      at = actual.indexOf(word, at);
      if (at === -1) return false;
      at += word.length;
    }
  }
  return true;
}

/**
 * Reads parts that take what they first match, as nearly all do: the expressions of their forms are compiled once for all
 * examples. Where it answers undefined, another way of reading may fit.
 */
function readStraight(parts: readonly Part[], actual: string): string[] | undefined {
  const values: string[] = [];
  let at = 0;
  for (const { form, text } of parts) {
    const found = textAt({ form, text }, actual, at);
    if (found === undefined) return undefined;
    if (form) values.push(found);
    at += found.length;
  }
  return at === actual.length ? values : undefined;
}

function compiled(parts: readonly Part[], spacing: Spacing): RegExp {
  const byPattern = patterns.get(parts) ?? new Map<string, RegExp>();
  patterns.set(parts, byPattern);
  const key = `${spacing.isFlexible}${spacing.forTabs}`;
  const pattern = byPattern.get(key) ?? patternOf(parts, spacing);
  byPattern.set(key, pattern);
  return pattern;
}

/** The regular expression of what may stand for an example's parts, one capture group a varying part. */
function patternOf(parts: readonly Part[], spacing: Spacing): RegExp {
  const loose = parts.filter(isLoose).length;
  const sources = parts.map((part, index) => {
    const next = parts[index + 1];
    if (!part.form) return literal(part.text, spacing, parts[index - 1], next);
    if (loose <= MOST_LOOSE || !isLoose(part)) return `(${sourceOf(part)})`;
    // Of several side by side, the last one takes all.
    return isLoose(next) ? '()' : `(${upTo(next)})`;
  });
  return new RegExp(`^${sources.join('')}$`);
}

/** Goes from part to part and never back. */
function readPiecewise(parts: readonly Part[], actual: string, spacing: Spacing): string[] | undefined {
  const values: string[] = [];
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const [before, next] = [parts[index - 1], parts[index + 1]];
    const found = isLoose(part)
      ? actual.slice(at, endOfLoose(actual, at, next))
      : textAt(part, actual, at, () => literal(part.text, spacing, before, next));
    if (found === undefined) return undefined;
    if (part.form) values.push(found);
    at += found.length;
  }
  return at === actual.length ? values : undefined;
}

/** A loose part ends where the next literal text begins. */
function endOfLoose(actual: string, at: number, next: Part | undefined): number {
  if (!next) return actual.length;
  return next.form ? at : Math.max(at, actual.indexOf(next.text, at + 1));
}

/** Returns what stands for a part that takes what it first matches. */
function textAt(
  { form, text }: Pick<Part, 'form' | 'text'>,
  actual: string,
  at: number,
  padded?: () => string,
): string | undefined {
  if (!form && padded && text.includes(' ')) return firstAt(padded(), actual, at);
  const found = form ? firstAt(form.shape(text), actual, at) : undefined;
  return found ?? (actual.startsWith(text, at) ? text : undefined);
}

const sticky = new Map<string, RegExp>();

function firstAt(source: string, actual: string, at: number): string | undefined {
  const pattern = sticky.get(source) ?? new RegExp(source, 'y');
  if (sticky.size < MOST_STICKY) sticky.set(source, pattern);
  pattern.lastIndex = at;
  return pattern.exec(actual)?.[0];
}

/** Builds the expression of a part. The example's own text always counts as a value of its type, whatever its length. */
const sourceOf = ({ form, text }: Part): string => `${form?.shape(text)}|${escapeRegExp(text)}`;

const isLoose = (part: Part | undefined): boolean => part?.form !== undefined && LOOSE.has(part.form.type);

/** Any text without white space up to what follows in the example. */
function upTo(next: Part | undefined): string {
  const stop = next && !next.form ? escapeRegExp(next.text.charAt(0)) : '';
  return `[^\\s${stop}]+`;
}

function literal(
  text: string,
  { isFlexible, forTabs }: Spacing,
  before: Part | undefined,
  after: Part | undefined,
): string {
  if (!isFlexible) return escapeRegExp(text);
  const leading = before ? (/^ +/.exec(text)?.[0].length ?? 0) : 0;
  const rest = text.slice(leading);
  const trailing = after ? (/ {2,}$/.exec(rest)?.[0].length ?? 0) : 0;
  const middle = escapeRegExp(rest.slice(0, rest.length - trailing));
  const padding = forTabs ? '(?: +|\\t+)' : ' +';
  return `${leading > 0 ? padding : ''}${forTabs ? tabbed(middle) : middle}${trailing > 0 ? padding : ''}`;
}

const tabbed = (source: string): string => source.replace(/ +/g, (spaces) => `(?: {${spaces.length}}|\\t+)`);
