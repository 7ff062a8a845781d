import { isStale, lastEventOf } from '../../session/index.ts';
import { type PracticePage, useSession } from '../Practice/index.ts';
import { useVariables } from '../Variables/declared.ts';
import { useValues } from '../Variables/use-values.ts';

/** Tells whether a step of the page was run with other values than the page shows now. */
export function useIsStale({ id, session }: PracticePage, step: string): boolean {
  const event = useSession(session, (state) => lastEventOf(state, { page: id, step }));
  const variables = useVariables();
  const values = useValues();
  return event !== undefined && isStale(event, variables, values);
}
