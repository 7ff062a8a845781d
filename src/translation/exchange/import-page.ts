import type { Problem } from '../../procedure/index.ts';
import type { Unit } from '../align-pages.ts';
import { openPair } from '../open-pair.ts';
import { at, sourceChanged } from '../pair-problems.ts';
import { compact } from '../prose.ts';
import { putTexts } from '../put-texts.ts';
import type { PagePair } from '../types.ts';
import { missingIn } from './inline-code.ts';
import type { ExchangePage, ExchangeUnit } from './types.ts';

export interface ImportResult {
  /** The translation as it is now; undefined where there is nothing to put in. */
  readonly text?: string;
  /** How many texts have changed. */
  readonly changed: number;
  /** Every text of the page is there and has been read by a person. */
  readonly isDone: boolean;
  /** Texts that could not be taken. */
  readonly problems: readonly Problem[];
  /** Texts that were taken and lack code or a link of the source. */
  readonly notices: readonly { readonly id: string; readonly missing: readonly string[] }[];
}

/** Takes the texts of a translator into a page. A text whose source has changed since is told, and not taken. */
export function importPage(pair: PagePair, { units }: ExchangePage, sourceLocale: string): ImportResult {
  const nothing = { changed: 0, isDone: false, notices: [] };
  const reading = openPair(pair, sourceLocale);
  if ('problems' in reading) return { ...nothing, problems: reading.problems };
  const { open } = reading;
  const own = open.units;
  const alike = unitsByWords(own);
  const texts = new Map<string, string>();
  const done = new Set<string>();
  const lost: Problem[] = [];
  for (const unit of units) {
    const partner = partnerOf(unit, alike);
    if (partner && unit.state === 'done') done.add(partner.id);
    if (unit.target === undefined) continue;
    const target = unit.target.replace(/\r\n?/g, '\n');
    if (!partner)
      lost.push(at(pair.sourceFile, { line: 1, column: 1 }, sourceChanged(unit.id, unit.source, target)));
    else if (target !== partner.place?.text && target !== partner.source.text) texts.set(partner.id, target);
  }
  const isDone = own.every(({ id }) => done.has(id)) && lost.length === 0;
  if (texts.size === 0) return { ...nothing, isDone, problems: lost };
  const { text, problems } = putTexts(pair, texts, { open, sourceLocale });
  const notices = own.flatMap(({ id, source }) => {
    const missing = missingIn(texts.get(id) ?? source.text, source.text);
    return missing.length > 0 ? [{ id, missing }] : [];
  });
  return {
    text,
    changed: texts.size - problems.length,
    isDone: isDone && problems.length === 0,
    problems: [...lost, ...problems],
    notices,
  };
}

type UnitsByWords = ReadonlyMap<string, readonly Unit[]>;

function unitsByWords(units: readonly Unit[]): UnitsByWords {
  const found = new Map<string, Unit[]>();
  for (const unit of units) {
    const words = compact(unit.source.text);
    found.set(words, [...(found.get(words) ?? []), unit]);
  }
  return found;
}

/** The unit of the page that a text is for: of the same name, or else with the same words. */
function partnerOf({ id, source }: ExchangeUnit, unitsOf: UnitsByWords): Unit | undefined {
  const alike = unitsOf.get(compact(source)) ?? [];
  return alike.find((unit) => unit.id === id) ?? alike[0];
}
