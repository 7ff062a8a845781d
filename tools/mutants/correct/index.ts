import type { Change, PublishedResult, Random } from '../types.ts';
import { moreKeys, otherLayouts } from './layout.ts';
import { otherValues } from './values.ts';

/** Makes the outputs of runs that are as right as the one shown. */
export function* correctChanges(result: PublishedResult, random: Random): Iterable<Change> {
  yield* otherLayouts(result);
  yield* moreKeys(result);
  yield* otherValues(result, random);
}
