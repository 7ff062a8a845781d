import { useSyncExternalStore } from 'react';
import type { SessionStepOutcome } from '../../session/types.ts';

type Status = SessionStepOutcome['status'] | undefined;

/** Statuses of the steps of the shown page, for the texts beside their buttons. */
const statuses = new Map<string, Status>();
const listeners = new Set<() => void>();

export function setStepStatus(step: string, status: Status): void {
  if (statuses.get(step) === status) return;
  statuses.set(step, status);
  for (const listener of listeners) listener();
}

export function useStepStatus(step: string | undefined): Status {
  return useSyncExternalStore(
    subscribe,
    () => (step === undefined ? undefined : statuses.get(step)),
    () => undefined,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
