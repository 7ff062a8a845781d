import type { Remedy } from '../teaching/index.ts';
import type { OpenSession, StepRef } from './types.ts';

/** Time that is left to the reader after going back before an expiry. */
const LEFT_MS = 10 * 60_000;
/** Commands that give temporary credentials. */
const OBTAINS = /\bsts[\s\\]+(?:get-session-token|assume-role|get-federation-token)/;

/** Does what a lesson offers, then runs the step that failed. Nothing where it cannot be done: see `canRemedy`. */
export async function remedy(session: OpenSession, ref: StepRef, kind: Remedy): Promise<void> {
  switch (kind) {
    case 'back-before-expiry': {
      const { identity, accountNow } = await session.awsContext();
      if (identity.kind !== 'session') return;
      await session.elapse(Math.min(0, identity.expiresAt - LEFT_MS - accountNow));
      await session.run(ref);
      return;
    }
    case 'renew': {
      const page = obtainedOn(session);
      if (page === undefined) return;
      await session.reset(page);
      await session.runAll([...session.missing(ref), ref]);
      return;
    }
    case 'run-missing':
      await session.runAll([...session.missing(ref), ref]);
  }
}

/** Tells whether a remedy changes anything for a step now. */
export function canRemedy(session: OpenSession, ref: StepRef, kind: Remedy): boolean {
  if (kind === 'renew') return obtainedOn(session) !== undefined;
  return kind !== 'run-missing' || session.missing(ref).length > 0;
}

/** The page whose step got the credentials last. */
function obtainedOn({ state }: OpenSession): string | undefined {
  const pages = state.results.flatMap(({ event }) =>
    event.kind === 'step' && OBTAINS.test(event.script) ? [event.ref.page] : [],
  );
  return pages.at(-1);
}
