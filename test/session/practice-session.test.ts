import { expect, it, vi } from 'vitest';
import { getSession } from '../../src/session/index.ts';
import type { SessionState } from '../../src/session/types.ts';

/** A session that becomes what a test says. */
const opened = vi.hoisted(() => [] as { become(phase: SessionState['phase']): void }[]);
vi.mock('../../src/session/engine/index.ts', () => ({
  openSession: async () => {
    let listener = () => {};
    const session = {
      state: { phase: 'ready', results: [] } as SessionState,
      subscribe: (given: () => void) => (listener = given),
      become: (phase: SessionState['phase']) => {
        session.state = { ...session.state, phase };
        listener();
      },
    };
    opened.push(session);
    return session;
  },
}));

it('opens a session once, and another one when that was lost', async () => {
  const reader = getSession('course');
  expect(await reader.open()).toBe(await reader.open());
  expect(reader.state.phase).toBe('ready');
  opened[0]?.become('broken');
  expect(reader.state.phase).toBe('broken');
  expect(await reader.open()).toBe(opened[1]);
  expect(reader.state.phase).toBe('ready');
  expect(opened).toHaveLength(2);
});
