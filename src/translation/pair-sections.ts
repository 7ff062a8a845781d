import type { SharedBlock } from './blocks.ts';
import { codeOf } from './fence-text.ts';
import type { Section } from './outline.ts';

/** Sections of the source in order, each with its counterpart; then what only the translation has. */
export interface SectionPairs {
  readonly pairs: readonly { readonly source: Section; readonly translation?: Section }[];
  readonly rest: readonly Section[];
}

/** Pairs sections by the anchors that their headings name, what is left by depth and order between those pairs. */
export function pairSections(source: readonly Section[], translation: readonly Section[]): SectionPairs {
  const partners = new Map<Section, Section>();
  const taken = new Set<Section>();
  const pair = (left: Section, right: Section): void => {
    partners.set(left, right);
    taken.add(right);
  };
  const named = new Map(translation.toReversed().map((one) => [nameOf(one), one]));
  for (const left of source) {
    const name = nameOf(left);
    const right = name === undefined ? undefined : named.get(name);
    if (right && !taken.has(right)) pair(left, right);
  }
  for (const fits of [fitsByDepth, sharesCode]) {
    for (const gap of gaps(source, translation, partners)) pairInOrder(gap, fits, pair);
  }
  for (const { lefts, rights } of gaps(source, translation, partners)) {
    const [left, ...rivals] = lefts;
    const [right, ...others] = left ? rights.filter((one) => isOfWords(left, one)) : [];
    if (left && right && rivals.length + others.length === 0) pair(left, right);
  }
  return {
    pairs: source.map((left) => ({ source: left, translation: partners.get(left) })),
    rest: translation.filter((one) => !taken.has(one)),
  };
}

/** The anchor of a section, '' of what stands before all headings; undefined where a heading has none. */
const nameOf = ({ heading }: Section): string | undefined => (heading ? heading.anchor : '');

/** Sections of both sides without a partner, in order, between two pairs. */
interface Gap {
  readonly lefts: Section[];
  readonly rights: readonly Section[];
}

function pairInOrder(
  { lefts, rights }: Gap,
  fits: (left: Section, right: Section) => boolean,
  pair: (left: Section, right: Section) => void,
): void {
  let at = 0;
  for (const left of lefts) {
    const found = rights.findIndex((right, index) => index >= at && fits(left, right));
    if (found === -1) continue;
    pair(left, rights[found] as Section);
    at = found + 1;
  }
}

/** Finds the sections that have no partner, by the place in the translation where they would stand. */
function gaps(
  source: readonly Section[],
  translation: readonly Section[],
  partners: ReadonlyMap<Section, Section>,
): Iterable<Gap> {
  const places = new Map(translation.map((one, place) => [one, place]));
  const taken = new Set(partners.values());
  const found = new Map<number, Gap>();
  let from = 0;
  for (const left of source) {
    const partner = partners.get(left);
    if (partner) {
      from = Math.max(from, (places.get(partner) ?? 0) + 1);
      continue;
    }
    const gap = found.get(from) ?? { lefts: [], rights: untilTaken(translation, from, taken) };
    gap.lefts.push(left);
    found.set(from, gap);
  }
  return found.values();
}

function untilTaken(
  sections: readonly Section[],
  from: number,
  taken: ReadonlySet<Section>,
): readonly Section[] {
  let end = from;
  while (end < sections.length && !taken.has(sections[end] as Section)) end += 1;
  return sections.slice(from, end);
}

/** Two anchors that differ are two headings. */
const fitsByDepth = ({ heading: left }: Section, { heading: right }: Section): boolean =>
  left?.depth === right?.depth && (left?.anchor === undefined || right?.anchor === undefined);

/** With the same command or example below it, it is the same heading, whose anchor has changed in one language. */
const sharesCode = (left: Section, right: Section): boolean =>
  left.heading?.depth === right.heading?.depth &&
  left.blocks.some((block) => right.blocks.some((one) => isSameCode(block, one)));

/** Alone in its place, and nothing but words in either: only its anchor can tell it from what it was. */
const isOfWords = (left: Section, right: Section): boolean =>
  left.heading?.depth === right.heading?.depth && left.blocks.length + right.blocks.length === 0;

const isSameCode = (a: SharedBlock, b: SharedBlock): boolean =>
  a.kind === 'fence' && b.kind === 'fence' && codeOf(a.fence.body) === codeOf(b.fence.body);
