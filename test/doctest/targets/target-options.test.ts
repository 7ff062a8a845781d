import { expect, test } from 'vitest';
import { type TargetOptions, validateTargetOptions } from '../../../src/doctest/targets/target-options.ts';

const choose = (choice: Partial<TargetOptions>) => () =>
  validateTargetOptions({ target: 'sandbox', shell: 'simulated', ...choice });
const live = { target: 'live', shell: 'bash' } as const;

test.each<Partial<TargetOptions>>([
  {},
  { shell: 'bash', aws: '/usr/bin/aws', unconfined: true, upstream: 'http://x', record: true },
  { target: 'recording', maxAge: 1 },
  { ...live, accountId: '123456789012', wait: false },
  { update: true, add: true, seed: 'x' },
])('%j goes together', (choice) => {
  expect(choose(choice)).not.toThrow();
});

test.each<[Partial<TargetOptions>, string]>([
  [{ target: 'live' }, '--target live runs in a real bash'],
  [{ ...live, update: true }, '--update would write what is in your account'],
  [{ ...live, seed: 'x' }, '--seed is about the ids of the sandbox'],
  [{ accountId: '123456789012' }, 'add --target live'],
  [{ wait: false }, 'add --target live'],
  [{ upstream: 'http://x' }, 'add --shell bash'],
  [{ aws: '/usr/bin/aws' }, 'add --shell bash'],
  [{ unconfined: true }, 'add --shell bash'],
  [{ target: 'recording', shell: 'bash' }, 'leave --shell bash out'],
  [{ record: true }, 'add --shell bash'],
  [{ ...live, record: true, wait: false }, 'of which --no-wait skips steps'],
  [{ shell: 'bash', record: true, update: true }, 'Update the pages first'],
  [{ maxAge: 1 }, 'add --target recording'],
])('%j does not: %s', (choice, reason) => {
  expect(choose(choice)).toThrow(reason);
});
