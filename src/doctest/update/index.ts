/** `--update`: what was printed, written into the result examples of the pages. */

export { changesText } from './changes-text.ts';
export { planUpdates } from './plan-updates.ts';
