import type { Problem } from '../../procedure/index.ts';
import type { Unit } from '../align-pages.ts';
import { markMachine } from '../machine.ts';
import { type Memory, rememberedTexts } from '../memory.ts';
import { openPair, translationOf } from '../open-pair.ts';
import type { Outline } from '../outline.ts';
import { at, codeLost } from '../pair-problems.ts';
import { headingTexts } from '../prose.ts';
import { putTexts } from '../put-texts.ts';
import type { PagePair } from '../types.ts';
import { missingIn } from './inline-code.ts';

/** A text for a program to translate. */
export interface FillRequest {
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}

export interface FillOptions {
  readonly memory: Memory;
  readonly sourceLocale: string;
  /** Absent: only what is remembered is filled in. */
  readonly translate?: (
    requests: readonly FillRequest[],
    pair: PagePair,
  ) => Promise<ReadonlyMap<string, string>>;
}

export interface FillResult {
  /** Undefined where nothing has changed. */
  readonly text?: string;
  readonly remembered: number;
  readonly translated: number;
  /** Texts that are still to be translated. */
  readonly left: number;
  /** Texts of the program that were not taken. */
  readonly problems: readonly Problem[];
}

/** Fills in what a page has no translation of: from earlier translations, then by a program. Nobody has read it then. */
export async function fillPage(
  pair: PagePair,
  { memory, sourceLocale, translate }: FillOptions,
): Promise<FillResult> {
  const reading = openPair(pair, sourceLocale);
  if ('problems' in reading) return { remembered: 0, translated: 0, left: 0, problems: reading.problems };
  const { open } = reading;
  const { source, units } = open;
  const missing = units.filter((unit) => translationOf(unit) === undefined);
  const remembered = rememberedTexts(units, memory);
  const names = headingTexts(source);
  const asked = missing.filter(({ id }) => !remembered.has(id));
  const requests = asked.map((unit): FillRequest => {
    return { id: unit.id, heading: names.get(unit.heading) ?? '', text: unit.source.text };
  });
  const answers =
    translate && requests.length > 0 ? await translate(requests, pair) : new Map<string, string>();
  const { kept, problems } = judge(asked, answers, source);
  const put = putTexts(pair, new Map([...remembered, ...kept]), { open, sourceLocale });
  const filled = new Set([...remembered.keys(), ...kept.keys()]);
  const result = { remembered: remembered.size, translated: kept.size, left: missing.length - filled.size };
  const all = [...problems, ...put.problems];
  if (filled.size === 0 || put.text === (pair.translation ?? pair.source))
    return { ...result, problems: all };
  const headings = new Set(missing.flatMap(({ id, heading }) => (filled.has(id) ? [heading] : [])));
  return {
    ...result,
    text: markMachine({ ...pair, translation: put.text }, headings, sourceLocale),
    left: result.left + put.problems.length,
    problems: all,
  };
}

/** Keeps the answers that have all the code and links of the source: a program may have translated those as well. */
function judge(
  asked: readonly Unit[],
  answers: ReadonlyMap<string, string>,
  { source, file }: Pick<Outline, 'source' | 'file'>,
) {
  const kept = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { id, source: segment } of asked) {
    const text = answers.get(id);
    if (text === undefined) continue;
    const missing = missingIn(text, segment.text);
    if (missing.length === 0) kept.set(id, text);
    else {
      const { line } = source.positionAt(segment.start);
      problems.push(at(file, { line, column: 1 }, codeLost(id, missing)));
    }
  }
  return { kept, problems };
}
