import { afterAll, vi } from 'vitest';

/** Suites that share a worker share its globals: each leaves them as it has found them. */
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
