import { looksLikeCommand, looksLikeSentence } from '../../heuristics.ts';
import { doubt } from '../../items.ts';
import { escapeMarkdown } from '../../markup.ts';
import { sectionOf } from '../../sections.ts';
import type { SourceBlock } from '../../types.ts';
import type { BlockReader } from '../blocks.ts';
import { isBlank, positionOf, type SourceLine } from '../source-lines.ts';

const DOTTED = /^(\d+(?:\.\d+)+)(?:\.\s*|\s+)\S/;
const NUMBERED = /^(?:\d+[.)]|(?:step|ステップ|手順)\s*\d+[.:：]?)\s*\S/i;

/** Reads headings of one text: how deep one is depends on those before it. */
export function createHeadings(): BlockReader {
  let section = 1;
  let titleParts = 0;
  let before = '';
  const depthOf = (text: string): { depth: number; sure: boolean; anchor?: string } => {
    const dotted = DOTTED.exec(halfWidth(text))?.[1]?.split('.').length;
    if (dotted !== undefined) {
      titleParts ||= dotted;
      section = Math.min(6, Math.max(2, dotted - titleParts + 1));
      return { depth: section, sure: true };
    }
    const known = sectionOf(withoutNumber(text));
    if (known) {
      // The same title twice, one after the other: a section and its first part.
      const again = before === text;
      section = again ? section + 1 : known.depth;
      return { depth: section, sure: true, anchor: again ? known.part : undefined };
    }
    if (NUMBERED.test(halfWidth(text))) return { depth: Math.min(6, section + 1), sure: true };
    return { depth: before === '' ? 2 : Math.min(6, section + 1), sure: before === '' };
  };
  return (lines, index) => {
    const line = lines[index];
    const next = lines[index + 1];
    if (!line || !isHeading(line) || (next && !isBlank(next) && !isNumberedSection(line))) return undefined;
    const text = line.text.trim();
    const { depth, sure, anchor } = depthOf(text);
    before = text;
    const place = positionOf([line], '');
    const heading: SourceBlock = { ...place, kind: 'heading', text: escapeMarkdown(text), depth, anchor };
    if (sure) return { blocks: [heading], next: index + 1 };
    const message = `This was taken for a heading (level ${depth}): it is short and ends no sentence.`;
    return {
      blocks: [doubt(place, message, 'Give it its level, or make it a sentence.'), heading],
      next: index + 1,
    };
  };
}

const halfWidth = (text: string): string => text.normalize('NFKC').trim();
const withoutNumber = (text: string): string => halfWidth(text).replace(/^\d+(?:\.\d+)*[.)]?\s*/, '');

/** `１．目的` is a heading whatever stands below it. */
const isNumberedSection = ({ text }: SourceLine): boolean =>
  sectionOf(withoutNumber(text)) !== undefined && withoutNumber(text) !== halfWidth(text);

function isHeading({ text: written }: SourceLine): boolean {
  const text = written.trim();
  if (sectionOf(withoutNumber(text))) return true;
  if (text.length > 48 || looksLikeSentence(text) || looksLikeCommand(text)) return false;
  return (
    !/^(?:[-*+・•#>|※({[]|https?:)/.test(text) &&
    !/[:：;；{}\\|]$/.test(text) &&
    /[\p{L}]/u.test(text) &&
    !/:\/\/|\t/.test(text)
  );
}
