import { createManualClock, createRandom, createSandbox } from '../../../../../src/aws/sandbox/index.ts';
import { accountOfFile } from '../../account-of.ts';
import { START } from '../../practice.ts';
import { clientsOf } from '../../sdk.ts';

export function open(region = 'ap-northeast-1', userName = 'owner') {
  const account = accountOfFile('test/fixtures/aws/sandbox/ec2-account.yaml');
  const sandbox = createSandbox({ account, clock: createManualClock(START), random: createRandom('ec2') });
  const key = sandbox.longTermKeys.find((candidate) => candidate.userName === userName);
  if (!key) throw new Error(`${userName} has no key`);
  return clientsOf(sandbox, key, region).ec2;
}
