import { expect, it, vi } from 'vitest';
import { readerOf } from '../../src/session/index.ts';
import type { ReaderState } from '../../src/session/types.ts';

/** A session that becomes what a test says. */
const opened = vi.hoisted(() => [] as { become(phase: ReaderState['phase']): void }[]);
vi.mock('../../src/session/session/index.ts', () => ({
  openSession: async () => {
    let listener = () => {};
    const session = {
      state: { phase: 'ready', performed: [] } as ReaderState,
      subscribe: (given: () => void) => (listener = given),
      become: (phase: ReaderState['phase']) => {
        session.state = { ...session.state, phase };
        listener();
      },
    };
    opened.push(session);
    return session;
  },
}));

it('opens a session once, and another one when that was lost', async () => {
  const reader = readerOf('course');
  expect(await reader.open()).toBe(await reader.open());
  expect(reader.state.phase).toBe('ready');
  opened[0]?.become('broken');
  expect(reader.state.phase).toBe('broken');
  expect(await reader.open()).toBe(opened[1]);
  expect(reader.state.phase).toBe('ready');
  expect(opened).toHaveLength(2);
});
