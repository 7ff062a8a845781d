import { flowOn } from '../../procedure/flow-on.ts';
import type { ComparisonState } from '../comparison.ts';
import { inWords, type Parting, quoteBoth, quoteText } from '../messages.ts';
import type { Bindings, ValueType } from '../types.ts';
import { compareExpiry } from './compare-expiry.ts';
import { isContentDigest, isGiven, isSameValue } from './given.ts';
import { readParts, type Spacing } from './pattern.ts';
import { accountDataForm } from './reader-values.ts';
import { type Part, type Range, segment } from './segment.ts';
import type { MatchPosition, ValuePattern } from './types.ts';

export interface StringPosition extends MatchPosition {
  readonly path: string;
  /** Line of the example's body, from 1. */
  readonly line?: number;
  /** A line of text: runs of spaces beside a varying value may have another length. */
  readonly flexibleSpaces?: boolean;
  /** Nothing may vary (`match=exact` of a text). */
  readonly literal?: boolean;
}

/** How a text compares with the example's, and the note to show beside it. */
export type Outcome =
  | { readonly kind: 'same' }
  | { readonly kind: 'accepted' | 'differs'; readonly note: string };

/** A varying part of an example and what stands in its place. */
interface Reading extends Part {
  readonly form: ValuePattern;
  readonly actual: string;
}

/** Compares one text with the example's: literal parts must be equal, typed values of their type. */
export function compareString(
  comparison: ComparisonState,
  expected: string,
  actual: string,
  place: StringPosition,
): Outcome {
  const parts = partsOf(comparison, expected, place);
  const wanted = comparison.context.bindings.size === 0 ? expected : parts.map(({ text }) => text).join('');
  const readings = read(parts, wanted, actual, place);
  if (!readings) return differs(comparison, parts, { expected, wanted, actual }, place);
  const before = comparison.differences.length;
  for (const reading of readings) checkValue(comparison, reading, place);
  const found = comparison.differences[before];
  if (found) return { kind: 'differs', note: found.kind };
  const types = reportAccepted(comparison, expected, readings, place);
  // Only padding may differ besides: nothing that a reader would call another value.
  return types.length === 0 ? { kind: 'same' } : { kind: 'accepted', note: types.join(', ') };
}

/** An example's text in literal and varying parts. */
export function partsOf(
  comparison: ComparisonState,
  expected: string,
  place: Omit<StringPosition, 'path'>,
): readonly Part[] {
  if (place.literal) return [{ text: expected, start: 0 }];
  const { accountData, bindings } = comparison.context;
  const own = accountDataForm(accountData);
  const parts = segment(expected, place, own ? [own] : []);
  return bindings.size === 0 ? parts : withOwnValues(parts, bindings);
}

/** Parts with the run's own values in them, by bindings: the expressions that are compiled for parts are found again. */
const flowed = new WeakMap<
  Bindings,
  { readonly size: number; readonly byParts: WeakMap<object, readonly Part[]> }
>();

/** Names and CIDR blocks hold the run's own values where the command held them: they flow on into both. */
function withOwnValues(parts: readonly Part[], bindings: Bindings): readonly Part[] {
  let known = flowed.get(bindings);
  if (known?.size !== bindings.size) known = { size: bindings.size, byParts: new WeakMap() };
  flowed.set(bindings, known);
  const earlier = known.byParts.get(parts);
  if (earlier) return earlier;
  const own = parts.map((part) => {
    const text = part.form ? part.text : flowOn(part.text, bindings).script;
    return text === part.text ? part : { ...part, text };
  });
  const answer = own.some((part, index) => part !== parts[index]) ? own : parts;
  known.byParts.set(parts, answer);
  return answer;
}

/** Reads the actual value of each varying part; undefined where the fixed texts differ. */
function read(
  parts: readonly Part[],
  wanted: string,
  actual: string,
  place: StringPosition,
): readonly Reading[] | undefined {
  const isSame = wanted === actual;
  if (isSame && parts.length === 1 && !parts[0]?.form) return NOTHING;
  const spacing = place.flexibleSpaces ? spacingOf(wanted, actual) : EXACT;
  if (!isSame && !spacing.forTabs && !parts.some(isVarying)) return undefined;
  const values = isSame ? undefined : readParts(parts, actual, spacing);
  if (!isSame && !values) return undefined;
  const readings: Reading[] = [];
  for (const { text, start, form, arn } of parts)
    if (form) readings.push({ text, start, form, arn, actual: values?.[readings.length] ?? text });
  return readings;
}

const NOTHING: readonly Reading[] = [];
const isVarying = ({ form }: Part): boolean => form !== undefined;

/** Every web page turns the TABs of `--output text` into spaces. */
const spacingOf = (expected: string, actual: string): Spacing => ({
  isFlexible: true,
  forTabs: actual.includes('\t') && !expected.includes('\t'),
});
const EXACT: Spacing = { isFlexible: false, forTabs: false };

const isAccountId = (text: string): boolean => /^\d{12}$/.test(text);
/** 5 characters or more show how long the value is. */
const MASK_ALONE = /^([Xx*])\1{4,}$/;

/** A text of the right shape may still be no value of its type, or not the value that it must be. */
function checkValue(
  comparison: ComparisonState,
  { form, text, actual }: Reading,
  place: StringPosition,
): void {
  if (actual !== text && form.accepts && !form.accepts(actual)) {
    const message = `The example has ${quoteText(text)}, ${form.describe(text)}; ${quoteText(actual)} only looks like one.`;
    comparison.differ({ ...at(place, text, actual), kind: 'type', message });
    return;
  }
  if (!isSameValue(form.type, actual, text) && isGiven(comparison.context, form.type, text)) {
    const reason =
      form.type === 'fingerprint' && isContentDigest(comparison.context, text)
        ? `${quoteText(text)} is the digest of what the page writes`
        : `The command gives ${quoteText(text)}`;
    const message = `${reason}, so that it must come back, but the output has ${quoteText(actual)}.`;
    comparison.differ({ ...at(place, text, actual), kind: 'value', message });
    return;
  }
  if (form.type === 'mask' && isAccountId(actual) && MASK_ALONE.test(text) && text.length !== actual.length)
    comparison.notice(
      place.path,
      `The mask ${quoteText(text)} has ${text.length} characters and stands for an account id, which has 12.`,
    );
  if (form.type === 'timestamp' && place.key === 'Expiration')
    compareExpiry(comparison, actual, at(place, text, actual));
  const earlier = form.binds(text) ? comparison.bind(text, actual) : undefined;
  if (earlier === undefined) return;
  const message = `${quoteText(text)} stood for ${quoteText(earlier)} before, but here it stands for ${quoteText(actual)}: what is one value in the examples must be one value in the output.`;
  comparison.differ({ ...at(place, text, actual), kind: 'inconsistent', message });
}

/** Records what varied, an ARN once and whole; answers with the types. */
function reportAccepted(
  comparison: ComparisonState,
  expected: string,
  readings: readonly Reading[],
  place: StringPosition,
): readonly string[] {
  const types = new Set<ValueType>();
  const arns = new Set<Range>();
  for (const { form, text, actual, arn } of readings) {
    if (text === actual) continue;
    types.add(arn ? 'arn' : form.type);
    if (arn) arns.add(arn);
    else comparison.accept(form.type, text, actual, place.path);
  }
  for (const arn of arns)
    comparison.accept(
      'arn',
      expected.slice(arn.start, arn.end),
      rewrite(expected, arn, readings),
      place.path,
    );
  return [...types];
}

/** A stretch of the example with what stands in the places of its varying parts. */
function rewrite(expected: string, range: Range, readings: readonly Reading[]): string {
  let text = '';
  let position = range.start;
  for (const reading of readings.filter(({ arn }) => arn?.start === range.start)) {
    text += expected.slice(position, reading.start) + reading.actual;
    position = reading.start + reading.text.length;
  }
  return text + expected.slice(position, range.end);
}

function differs(
  comparison: ComparisonState,
  parts: readonly Part[],
  {
    expected,
    wanted,
    actual,
  }: { readonly expected: string; readonly wanted: string; readonly actual: string },
  place: StringPosition,
): Outcome {
  if (comparison.failTrial()) return { kind: 'differs', note: '' };
  const where = at(place, expected, actual);
  const typed = parts.length === 1 ? parts[0]?.form : undefined;
  if (typed) {
    comparison.differ({ ...where, kind: 'type', message: notOfForm(typed, expected, actual) });
    return { kind: 'differs', note: `not ${typed.describe(expected)}` };
  }
  const varying = [...new Set(parts.flatMap((part) => (part.arn ? 'arn' : (part.form?.type ?? []))))];
  const allowed = varying.length > 0 ? ` (only the ${inWords(varying)} may vary)` : '';
  const own = wanted === expected ? '' : `, in this run ${quoteText(wanted)}`;
  const shown = quoteBoth(expected, actual, partingOf(parts, actual));
  const from = shown.from === undefined ? '' : ` from character ${shown.from} on`;
  const message = `The example has ${shown.expected}${own}${allowed}${from}, but the output has ${shown.actual}.`;
  comparison.differ({ ...where, kind: 'value', message });
  return { kind: 'differs', note: 'differs' };
}

/** Finds where an output parts from the fixed texts of an example; what may vary between them is passed over. */
function partingOf(parts: readonly Part[], actual: string): Parting {
  let position = 0;
  for (const { text, start, form } of parts) {
    if (form) continue;
    const found = start === 0 ? 0 : actual.indexOf(text, position);
    const at = found >= 0 ? found : beginningIn(actual, text, position);
    const same = commonLength(text, actual.slice(at, at + text.length));
    if (same < text.length) return { expected: start + same, actual: at + same };
    position = at + text.length;
  }
  const last = parts.at(-1);
  return { expected: (last?.start ?? 0) + (last?.text.length ?? 0), actual: position };
}

/** Finds the text, or as much of its beginning as stands there. */
function beginningIn(actual: string, text: string, position: number): number {
  for (let length = text.length; length > 0; length = Math.floor(length / 2)) {
    const found = actual.indexOf(text.slice(0, length), position);
    if (found >= 0) return found;
  }
  return position;
}

function commonLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

const notOfForm = (form: ValuePattern, expected: string, actual: string): string =>
  `The example has ${quoteText(expected)}, ${form.describe(expected)}, but the output has ${quoteText(actual)}.`;

const at = (place: StringPosition, expected: string, actual: string) => ({
  path: place.path,
  expected,
  actual,
  ...(place.line === undefined ? {} : { line: place.line }),
});
