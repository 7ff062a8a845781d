import {
  DescribeImagesCommand,
  DescribeInstancesCommand,
  type Instance,
  RunInstancesCommand,
  type RunInstancesCommandInput,
} from '@aws-sdk/client-ec2';
import { createManualClock, createRandom, createSandbox } from '../../../../../src/aws/sandbox/index.ts';
import { accountOfFile } from '../../account-of.ts';
import { START } from '../../practice.ts';
import { clientsOf } from '../../sdk.ts';

export const SUBNET = 'subnet-9d4a7b6c';

export async function open() {
  const account = accountOfFile('test/fixtures/contract/account.yaml');
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
