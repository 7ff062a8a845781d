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
  /** Sections of the translation that have no partner, where that of `source[index]` would stand. */
  const gapAt = (index: number): readonly Section[] => {
    const from = lastPartner(source.slice(0, index), partners, translation) + 1;
    const next = translation.findIndex((one, place) => place >= from && taken.has(one));
    return translation.slice(from, next === -1 ? undefined : next);
  };
  for (const left of source) {
    const anchor = left.heading?.anchor;
    const right = translation.find((one) =>
      left.heading ? anchor !== undefined && one.heading?.anchor === anchor : !one.heading,
    );
    if (right && !taken.has(right)) pair(left, right);
  }
  for (const [index, left] of source.entries()) {
    if (partners.has(left)) continue;
    const right = gapAt(index).find((one) => fits(left, one));
    if (right) pair(left, right);
  }
  for (const [index, left] of source.entries()) {
    if (partners.has(left)) continue;
    const right = gapAt(index).find((one) => sharesCode(left, one));
    if (right) pair(left, right);
  }
  for (const [index, left] of source.entries()) {
    if (partners.has(left)) continue;
    const [right, ...others] = gapAt(index).filter((one) => isOfWords(left, one));
    const rivals = source.filter((one, at) => !partners.has(one) && gapAt(at).some((own) => own === right));
    if (right && others.length === 0 && rivals.length === 1) pair(left, right);
  }
  return {
    pairs: source.map((left) => ({ source: left, translation: partners.get(left) })),
    rest: translation.filter((one) => !taken.has(one)),
  };
}

/** Two anchors that differ are two headings. */
const fits = ({ heading: left }: Section, { heading: right }: Section): boolean =>
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

function lastPartner(
  before: readonly Section[],
  partners: ReadonlyMap<Section, Section>,
  translation: readonly Section[],
): number {
  const places = before.flatMap((one) => {
    const partner = partners.get(one);
    return partner ? [translation.indexOf(partner)] : [];
  });
  return Math.max(-1, ...places);
}

/** A block of the source with the block of the translation that stands for it. */
export interface BlockPair {
  readonly source?: SharedBlock;
  readonly translation?: SharedBlock;
}

/** Pairs the blocks of two sections, in order: those that are most alike, by id, by content, by role. */
export function pairBlocks(source: readonly SharedBlock[], translation: readonly SharedBlock[]): BlockPair[] {
  const best = source.map(() => translation.map(() => 0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = source.length - 1; i >= 0; i -= 1) {
    for (let j = translation.length - 1; j >= 0; j -= 1) {
      const row = best[i];
      if (row)
        row[j] = Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + likeness(source[i], translation[j]));
    }
  }
  const pairs: BlockPair[] = [];
  let [i, j] = [0, 0];
  while (i < source.length || j < translation.length) {
    const alike = likeness(source[i], translation[j]);
    if (alike > 0 && at(i, j) === at(i + 1, j + 1) + alike) {
      pairs.push({ source: source[i++], translation: translation[j++] });
    } else if (j >= translation.length || (i < source.length && at(i, j) === at(i + 1, j))) {
      pairs.push({ source: source[i++] });
    } else pairs.push({ translation: translation[j++] });
  }
  return pairs;
}

/** 0: they cannot stand for each other. */
function likeness(a: SharedBlock | undefined, b: SharedBlock | undefined): number {
  if (!a || !b || a.kind !== b.kind) return 0;
  if (a.id !== undefined && b.id !== undefined) return a.id === b.id ? 100 : 0;
  if (a.kind === 'elapse' || b.kind === 'elapse') return 10;
  const shared = sharedLines(codeOf(a.fence.body), codeOf(b.fence.body));
  return 1 + (a.role === b.role ? 4 : 0) + 20 * shared;
}

/** Share of the lines that two texts have in common, from 0 to 1. */
function sharedLines(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [new Set(a.split('\n')), new Set(b.split('\n'))];
  const common = [...left].filter((line) => right.has(line)).length;
  return common / Math.max(left.size, right.size);
}
