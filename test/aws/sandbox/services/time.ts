import { afterEach, beforeEach, vi } from 'vitest';
import { START } from '../practice.ts';

/** The SDK signs with the machine's time: it stands still at the sandbox's. */
export function standStill(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: START });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}
