import { match, type Verdict } from '../../src/matching/index.ts';
import { correctChanges } from './correct/index.ts';
import { exceptionTo } from './exceptions.ts';
import type { Change, PublishedResult, Random } from './types.ts';
import { wrongChanges } from './wrong/index.ts';

/** A change on which the matcher's verdict was not the one that it should be. */
export interface Finding {
  readonly place: string;
  readonly change: Change;
  /** Why the matcher is right nevertheless: a listed exception. */
  readonly reason?: string;
  readonly verdict: Verdict;
}

interface Judged {
  readonly wrong: number;
  readonly correct: number;
  /** Wrong changes that pass. */
  readonly survivors: readonly Finding[];
  /** Correct changes that fail. */
  readonly falseAlarms: readonly Finding[];
}

/** Judges the matcher by the changes of a result that `isChosen` takes. */
export function judgeResult(
  result: PublishedResult,
  random: Random,
  isChosen: (change: Change) => boolean = () => true,
): Judged {
  const { place } = result;
  const judged = { wrong: 0, correct: 0, survivors: [] as Finding[], falseAlarms: [] as Finding[] };
  const run = ({ output, context = result.context }: Change) => match(result.example, output, context);
  for (const change of wrongChanges(result)) {
    if (!isChosen(change)) continue;
    judged.wrong++;
    const verdict = run(change);
    if (verdict.passed)
      judged.survivors.push({ place, change, verdict, reason: exceptionTo(result, change) });
  }
  for (const change of correctChanges(result, random)) {
    if (!isChosen(change)) continue;
    judged.correct++;
    const verdict = run(change);
    if (!verdict.passed) judged.falseAlarms.push({ place, change, verdict });
  }
  return judged;
}

/** Adds up what was found. */
export const sumOf = (all: readonly Judged[]): Judged => ({
  wrong: all.reduce((sum, { wrong }) => sum + wrong, 0),
  correct: all.reduce((sum, { correct }) => sum + correct, 0),
  survivors: all.flatMap(({ survivors }) => survivors),
  falseAlarms: all.flatMap(({ falseAlarms }) => falseAlarms),
});
