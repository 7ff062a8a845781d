import { diffArrays } from 'diff';
import type { Outline, Section } from './outline.ts';
import { pairSections } from './pair-sections.ts';
import { sameProse } from './prose.ts';
import type { ProseChange, ProsePart } from './types.ts';

/** Compares a page's prose, heading by heading, word by word. `locale` decides on word boundaries. */
export function proseChanges(old: readonly Section[], now: Outline, locale: string): ProseChange[] {
  const { pairs, rest } = pairSections(now.sections, old);
  const words = segmenterOf(locale);
  const split = ({ prose }: Section): string[] =>
    [...words.segment(prose.replace(/[ \t]*\n[ \t>]*/g, '\n'))].map(({ segment }) => segment);
  const changed = pairs.flatMap(({ source, translation: before }): ProseChange[] => {
    if (before && sameProse(before, source)) return [];
    if (!before)
      return [{ ...nameOf(source), kind: 'added', parts: [{ kind: 'added', text: source.prose }] }];
    return [{ ...nameOf(source), kind: 'changed', parts: diffWords(split(before), split(source)) }];
  });
  const removed = rest.map((section): ProseChange => {
    return { ...nameOf(section), kind: 'removed', parts: [{ kind: 'removed', text: section.prose }] };
  });
  return [...changed, ...removed];
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Made once: that takes longer than a page. */
function segmenterOf(locale: string): Intl.Segmenter {
  const segmenter = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' });
  segmenters.set(locale, segmenter);
  return segmenter;
}

const nameOf = ({ heading }: Section) => ({
  heading: heading?.text ?? '',
  ...(heading?.anchor && { anchor: heading.anchor }),
});

function diffWords(old: readonly string[], now: readonly string[]): ProsePart[] {
  const same = (a: string, b: string): boolean => a === b || (a.trim() === '' && b.trim() === '');
  return diffArrays([...old], [...now], { comparator: same }).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}
