import { invalidValue } from './cloudwatch-errors.ts';

/**
 * Refuses a period that no statistic can have. The sentence is of the API reference; that it is the error's
 * is ours.
 */
export function checkPeriod(seconds: number): void {
  if (![1, 5, 10, 20, 30].includes(seconds) && seconds % 60 !== 0)
    throw invalidValue('The parameter Period must be 1, 5, 10, 20, 30 or any multiple of 60.');
}
