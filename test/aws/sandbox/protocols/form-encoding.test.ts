import type { StaticOperationSchema } from '@smithy/types';
import { describe, expect, test } from 'vitest';
import { ServiceError } from '../../../../src/aws/sandbox/errors/index.ts';
import { serverProtocols } from '../../../../src/aws/sandbox/protocols/index.ts';
import { toMessage } from '../../../../src/aws/wire/message/index.ts';
import { loadService, type ServiceId } from '../../../../src/aws/wire/models/index.ts';

/** A form as other clients may write it. */
async function read(service: ServiceId, operation: string, form: string, query = '') {
  const model = await loadService(service);
  const message = toMessage({ method: 'POST', url: new URL(`https://x/${query}`), headers: {}, body: form });
  return serverProtocols[model.protocol].readInput(
    message,
    model.operation(operation) as StaticOperationSchema,
  );
}

describe('a form', () => {
  test('gives lists in the order of their numbers, not of their place, and bridges gaps', async () => {
    expect(await read('ec2', 'DescribeVpcs', 'VpcId.10=c&VpcId.2=b&VpcId.1=a')).toEqual({
      VpcIds: ['a', 'b', 'c'],
    });
    expect(await read('ec2', 'DescribeVpcs', 'Filter.2.Name=y&Filter.1.Value.3=1&Filter.1.Name=x')).toEqual({
      Filters: [{ Name: 'x', Values: ['1'] }, { Name: 'y' }],
    });
  });

  test('has lists of its dialect only', async () => {
    const tags = [{ Key: 'k', Value: 'v' }];
    expect(await read('iam', 'CreateUser', 'Tags.member.1.Key=k&Tags.member.1.Value=v')).toEqual({
      Tags: tags,
    });
    expect(await read('iam', 'CreateUser', 'Tags.1.Key=k')).toEqual({ Tags: [] });
  });

  test('is read from the URL too, which comes first', async () => {
    expect(await read('iam', 'ListUsers', 'MaxItems=2', '?MaxItems=1&PathPrefix=%2Fa+b%2F')).toEqual({
      MaxItems: 1,
      PathPrefix: '/a b/',
    });
  });

  test('may hold what no schema knows', async () => {
    expect(await read('iam', 'ListUsers', '__proto__.polluted=1&constructor=2&a.b.c=3&=&&Marker=m')).toEqual({
      Marker: 'm',
    });
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  test.each<[ServiceId, string, string, string]>([
    ['sts', 'GetSessionToken', 'DurationSeconds=1e3', 'MalformedInput'],
    ['sts', 'GetSessionToken', 'DurationSeconds=', 'MalformedInput'],
    ['ec2', 'DescribeVpcs', 'DryRun=yes', 'InvalidParameterValue'],
    ['ec2', 'RequestSpotInstances', 'ValidFrom=tomorrow', 'InvalidParameterValue'],
  ])('%s %s refuses %s', async (service, operation, form, code) => {
    const reading = read(service, operation, form);
    await expect(reading).rejects.toBeInstanceOf(ServiceError);
    await expect(reading).rejects.toMatchObject({ code, status: 400 });
  });
});
