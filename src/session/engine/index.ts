import { createPersistedStore, variablesOf } from '../local-storage.ts';
import { loaderOf } from '../practice-pages.ts';
import { journalKey } from '../session-state.ts';
import type { OpenSession } from '../types.ts';
import { drawSeed, exclusively, startSessionWorker } from './browser.ts';
import { sealKey } from './seal-key.ts';
import { SessionActions } from './session-actions.ts';

/** Opens a practice where the reader left it. Rejects where its parts cannot be loaded. */
export async function openSession(practice: string): Promise<OpenSession> {
  const load = loaderOf(practice);
  const connection = startSessionWorker();
  const [{ default: data }, key] = await Promise.all([load(), sealKey()]);
  return SessionActions.open(data, {
    connection,
    connect: startSessionWorker,
    journal: createPersistedStore<unknown>(journalKey(practice), (found) => found),
    sealKey: key,
    values: () => variablesOf(practice).get(),
    now: () => Date.now(),
    drawSeed,
    exclusively,
  });
}
