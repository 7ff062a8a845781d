import type { Outline, Section } from './outline.ts';
import { pairBlocks } from './pair-blocks.ts';
import { pairSections } from './pair-sections.ts';
import { proseKey } from './prose.ts';
import { readItems, type Segment, type SegmentItem, segmentAt } from './segments.ts';
import { readSettings } from './setting-segments.ts';
import { hasWords } from './untranslated.ts';

/** A piece of the source with what stands for it in the translation. */
export interface Unit {
  /** The name of its heading and its number below that; the path of a setting. */
  readonly id: string;
  /** The name of its heading, as `accept` writes it. */
  readonly heading: string;
  readonly source: Segment;
  /** Undefined: the translation has no place for it yet. */
  readonly place?: Segment;
}

/** Text of the source that a translation has nothing for, and where it belongs there. */
interface Gap {
  readonly offset: number;
  /** Whole lines of the source. */
  readonly text: string;
  readonly units: readonly Unit[];
}

export interface Alignment {
  readonly units: readonly Unit[];
  readonly gaps: readonly Gap[];
}

/** Pairs the segments of a page with those of its translation, whose commands are those of the source. */
export function alignPages(source: Outline, translation: Outline, sourceLocale: string): Alignment {
  const units: Unit[] = alignSettings(source, translation);
  const gaps: Gap[] = [];
  const [theirs, ours] = [itemsBySection(source), itemsBySection(translation)];
  const { pairs } = pairSections(source.sections, translation.sections);
  let last: Section | undefined;
  for (const [index, { source: left, translation: right }] of pairs.entries()) {
    const section = new SectionAlignment(left, index, { source, translation });
    const items = theirs.get(left) ?? [];
    if (right) section.align(items, ours.get(right) ?? [], right);
    else section.leaveOut(items, last);
    units.push(...section.units);
    gaps.push(...section.gaps);
    last = right ?? last;
  }
  return { units: units.filter((unit) => hasWords(unit.source.text, sourceLocale)), gaps };
}

function alignSettings(source: Outline, translation: Outline): Unit[] {
  const own = new Map(readSettings(translation).map((segment) => [segment.path, segment]));
  return readSettings(source).map((segment) => {
    const place = own.get(segment.path);
    return { id: segment.path ?? '', heading: '', source: segment, ...(place && { place }) };
  });
}

const startOf = (item: SegmentItem): number =>
  'block' in item ? item.block.span.start.offset : item.segment.start;

const endOf = (item: SegmentItem): number =>
  'block' in item ? item.block.span.end.offset : item.segment.end;

function itemsBySection(outline: Outline): Map<Section, SegmentItem[]> {
  const starts = outline.sections.map(({ heading }) => heading?.span.start.offset ?? 0);
  const items = readItems(outline);
  return new Map(
    outline.sections.map((section, index) => {
      const [from = 0, to = Number.POSITIVE_INFINITY] = [starts[index], starts[index + 1]];
      return [section, items.filter((item) => startOf(item) >= from && startOf(item) < to)];
    }),
  );
}

/** The units below one heading. */
class SectionAlignment {
  readonly units: Unit[] = [];
  readonly gaps: Gap[] = [];
  readonly #name: string;
  readonly #key: string;
  readonly #outlines: { readonly source: Outline; readonly translation: Outline };

  constructor(section: Section, index: number, outlines: { source: Outline; translation: Outline }) {
    this.#key = proseKey(section.heading);
    this.#name = section.heading?.anchor ?? `s${index}`;
    this.#outlines = outlines;
  }

  align(source: readonly SegmentItem[], translation: readonly SegmentItem[], section: Section): void {
    const [theirs, ours] = [blocksOf(source), blocksOf(translation)];
    let [from, to] = [0, 0];
    let before = section.heading?.span.end.offset ?? startOfText(this.#outlines.translation);
    for (const pair of [...pairBlocks(theirs, ours), {}]) {
      const left = pair.source ? source.findIndex((item) => isBlock(item, pair.source)) : source.length;
      const right = pair.translation
        ? translation.findIndex((item) => isBlock(item, pair.translation))
        : translation.length;
      if ('source' in pair !== 'translation' in pair) continue;
      this.#alignRun(segmentsOf(source.slice(from, left)), segmentsOf(translation.slice(to, right)), before);
      this.#alignBlock(source[left], translation[right]);
      before = translation[right] ? endOf(translation[right]) : before;
      [from, to] = [left + 1, right + 1];
    }
  }

  /** A section that the translation does not have: it belongs behind the one before. */
  leaveOut(items: readonly SegmentItem[], last: Section | undefined): void {
    const { source, translation } = this.#outlines;
    const next = translation.sections[last ? translation.sections.indexOf(last) + 1 : 0]?.heading;
    const text = translation.source.text;
    const end = next ? text.slice(0, next.span.start.offset).trimEnd().length : text.trimEnd().length;
    const units = items.flatMap((item) =>
      ('block' in item ? item.segments : [item.segment]).map((one) => this.#add(one)),
    );
    const [first, final] = [items[0], items.at(-1)];
    if (first && final)
      this.gaps.push({ offset: end, text: wholeLines(source, startOf(first), endOf(final)), units });
  }

  #alignRun(left: readonly Segment[], right: readonly Segment[], before: number): void {
    const [head, ...rest] = left;
    if (!head) return;
    const [ownHead, ...ownRest] = right;
    if (head.kind === 'heading' && ownHead?.kind === 'heading') {
      this.#add(head, ownHead);
      this.#alignRun(rest, ownRest, before);
    } else if (left.length === right.length && left.every(({ kind }, index) => kind === right[index]?.kind)) {
      for (const [index, segment] of left.entries()) this.#add(segment, right[index]);
    } else if (right.length > 0) {
      this.#add(joined(this.#outlines.source, left), joined(this.#outlines.translation, right));
    } else {
      const units = left.map((segment) => this.#add(segment));
      const text = wholeLines(this.#outlines.source, head.start, left.at(-1)?.end ?? head.end);
      this.gaps.push({ offset: before, text, units });
    }
  }

  #alignBlock(left: SegmentItem | undefined, right: SegmentItem | undefined): void {
    if (!left || !('block' in left)) return;
    const own = right && 'block' in right ? right.segments : [];
    const isAlike = own.length === left.segments.length;
    for (const [index, segment] of left.segments.entries())
      this.#add(segment, isAlike ? own[index] : undefined);
  }

  #add(source: Segment, place?: Segment): Unit {
    const id = `${this.#name}.${this.units.length}`;
    const unit = { id, heading: this.#key, source, ...(place && { place }) };
    this.units.push(unit);
    return unit;
  }
}

const blocksOf = (items: readonly SegmentItem[]) =>
  items.flatMap((item) => ('block' in item ? [item.block] : []));

const isBlock = (item: SegmentItem, block: unknown): boolean => 'block' in item && item.block === block;

const segmentsOf = (items: readonly SegmentItem[]): Segment[] =>
  items.flatMap((item) => ('block' in item ? [] : [item.segment]));

/** Several segments as one, with what stands between them. */
function joined({ source }: Outline, segments: readonly Segment[]): Segment {
  const [first, last] = [segments[0], segments.at(-1)];
  return segmentAt('raw', source, first?.start ?? 0, last?.end ?? 0);
}

function wholeLines({ source }: Outline, start: number, end: number): string {
  const [first, last] = [source.positionAt(start).line, source.positionAt(end).line];
  return source.text.slice(source.at(first, 0).offset, source.at(last, source.line(last).length).offset);
}

const startOfText = ({ frontMatterSpan, source }: Outline): number =>
  frontMatterSpan?.end.offset ?? source.at(1, 0).offset;
