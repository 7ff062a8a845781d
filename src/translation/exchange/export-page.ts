import type { Problem } from '../../procedure/index.ts';
import type { Unit } from '../align-pages.ts';
import type { Memory } from '../memory.ts';
import { openPair, translationOf } from '../open-pair.ts';
import { headingTexts } from '../prose.ts';
import type { PagePair, PageStatus, ProseChange } from '../types.ts';
import type { ExchangePage, ExchangeUnit } from './types.ts';

export interface ExportOptions {
  readonly status: PageStatus;
  readonly memory: Memory;
  readonly sourceLocale: string;
}

/** Collects the texts of a page for a translator: what is there, what is to be read again, and what may be taken. */
export function exportPage(
  pair: PagePair,
  { status, memory, sourceLocale }: ExportOptions,
): { page: ExchangePage } | { problems: readonly Problem[] } {
  const reading = openPair(pair, sourceLocale);
  if ('problems' in reading) return reading;
  const { source, units } = reading.open;
  const states = new Map(status.headings.map((one) => [one.anchor ?? one.heading, one.state]));
  const names = headingTexts(source);
  const changes = new Map((status.changes ?? []).map((one) => [one.anchor ?? one.heading, one]));
  const told = new Set<string>();
  return {
    page: {
      sourceFile: pair.sourceFile,
      units: units.map((unit): ExchangeUnit => {
        const { id, heading, source: segment } = unit;
        const isReviewed = (states.get(heading) ?? status.state) === 'fresh' && status.state !== 'untracked';
        const change = told.has(heading) ? undefined : changes.get(heading);
        told.add(heading);
        const { notes, ...target } = targetAndNotes(unit, isReviewed, memory);
        const name = segment.kind === 'heading' ? undefined : names.get(heading);
        return {
          id,
          source: segment.text,
          ...target,
          line: source.source.positionAt(segment.start).line,
          notes: [...(name ? [name] : []), ...notes, ...(change ? [changeNote(change)] : [])],
        };
      }),
    },
  };
}

function targetAndNotes(unit: Unit, isReviewed: boolean, memory: Memory) {
  const target = translationOf(unit);
  if (target !== undefined)
    return { target, state: isReviewed ? ('done' as const) : ('draft' as const), notes: [] };
  const known = memory.find(unit.source.text);
  return known
    ? { target: known.target, state: 'draft' as const, notes: [`from ${known.file}`] }
    : { state: 'new' as const, notes: [] };
}

/** `[-old-]` and `{+new+}`, as `i18n status` shows them. */
const changeNote = ({ parts }: ProseChange): string =>
  parts
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
