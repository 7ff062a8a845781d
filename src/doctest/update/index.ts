/** `--update`: what was printed, written into the result examples of the pages. */
export { planUpdates } from './plan-updates.ts';
export { changesText } from './show.ts';
