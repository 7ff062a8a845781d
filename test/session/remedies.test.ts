import { expect, test, vi } from 'vitest';
import { canRemedy, remedy } from '../../src/session/remedies.ts';
import type { OpenSession, StepRef } from '../../src/session/types.ts';

const ref: StepRef = { page: 'course/run', step: 'a' };
const MINUTE = 60_000;

function session(
  parts: { missing?: StepRef[]; scripts?: [page: string, script: string][]; identity?: object } = {},
) {
  const { missing = [], scripts = [], identity = { kind: 'none' } } = parts;
  const results = scripts.map(([page, script]) => ({
    event: { kind: 'step', ref: { page, step: 's' }, script, at: 0 },
  }));
  const calls: unknown[] = [];
  const note = (name: string) => vi.fn(async (what: unknown) => void calls.push([name, what]));
  const open = {
    state: { phase: 'ready', results },
    missing: () => missing,
    awsContext: async () => ({ identity, accountNow: 100 * MINUTE }),
    elapse: note('elapse'),
    run: note('run'),
    reset: note('reset'),
    runAll: note('runAll'),
  } as unknown as OpenSession;
  return { open, calls };
}

const other: StepRef = { page: 'course/run', step: 'before' };

test('what is missing is run, then the step', async () => {
  const { open, calls } = session({ missing: [other] });
  await remedy(open, ref, 'run-missing');
  expect(calls).toEqual([['runAll', [other, ref]]]);
});

test('time goes back to ten minutes before the credentials expire', async () => {
  const { open, calls } = session({ identity: { kind: 'session', expiresAt: 90 * MINUTE } });
  await remedy(open, ref, 'back-before-expiry');
  expect(calls).toEqual([
    ['elapse', -20 * MINUTE],
    ['run', ref],
  ]);
});

test('time never goes on, and does not move for who has no temporary credentials', async () => {
  const valid = session({ identity: { kind: 'session', expiresAt: 900 * MINUTE } });
  await remedy(valid.open, ref, 'back-before-expiry');
  expect(valid.calls[0]).toEqual(['elapse', 0]);
  const user = session({ identity: { kind: 'user', arn: 'a' } });
  await remedy(user.open, ref, 'back-before-expiry');
  expect(user.calls).toEqual([]);
});

test('credentials are renewed from the page that gave them last', async () => {
  const { open, calls } = session({
    scripts: [
      ['course/first', 'aws sts get-session-token'],
      ['course/role', 'x=$(aws sts  assume-role --role-arn a)'],
      ['course/run', 'aws sts get-caller-identity'],
    ],
    missing: [other],
  });
  await remedy(open, ref, 'renew');
  expect(calls).toEqual([
    ['reset', 'course/role'],
    ['runAll', [other, ref]],
  ]);
});

test.each([
  ['renew', {}, false],
  ['renew', { scripts: [['p', 'aws sts get-federation-token']] }, true],
  ['run-missing', {}, false],
  ['run-missing', { missing: [other] }, true],
  ['back-before-expiry', {}, true],
] as const)('%s changes something: %#', (kind, parts, can) => {
  expect(canRemedy(session(parts as Parameters<typeof session>[0]).open, ref, kind)).toBe(can);
});

test('what nobody got cannot be renewed', async () => {
  const { open, calls } = session();
  await remedy(open, ref, 'renew');
  expect(calls).toEqual([]);
});
