import { functionsIn, type LambdaPlace } from './lambda-state.ts';

/** Developer Guide, "Lambda quotas" and "Configuring reserved concurrency": of one Region. */
export const ACCOUNT_CONCURRENCY = 1000;
export const UNRESERVED_MINIMUM = 100;

/** The concurrency that the functions of a Region have reserved. */
export function reservedIn(place: LambdaPlace): number {
  return functionsIn(place)
    .list()
    .reduce((sum, { reservedConcurrency = 0 }) => sum + reservedConcurrency, 0);
}
