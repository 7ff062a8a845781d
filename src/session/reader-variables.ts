import type { VariableValues } from '../procedure/index.ts';
import { createPersistedStore, type PersistedStore } from './local-storage.ts';

const stores = new Map<string, PersistedStore<VariableValues>>();

/** The values that the reader chose for the variables of a practice, kept in the browser. */
export function variablesOf(practice: string): PersistedStore<VariableValues> {
  const known = stores.get(practice);
  if (known) return known;
  const store = createPersistedStore(`tejun.variables.${practice}`, readValues);
  stores.set(practice, store);
  return store;
}

function readValues(found: unknown): VariableValues {
  if (typeof found !== 'object' || found === null) return {};
  return Object.fromEntries(Object.entries(found).filter(([, value]) => typeof value === 'string'));
}
