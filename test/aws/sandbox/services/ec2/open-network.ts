import { readFileSync } from 'node:fs';
import {
  createManualClock,
  createRandom,
  createSandbox,
  readAccount,
} from '../../../../../src/aws/sandbox/index.ts';
import { START } from '../../practice.ts';
import { clientsOf } from '../../sdk.ts';

export function open(region = 'ap-northeast-1', userName = 'owner') {
  const file = 'test/fixtures/aws/sandbox/ec2-account.yaml';
  const { account, problems } = readAccount(readFileSync(file, 'utf8'), file);
  if (!account) throw new Error(JSON.stringify(problems, null, 2));
  const sandbox = createSandbox({ account, clock: createManualClock(START), random: createRandom('ec2') });
  const key = sandbox.longTermKeys.find((candidate) => candidate.userName === userName);
  if (!key) throw new Error(`${userName} has no key`);
  return clientsOf(sandbox, key, region).ec2;
}
