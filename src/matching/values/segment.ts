import { isElision } from '../../procedure/json/index.ts';
import { formByKey, keyForbids } from './by-key.ts';
import { anythingPattern, cutTextPattern } from './elision.ts';
import { ADDRESS, hostId } from './host-id.ts';
import { isIdKey, isPlaceKey } from './key-names.ts';
import {
  hexIdPattern,
  longIdPattern,
  numericIdPattern,
  randomIdPattern,
  spelledOutIdPattern,
} from './random-id.ts';
import { prefixedId } from './service-id.ts';
import type { MatchPosition, ValuePattern } from './types.ts';
import { valuePatterns } from './value-types.ts';

/** A piece of an example: text that must be equal, or a value that may vary. */
export interface Part {
  readonly text: string;
  /** Start in the example. */
  readonly start: number;
  readonly form?: ValuePattern;
  /** The ARN that it is a part of. */
  readonly arn?: Range;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

type IsAllowed = (range: Range) => boolean;

const anywhere: IsAllowed = () => true;
const within =
  (ranges: readonly Range[]): IsAllowed =>
  (range) =>
    ranges.some((other) => overlap(other, range));
const not =
  (isAllowed: IsAllowed): IsAllowed =>
  (range) =>
    !isAllowed(range);

interface Claim extends Range {
  readonly form: ValuePattern;
}

const ARN = /(?<![A-Za-z0-9])arn:aws[a-z-]*:[^\s"'<>(),]+/g;
/** Types that names in an ARN may look like, but never are. */
const NEVER_IN_ARN = new Set(['secret', 'session-token', 'ip']);
/** Segmentations made so far: an example's text is asked for in each attempt. */
const known = new Map<string, readonly Part[]>();
const MOST_KNOWN = 500;

/** Splits an example's text into literal and varying parts; `extra` patterns are looked for last. */
export function segment(
  text: string,
  around: MatchPosition,
  extra: readonly ValuePattern[] = [],
): readonly Part[] {
  if (extra.length > 0) return split(text, around, extra);
  const key = `${around.whole ? 1 : 0}${around.key ?? ''}\u0000${text}`;
  const earlier = known.get(key);
  if (earlier) return earlier;
  if (known.size >= MOST_KNOWN) known.clear();
  const parts = split(text, around, extra);
  known.set(key, parts);
  return parts;
}

/** No kind of value is without one of these; most strings of an API's answers have none. */
const SIGN =
  /[\d*＊×●○…〜～~$<（(]|X{3}|x{3}|Ｘ{3}|ｘ{3}|EXAMPLE|\.{3}|YYYY|[A-Z]_(?:ID|KEY|TOKEN|ARN|DATE|TIME|ADDRESS|NUMBER)|TIMESTAMP|DATETIME|[eE]xample|xmpl|#{3}|abcd|cdef|efgh|ghij|ijkl|klmn|ABCD|EFGH|A[A-Z]{15}|dx[a-z]{3,4}-|-[a-z]{13}$|aws-cli|ssoins-|-[A-Z]{20}|-[a-f]{8}/;
/** Longer texts are looked at piece by piece, so that no pattern runs over all of them. */
const LONGEST = 2_000;
const PIECE = new RegExp(
  `[\\s\\S]{1,${LONGEST}}(?=[\\s,;/|&?]|$)|\\s?\\S{${LONGEST},}?(?=[\\s,;/|&?]|$)`,
  'g',
);

function split(text: string, around: MatchPosition, extra: readonly ValuePattern[]): readonly Part[] {
  if (text.length <= LONGEST) return splitPiece(text, around, extra);
  const parts: Part[] = [];
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    const found: readonly Part[] =
      piece.length > LONGEST
        ? [{ text: piece, start: 0 }]
        : splitPiece(piece, { ...around, whole: false }, extra);
    for (const part of found) parts.push({ ...part, start: part.start + index });
  }
  return parts;
}

function splitPiece(text: string, around: MatchPosition, extra: readonly ValuePattern[]): readonly Part[] {
  const demanded = around.whole && around.key !== undefined ? formByKey(around.key, text) : undefined;
  const form = demanded ?? (around.whole && isElision(text) ? anythingPattern : undefined);
  if (form) return [{ text, start: 0, form }];
  if (extra.length === 0 && !SIGN.test(text)) return text === '' ? [] : [{ text, start: 0 }];
  const arns = rangesOf(ARN, text);
  const addresses = rangesOf(ADDRESS, text);
  const found: Found = { text, key: around.key, claims: [] };
  const outsideArns = arns.length === 0 ? anywhere : not(within(arns));
  for (const form of valuePatterns) {
    // Nothing is left to claim: what follows in the list is less telling.
    if (claim(found, form, NEVER_IN_ARN.has(form.type) ? outsideArns : anywhere))
      return [{ text, start: 0, form }];
  }
  if (around.whole) claim(found, cutTextPattern, anywhere);
  for (const form of extra) claim(found, form, anywhere);
  for (const [form, isAllowed] of idForms(around, arns, addresses)) claim(found, form, isAllowed);
  return partsOf(found, arns);
}

/** Values found in a text so far. */
interface Found {
  readonly text: string;
  readonly key: string | undefined;
  readonly claims: Claim[];
}

/** Claims the values of a form that stand where they are allowed and nothing else was found; true if all of the text is one. */
function claim({ text, key, claims }: Found, form: ValuePattern, isAllowed: IsAllowed): boolean {
  if (form.needs && !hasOneOf(text, form.needs)) return false;
  for (const range of rangesOf(form.finds, text)) {
    const isWhole = range.end - range.start === text.length;
    if (keyForbids(key, form.type, isWhole)) continue;
    if (!isAllowed(range) || overlapsOneOf(claims, range)) continue;
    if (!(form.recognises?.(text.slice(range.start, range.end)) ?? true)) continue;
    claims.push({ start: range.start, end: range.end, form });
    if (isWhole) return true;
  }
  return false;
}

function hasOneOf(text: string, needed: readonly string[]): boolean {
  for (const one of needed) if (text.includes(one)) return true;
  return false;
}

function overlapsOneOf(claims: readonly Claim[], range: Range): boolean {
  for (const other of claims) if (overlap(other, range)) return true;
  return false;
}

/** Forms of ids that a name may have as well, and where they are ids nevertheless. */
function idForms(
  { key, whole }: MatchPosition,
  arns: readonly Range[],
  addresses: readonly Range[],
): (readonly [ValuePattern, IsAllowed])[] {
  const forms: (readonly [ValuePattern, IsAllowed])[] = [];
  if (addresses.length > 0) forms.push([hostId, within(addresses)]);
  const isId = isIdKey(key);
  if (isId)
    for (const form of [numericIdPattern, hexIdPattern, spelledOutIdPattern]) forms.push([form, () => whole]);
  if (isPlaceKey(key)) forms.push([longIdPattern, anywhere]);
  if (!isId && arns.length + addresses.length === 0) return forms;
  const isAllowed = isId ? anywhere : within([...arns, ...addresses]);
  return [...forms, [prefixedId, isAllowed], [randomIdPattern, isAllowed]];
}

function partsOf({ text, claims }: Found, arns: readonly Range[]): Part[] {
  if (claims.length === 0) return [{ text, start: 0 }];
  const parts: Part[] = [];
  let at = 0;
  for (const { start, end, form } of claims.sort(byStart)) {
    if (start > at) parts.push({ text: text.slice(at, start), start: at });
    parts.push({ text: text.slice(start, end), start, form, arn: arnAround(arns, start, end) });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), start: at });
  return parts;
}

const byStart = (a: Claim, b: Claim): number => a.start - b.start;

function arnAround(arns: readonly Range[], start: number, end: number): Range | undefined {
  for (const arn of arns) if (arn.start <= start && end <= arn.end) return arn;
  return undefined;
}

const NONE: readonly Range[] = [];

/** Finds a global expression's matches that are not empty. `matchAll` would make the expression anew for each text. */
function rangesOf(finds: RegExp, text: string): readonly Range[] {
  finds.lastIndex = 0;
  let found = finds.exec(text);
  if (!found) return NONE;
  const ranges: Range[] = [];
  for (; found; found = finds.exec(text)) {
    const end = found.index + found[0].length;
    if (end === found.index) finds.lastIndex++;
    else ranges.push({ start: found.index, end });
  }
  return ranges;
}

const overlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
