import type { Problem } from '../procedure/index.ts';
import type { Unit } from './align-pages.ts';
import { applyEdits, type Edit, eolOf } from './edits.ts';
import { foreignMarkup } from './foreign-markup.ts';
import { alignTexts, type OpenPair } from './open-pair.ts';
import { type Outline, readOutline } from './outline.ts';
import { at, notFixed, textRefused } from './pair-problems.ts';
import { prefixed } from './render.ts';
import type { Segment } from './segments.ts';
import { scalarOf } from './setting-segments.ts';
import { syncPage } from './sync.ts';
import type { PagePair } from './types.ts';

export interface PutResult {
  /** The translation with the texts in it; all else as it was. */
  readonly text: string;
  /** Texts that are left out, with their reasons. */
  readonly problems: readonly Problem[];
}

export interface PutOptions {
  /** The pair as it has been read. */
  readonly open: OpenPair;
  readonly sourceLocale: string;
}

/** Puts texts into a translation, each by the id of its unit. Commands stay those of the source. */
export function putTexts(
  pair: PagePair,
  texts: ReadonlyMap<string, string>,
  { open, sourceLocale }: PutOptions,
): PutResult {
  const before = pair.translation ?? pair.source ?? '';
  const filled = fillGaps(open, texts, sourceLocale);
  if ('problems' in filled) return { text: before, problems: filled.problems };
  const { source, translation, units } = filled.open;
  const edits: Edit[] = [];
  const problems: Problem[] = [];
  for (const unit of units) {
    const text = texts.get(unit.id);
    if (text === undefined || text === unit.place?.text) continue;
    const reason = unit.place
      ? refusal(unit, text)
      : 'the comments of this fence are not those of the source';
    const { line } = source.source.positionAt(unit.source.start);
    if (reason) problems.push(at(source.file, { line, column: 1 }, textRefused(text, unit.id, reason)));
    else if (unit.place) edits.push(editOf(unit.place, text, eolOf(translation.source.text)));
  }
  const text = applyEdits(translation.source.text, edits);
  const after = readOutline(text, pair.file);
  if ('problems' in after || !isInSync(source, after.outline))
    return {
      text: before,
      problems: [...problems, at(pair.file, { line: 1, column: 1 }, notFixed(source.file))],
    };
  return { text, problems };
}

function isInSync(source: Outline, translation: Outline): boolean {
  const { fixed, left } = syncPage(source, translation);
  return fixed.length + left.length === 0;
}

/** Copies the lines of the source for which there are texts and no place. */
function fillGaps(open: OpenPair, texts: ReadonlyMap<string, string>, sourceLocale: string) {
  const wanted = open.gaps.filter(({ units }) => units.some(({ id }) => texts.has(id)));
  if (wanted.length === 0) return { open };
  const { source, translation } = open;
  const eol = eolOf(translation.source.text);
  const edits = wanted.map(({ offset, text }) => ({
    start: offset,
    end: offset,
    text: eol.repeat(2) + text.replace(/\r\n|\n|\r/g, eol),
  }));
  const text = applyEdits(translation.source.text, edits);
  return alignTexts(source, { text, file: translation.file }, sourceLocale);
}

function editOf({ kind, start, end, prefix }: Segment, text: string, eol: string): Edit {
  if (kind === 'setting') return { start, end, text: scalarOf(text) };
  return { start, end, text: prefixed(text.split('\n'), prefix, eol) };
}

/** Why a text cannot stand for a unit. */
function refusal({ source: { kind, text: source } }: Unit, text: string): string | undefined {
  if (text.trim() === '') return 'it is empty';
  if (kind !== 'text' && kind !== 'paragraph' && kind !== 'raw' && text.includes('\n'))
    return 'it must be one line';
  if (kind === 'attribute' && /["<>{}]/.test(text)) return 'it must not have quotes, brackets or braces';
  if (kind === 'text' && /^\s*(?:`{3}|~{3})/m.test(text)) return 'it would close its fence';
  if (kind !== 'paragraph' && kind !== 'heading' && kind !== 'raw') return undefined;
  const [before, after] = [source, text].map((one) =>
    readOutline(kind === 'heading' ? `# ${one}` : one, 'text.mdx'),
  );
  if (!before || 'problems' in before || !after) return undefined;
  if ('problems' in after) return `it cannot be read (${after.problems[0]?.message.replace(/\.$/, '')})`;
  const [is, was] = [shapeOf(after.outline), shapeOf(before.outline)];
  if (kind !== 'raw' && is !== was) return `it is ${is}, and not ${was}`;
  const added = foreignMarkup(before.outline, after.outline)[0]?.message.split(' is not in ')[0];
  if (added) return `${added} is not in the source`;
  return blocksIn(after.outline) === blocksIn(before.outline) ? undefined : 'it holds code or <Elapse>';
}

/** The blocks that a text consists of. */
const shapeOf = ({ tree }: Outline): string => tree.children.map(({ type }) => type).join(', ');

const blocksIn = ({ sections }: Outline): number => sections.flatMap(({ blocks }) => blocks).length;
