import type { Changes } from '../types.ts';
import { wrongJson } from './json.ts';
import { wrongRun } from './run.ts';
import { wrongText } from './text.ts';
import { wrongValues } from './values.ts';

/** Makes every wrong change of every kind. A new kind is a new entry in one of these. */
export const wrongChanges: Changes = function* (result) {
  for (const changes of [wrongRun, wrongValues, wrongJson, wrongText]) yield* changes(result);
};
