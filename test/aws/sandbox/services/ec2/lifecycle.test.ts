import { readFileSync } from 'node:fs';
import {
  DescribeImagesCommand,
  DescribeInstanceStatusCommand,
  DescribeInstancesCommand,
  type Instance,
  RunInstancesCommand,
  type RunInstancesCommandInput,
  StartInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  createManualClock,
  createRandom,
  createSandbox,
  readAccount,
} from '../../../../../src/aws/sandbox/index.ts';
import { START } from '../../practice.ts';
import { clientsOf, refusal } from '../../sdk.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
});

afterEach(() => {
  vi.useRealTimers();
});

const SUBNET = 'subnet-9d4a7b6c';

async function open() {
  const file = new URL('../../../../fixtures/contract/account.yaml', import.meta.url);
  const { account } = readAccount(readFileSync(file, 'utf8'), 'account.yaml');
  if (!account) throw new Error('The account file cannot be read.');
  const clock = createManualClock(START);
  const sandbox = createSandbox({ account, clock, random: createRandom('life') });
  const [key] = sandbox.longTermKeys;
  if (!key) throw new Error('no key');
  const { ec2 } = clientsOf(sandbox, key, 'ap-northeast-1');
  const images = await ec2.send(
    new DescribeImagesCommand({
      Owners: ['amazon'],
      Filters: [{ Name: 'name', Values: ['al2023-ami-*-x86_64'] }],
    }),
  );
  const run = async (input: Partial<RunInstancesCommandInput> = {}) => {
    const { Instances = [] } = await ec2.send(
      new RunInstancesCommand({
        ImageId: images.Images?.[0]?.ImageId,
        InstanceType: 't3.micro',
        MinCount: 1,
        MaxCount: 1,
        SubnetId: SUBNET,
        ...input,
      }),
    );
    return Instances[0]?.InstanceId ?? '';
  };
  const look = async (id: string): Promise<Instance | undefined> =>
    (await ec2.send(new DescribeInstancesCommand({ InstanceIds: [id] }))).Reservations?.[0]?.Instances?.[0];
  const pass = (seconds: number) => clock.elapse(seconds * 1000);
  return { ec2, run, look, pass };
}

test('an instance goes from pending to terminated by the clock, and is forgotten after an hour', async () => {
  const { ec2, run, look, pass } = await open();
  const id = await run();
  const state = async () => (await look(id))?.State?.Name;
  expect(await state()).toBe('pending');
  pass(20);
  expect(await state()).toBe('running');
  const status = async () =>
    (await ec2.send(new DescribeInstanceStatusCommand({ InstanceIds: [id] }))).InstanceStatuses?.[0]
      ?.InstanceStatus?.Status;
  expect(await status()).toBe('initializing');
  pass(180);
  expect(await status()).toBe('ok');
  await ec2.send(new StopInstancesCommand({ InstanceIds: [id] }));
  expect(await state()).toBe('stopping');
  expect(await refusal(ec2.send(new StartInstancesCommand({ InstanceIds: [id] })))).toMatchObject({
    code: 'IncorrectInstanceState',
  });
  pass(40);
  expect(await state()).toBe('stopped');
  await ec2.send(new StartInstancesCommand({ InstanceIds: [id] }));
  pass(20);
  await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id] }));
  expect(await state()).toBe('shutting-down');
  pass(40);
  expect(await state()).toBe('terminated');
  pass(3600);
  expect(await refusal(look(id))).toMatchObject({ code: 'InvalidInstanceID.NotFound' });
});
