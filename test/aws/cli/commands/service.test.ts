import { describe, expect, it } from 'vitest';
import { waiterNamed } from '../../../../src/aws/cli/commands/service.ts';
import { aws } from '../../../../src/aws/cli/index.ts';
import { loadCliModel } from '../../../../src/aws/cli/model/index.ts';
import { memoryHost } from '../host.ts';

describe('commands of a service', () => {
  it.each([
    [['sts'], 'the following arguments are required: operation'],
    [['iam', 'get-usr'], "Invalid choice: 'get-usr', maybe you meant:\n\n  * get-user"],
    [
      ['ec2', 'wait'],
      'usage: aws [options] ec2 wait <subcommand> [parameters]\naws: error: too few arguments',
    ],
    [['ec2', 'wait', 'vpc-availabel'], 'maybe you meant:\n\n  * vpc-available'],
    [['ec2', 'wait', 'bundle-task-complete'], 'has no ec2 wait bundle-task-complete'],
    [['logs', 'tail', 'g', '--follow'], 'has no logs tail --follow'],
  ])('%j is refused', async (words, message) => {
    const output = await aws(words, memoryHost());
    expect(output.stdout).toBe('');
    expect(output.stderr).toContain(message);
  });

  it('help of a waiter names its page', async () => {
    expect((await aws(['ec2', 'wait', 'help'], memoryHost())).stdout).toContain('/ec2/wait.html');
  });

  it('waits until the service says so, and prints nothing', async () => {
    const answers = ['pending', 'available'].map(
      (state) => `<R><vpcSet><item><vpcId>vpc-1</vpcId><state>${state}</state></item></vpcSet></R>`,
    );
    const waits: number[] = [];
    const host = memoryHost(
      {},
      {
        transport: async () => new Response(answers.shift()),
        sleep: async (milliseconds) => void waits.push(milliseconds),
      },
    );
    expect(await aws(['ec2', 'wait', 'vpc-available', '--vpc-ids', 'vpc-1'], host)).toEqual({
      ...{ stdout: '', stderr: '', exitCode: 0 },
    });
    expect(waits).toEqual([15_000]);
  });
});

it("waiterNamed finds botocore's name by the command", async () => {
  const model = await loadCliModel('ec2');
  expect(waiterNamed(model, 'vpc-available')).toMatchObject({
    name: 'VpcAvailable',
    operation: 'DescribeVpcs',
  });
  expect(waiterNamed(model, 'VpcAvailable')).toBeUndefined();
});
