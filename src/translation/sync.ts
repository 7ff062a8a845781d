import type { Position, Problem } from '../procedure/index.ts';
import { anchorEdit } from './anchors.ts';
import { type SharedBlock, sameInfo } from './blocks.ts';
import { applyEdits, type Edit, eolOf } from './edits.ts';
import { foreignMarkup } from './foreign-markup.ts';
import { type Anchor, endOf, type InsertionPoint, insertionPointOf } from './insertion.ts';
import { type Outline, readOutline, type Section } from './outline.ts';
import { pairBlocks } from './pair-blocks.ts';
import {
  at,
  differs,
  extraBlock,
  missingBlock,
  missingSection,
  notFixed,
  order,
  unclosed,
} from './pair-problems.ts';
import { pairSections } from './pair-sections.ts';
import { prefixOf, renderBlock, translated } from './render.ts';
import { settingsEdit } from './settings.ts';

export interface SyncResult {
  /** The translation with everything that is written once taken from the source; all else as it was, byte for byte. */
  readonly text: string;
  /** Differences that are fixed in `text`. */
  readonly fixed: readonly Problem[];
  /** Differences left for a person to resolve. */
  readonly left: readonly Problem[];
}

/** Makes commands, examples and settings of a translation those of its source. */
export function syncPage(source: Outline, translation: Outline): SyncResult {
  const { source: text, file } = translation;
  const { edits, fixed, left } = compare(source, translation);
  const foreign = foreignMarkup(source, translation);
  if (left.length > 0 || edits.length === 0)
    return { text: text.text, fixed: [], left: [...left, ...fixed, ...foreign] };
  const result = applyEdits(text.text, edits);
  const again = readOutline(result, file);
  if ('outline' in again && compare(source, again.outline).edits.length === 0)
    return { text: result, fixed, left: foreign };
  const problem = at(file, fixed[0] ?? { line: 1, column: 1 }, notFixed(source.file));
  return { text: text.text, fixed: [], left: [problem, ...foreign] };
}

interface Comparison {
  readonly edits: Edit[];
  readonly fixed: Problem[];
  readonly left: Problem[];
}

interface Pages extends Comparison {
  readonly source: Outline;
  readonly translation: Outline;
  readonly eol: string;
}

function compare(source: Outline, translation: Outline): Comparison {
  const eol = eolOf(translation.source.text);
  const pages: Pages = { source, translation, eol, edits: [], fixed: [], left: openFences(translation) };
  if (pages.left.length > 0) return pages;
  const settings = settingsEdit(source, translation, eol);
  pages.edits.push(...settings.edits);
  pages.fixed.push(...settings.problems);
  const { pairs, rest } = pairSections(source.sections, translation.sections);
  pages.left.push(...orderProblems(pairs, pages));
  let last: Section | undefined;
  for (const pair of pairs) {
    if (pair.translation) {
      last = pair.translation;
      compareSections({ source: pair.source, translation: last }, pages);
    } else if (last) insertSection(pair.source, endOf(translation, last), pages);
  }
  for (const { blocks } of rest) for (const block of blocks) remove(block, pages);
  pages.fixed.sort((a, b) => a.line - b.line);
  return pages;
}

/** A fence that is not closed holds what follows it: whoever rewrites it takes the translator's words away. */
function openFences({ sections, file }: Outline): Problem[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.kind === 'elapse') return [];
      const { fence, span } = block;
      const swallows = fence.body.split('\n').some((line) => line.trimStart().startsWith(fence.marker));
      return fence.closed && !swallows ? [] : [at(file, span.start, unclosed(fence.marker))];
    }),
  );
}

function orderProblems(
  pairs: ReturnType<typeof pairSections>['pairs'],
  { source, translation }: Pages,
): Problem[] {
  const { sections } = translation;
  const placed = pairs.flatMap(({ source: { blocks }, translation: own }) =>
    own && blocks.length > 0 ? [{ own, index: sections.indexOf(own) }] : [],
  );
  return placed.flatMap(({ own, index }, place) => {
    const next = placed[place + 1];
    if (!next || index < next.index || !own.heading) return [];
    const { text, span } = own.heading;
    return [at(translation.file, span.start, order(text, next.own.heading?.text ?? '', source.file))];
  });
}

function compareSections(pair: { source: Section; translation: Section }, pages: Pages): void {
  const anchor = anchorEdit(pair, pages);
  if (anchor) {
    pages.edits.push(anchor.edit);
    pages.fixed.push(anchor.problem);
  }
  let last: Anchor = {};
  for (const { source, translation } of pairBlocks(pair.source.blocks, pair.translation.blocks)) {
    if (source && translation) {
      compareBlocks(source, translation, pages);
      last = { source, translation };
    } else if (source) {
      const place = insertionPointOf(source, last, pair, pages);
      insert(renderBlock(source, undefined, place.prefix, pages.eol), place, pages);
      report(place.offset, missingBlock(source, whereOf(source, pages)), pages);
    } else if (translation) remove(translation, pages);
  }
}

function compareBlocks(source: SharedBlock, translation: SharedBlock, pages: Pages): void {
  const { source: text } = pages.translation;
  if (isSame(source, translation)) return;
  const { start, end } = translation.span;
  const prefix = prefixOf(text.line(start.line).slice(0, start.column - 1));
  pages.edits.push({
    start: start.offset,
    end: end.offset,
    text: renderBlock(source, translation, prefix, pages.eol),
  });
  const expected =
    source.kind === 'fence' ? translated(source, fenceOf(translation)) : { info: '', body: '' };
  pages.fixed.push(
    at(pages.translation.file, start, differs(source, translation, expected, whereOf(source, pages))),
  );
}

const fenceOf = (block: SharedBlock) => (block.kind === 'fence' ? block : undefined);

/** Equal, but for what a translator may change. */
function isSame(source: SharedBlock, translation: SharedBlock): boolean {
  if (source.kind === 'elapse')
    return translation.kind === 'elapse' && squeeze(source.text) === squeeze(translation.text);
  if (translation.kind === 'elapse') return false;
  const { info, body } = translated(source, translation);
  return body === translation.fence.body && sameInfo(info, translation.info);
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ');

function insertSection(section: Section, place: InsertionPoint, pages: Pages): void {
  const { heading, blocks } = section;
  if (!heading || blocks.length === 0) return;
  const { start, end } = heading.span;
  const line = pages.source.source.text.slice(start.offset, end.offset);
  const parts = [line, ...blocks.map((block) => renderBlock(block, undefined, place.prefix, pages.eol))];
  insert(parts.join(pages.eol.repeat(2)), place, pages);
  const from = `${pages.source.file}:${start.line}`;
  report(place.offset, missingSection(heading.text, from), pages);
}

function insert(
  block: string,
  { offset, prefix, isStart }: InsertionPoint,
  { edits, eol, translation }: Pages,
): void {
  const blank = /^[ \t]*(?:$|(?:\r\n|\n|\r)[ \t>]*(?:\r\n|\n|\r|$))/;
  const isFollowed = !blank.test(translation.source.text.slice(offset));
  const text = isStart
    ? block + eol.repeat(2)
    : `${eol}${prefix.rest.trimEnd()}${eol}${prefix.rest}${block}${isFollowed ? eol : ''}`;
  edits.push({ start: offset, end: offset, text });
}

function remove(block: SharedBlock, pages: Pages): void {
  pages.edits.push(removal(block, pages));
  pages.fixed.push(at(pages.translation.file, block.span.start, extraBlock(block, pages.source.file)));
}

/** With its lines, and with the blank line before it; two paragraphs that it kept apart stay two. */
function removal({ span: { start, end } }: SharedBlock, { translation: { source: text }, eol }: Pages): Edit {
  const isBlank = (line: string): boolean => /^[\s>]*$/.test(line);
  const before = text.line(start.line).slice(0, start.column - 1);
  const isAlone =
    isBlank(before) &&
    text
      .line(end.line)
      .slice(end.column - 1)
      .trim() === '';
  if (!isAlone || start.line === 1) return { start: start.offset, end: end.offset, text: '' };
  const isApart = isBlank(text.line(start.line - 1));
  const last = start.line - (isApart && start.line > 2 ? 2 : 1);
  return {
    start: text.at(last, text.line(last).length).offset,
    end: text.at(end.line, text.line(end.line).length).offset,
    text: isApart || isBlank(text.line(end.line + 1)) ? '' : eol + before.trimEnd(),
  };
}

function report(offset: number, text: Parameters<typeof at>[2], { translation, fixed }: Pages): void {
  const place: Position = translation.source.positionAt(offset);
  fixed.push(at(translation.file, place, text));
}

const whereOf = ({ span }: SharedBlock, { source }: Pages): string => `${source.file}:${span.start.line}`;
