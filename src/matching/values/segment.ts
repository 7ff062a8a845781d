import { formByKey, keyForbids } from './by-key.ts';
import { anything, isElision } from './elision.ts';
import type { MatchPosition, ValuePattern } from './types.ts';
import { valuePatterns } from './value-types.ts';

/** A piece of an example: text that must be equal, or a value that may vary. */
export interface Part {
  readonly text: string;
  /** Where it begins in the example. */
  readonly start: number;
  readonly form?: ValuePattern;
  /** The ARN that it is a part of. */
  readonly arn?: Range;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

interface Claim extends Range {
  readonly form: ValuePattern;
}

const ARN = /(?<![A-Za-z0-9])arn:aws[a-z-]*:[^\s"'<>(),]+/g;
/** What an ARN's names may look like, but never is. */
const NEVER_IN_ARN = new Set(['secret', 'session-token', 'timestamp', 'ip']);

/** Splits an example's text into literal and varying parts; `extra` forms are looked for last. */
export function segment(
  text: string,
  around: MatchPosition,
  extra: readonly ValuePattern[] = [],
): readonly Part[] {
  const demanded = around.whole && around.key !== undefined ? formByKey(around.key, text) : undefined;
  const form = demanded ?? (around.whole && isElision(text) ? anything : undefined);
  if (form) return [{ text, start: 0, form }];
  const arns = [...text.matchAll(ARN)].map(rangeOf);
  const claims: Claim[] = [];
  for (const form of [...valuePatterns, ...extra]) {
    if (keyForbids(around.key, form.type)) continue;
    for (const found of text.matchAll(form.finds)) {
      const range = rangeOf(found);
      const inArn = NEVER_IN_ARN.has(form.type) && arns.some((arn) => overlap(arn, range));
      if (inArn || claims.some((claim) => overlap(claim, range))) continue;
      if (form.recognises?.(found[0]) ?? true) claims.push({ ...range, form });
    }
  }
  return partsOf(text, claims, arns);
}

function partsOf(text: string, claims: Claim[], arns: readonly Range[]): Part[] {
  const within = (range: Range) => arns.find((arn) => arn.start <= range.start && range.end <= arn.end);
  const part = ({ start, end }: Range) => ({ text: text.slice(start, end), start });
  const parts: Part[] = [];
  let at = 0;
  for (const claim of claims.sort((a, b) => a.start - b.start)) {
    if (claim.start > at) parts.push(part({ start: at, end: claim.start }));
    parts.push({ ...part(claim), form: claim.form, arn: within(claim) });
    at = claim.end;
  }
  if (at < text.length) parts.push(part({ start: at, end: text.length }));
  return parts;
}

const rangeOf = (found: RegExpMatchArray): Range => {
  const start = found.index ?? 0;
  return { start, end: start + found[0].length };
};

const overlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
