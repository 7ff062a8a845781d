import {
  type Account,
  createManualClock,
  createRandom,
  createSandbox,
} from '../../../src/aws/sandbox/index.ts';
import { accountOfFile } from './account-of.ts';

export const START = new Date('2026-01-05T00:00:00Z');

/** Four users (one with every permission of the course, one denied, one with no policy), three buckets, six VPCs. */
export const practiceAccount = (): Account => accountOfFile('test/fixtures/aws/sandbox/account.yaml');

/** A sandbox whose time stands still, and the keys of its users by their names. */
export function openSandbox(seed = 'test') {
  const clock = createManualClock(START);
  const sandbox = createSandbox({ account: practiceAccount(), clock, random: createRandom(seed) });
  const keyOf = (userName: string) => {
    const key = sandbox.longTermKeys.find((candidate) => candidate.userName === userName);
    if (!key) throw new Error(`${userName} has no key`);
    return { accessKeyId: key.accessKeyId, secretAccessKey: key.secretAccessKey };
  };
  return { clock, sandbox, keyOf };
}
