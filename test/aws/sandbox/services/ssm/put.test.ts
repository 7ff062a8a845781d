import {
  DescribeParametersCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  LabelParameterVersionCommand,
  PutParameterCommand,
} from '@aws-sdk/client-ssm';
import { describe, expect, test } from 'vitest';
import { START } from '../../practice.ts';
import { refusal } from '../../sdk.ts';
import { standStill } from '../time.ts';
import { open } from './open-parameters.ts';

standStill();

describe('a parameter', () => {
  test('keeps its versions; a label moves from one to another', async () => {
    const { ssm } = open();
    const Name = '/app/host';
    await ssm.send(new PutParameterCommand({ Name, Value: 'a', Type: 'String' }));
    const second = await ssm.send(new PutParameterCommand({ Name, Value: 'b', Overwrite: true }));
    expect(second).toMatchObject({ Version: 2, Tier: 'Standard' });
    for (const ParameterVersion of [1, 2])
      await ssm.send(new LabelParameterVersionCommand({ Name, ParameterVersion, Labels: ['live'] }));
    const shown = async (name: string) =>
      (await ssm.send(new GetParameterCommand({ Name: name }))).Parameter?.Value;
    expect(await shown(Name)).toBe('b');
    expect(await shown(`${Name}:1`)).toBe('a');
    expect(await shown(`${Name}:live`)).toBe('b');
    const { Parameters = [] } = await ssm.send(new GetParameterHistoryCommand({ Name }));
    expect(Parameters.map(({ Version, Labels }) => [Version, Labels])).toEqual([
      [1, []],
      [2, ['live']],
    ]);
  });

  test('keeps one hundred versions, and no fewer while the oldest has a label', async () => {
    const { ssm } = open();
    const put = (Value: string) =>
      ssm.send(new PutParameterCommand({ Name: 'n', Value, Type: 'String', Overwrite: true }));
    for (let version = 1; version <= 101; version++) await put(String(version));
    await expect(ssm.send(new GetParameterCommand({ Name: 'n:1' }))).rejects.toThrow('version 1 of n');
    await ssm.send(new LabelParameterVersionCommand({ Name: 'n', ParameterVersion: 2, Labels: ['kept'] }));
    expect(await refusal(put('102'))).toMatchObject({
      code: 'ParameterMaxVersionLimitExceeded',
      status: 400,
    });
  });

  test('of a secure string is shown only with decryption', async () => {
    const { ssm } = open();
    await ssm.send(new PutParameterCommand({ Name: 'key', Value: 's3cret', Type: 'SecureString' }));
    const sealed = await ssm.send(new GetParameterCommand({ Name: 'key' }));
    expect(sealed.Parameter?.Value).not.toContain('s3cret');
    const opened = await ssm.send(new GetParameterCommand({ Name: 'key', WithDecryption: true }));
    expect(opened.Parameter?.Value).toBe('s3cret');
    const { Parameters: [metadata] = [] } = await ssm.send(new DescribeParametersCommand({}));
    expect(metadata).toMatchObject({ Type: 'SecureString', KeyId: 'alias/aws/ssm' });
  });

  test('ends at the instant of its policy, by the clock of the account', async () => {
    const { ssm, clock } = open();
    const Timestamp = new Date(START.getTime() + 3_600_000).toISOString();
    const Policies = JSON.stringify([{ Type: 'Expiration', Version: '1.0', Attributes: { Timestamp } }]);
    await ssm.send(
      new PutParameterCommand({ Name: 't', Value: 'x', Type: 'String', Tier: 'Advanced', Policies }),
    );
    clock.elapse(3_599_000);
    expect((await ssm.send(new GetParameterCommand({ Name: 't' }))).Parameter?.Value).toBe('x');
    clock.elapse(1_000);
    expect(await refusal(ssm.send(new GetParameterCommand({ Name: 't' })))).toMatchObject({
      code: 'ParameterNotFound',
      status: 400,
    });
  });
});

test('what is not simulated is refused before anything changes', async () => {
  const { ssm } = open();
  const base = { Name: 'k', Value: 'x', Type: 'SecureString' } as const;
  const put = (more: object) => refusal(ssm.send(new PutParameterCommand({ ...base, ...more })));
  const notification = [{ Type: 'NoChangeNotification', Version: '1.0', Attributes: {} }];
  for (const more of [
    { Type: 'String', DataType: 'aws:ec2:image' },
    { Tier: 'Advanced', Policies: JSON.stringify(notification) },
  ])
    expect(await put(more)).toMatchObject({ code: 'NotImplemented', status: 501 });
  expect((await ssm.send(new DescribeParametersCommand({}))).Parameters).toEqual([]);
});
