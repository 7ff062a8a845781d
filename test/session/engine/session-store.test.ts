import { beforeEach, expect, test, vi } from 'vitest';
import { type Page, readPage } from '../../../src/procedure/index.ts';
import { SessionStore } from '../../../src/session/engine/session-store.ts';
import { progress } from '../../../src/session/progress.ts';
import type { EventResult } from '../../../src/session/types.ts';

const source = '```bash command id=ls\nls\n```\n\n```bash setup id=unseen\ntrue\n```\n';
const page = readPage(source, { id: 'course/page', file: 'page.mdx', locale: 'ja' }).page as Page;
const performed = (step: string, status: 'passed' | 'failed'): EventResult => ({
  event: { kind: 'step', ref: { page: page.id, step }, script: 'ls', at: 0 },
  outcome: { status, reason: '', output: { stdout: '', stderr: '', exitCode: 0 } },
});

beforeEach(() => {
  vi.restoreAllMocks();
});

test('who listens hears each change until it stops listening', () => {
  const store = new SessionStore([page]);
  const phases: string[] = [];
  const stop = store.subscribe(() => phases.push(store.state.phase));
  store.update({ phase: 'ready' });
  stop();
  store.update({ phase: 'broken' });
  expect(phases).toEqual(['ready']);
});

test('what was done is added, and nothing runs any more', () => {
  const store = new SessionStore([page]);
  store.update({ running: { page: page.id, step: 'ls' } as never });
  store.append({ event: { kind: 'typed', script: 'a', at: 0 } });
  store.append(performed('ls', 'failed'));
  expect(store.state.results.map(({ event }) => event.kind)).toEqual(['typed', 'step']);
  expect(store.state.running).toBeUndefined();
});

test.each([
  ['a step that went well', performed('ls', 'passed'), 1],
  ['a step that failed', performed('ls', 'failed'), 0],
  ['a step that nobody sees', performed('unseen', 'passed'), 0],
  ['a step that is gone', performed('gone', 'passed'), 0],
  ['a command that was typed', { event: { kind: 'typed', script: 'a', at: 0 } } as EventResult, 0],
])('%s counts for the progress: %#', (_, one, times) => {
  const add = vi.spyOn(progress, 'add').mockImplementation(() => undefined as never);
  new SessionStore([page]).append(one);
  expect(add).toHaveBeenCalledTimes(times);
});
