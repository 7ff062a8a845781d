import practices from '@generated/tejun-practices/default/practices';
import { createPersistedStore } from '../local-storage.ts';
import { journalKey } from '../state.ts';
import type { OpenSession } from '../types.ts';
import { variablesOf } from '../variables.ts';
import { drawSeed, exclusively, startWorker } from './browser.ts';
import { Session } from './session.ts';

/** Opens a practice where the reader left it. Rejects where its parts cannot be loaded. */
export async function openSession(practice: string): Promise<OpenSession> {
  const load = practices[practice];
  if (!load) throw new Error(`There is no practice "${practice}".`);
  const connection = startWorker();
  const { default: data } = await load();
  return Session.open(data, {
    connection,
    connect: startWorker,
    journal: createPersistedStore<unknown>(journalKey(practice), (found) => found),
    values: () => variablesOf(practice).get(),
    now: () => Date.now(),
    drawSeed,
    exclusively,
  });
}
