import { NormalizedSchema } from '@smithy/core/schema';
import { expect, test } from 'vitest';
import { awsQuery, ec2Query, formTree, readForm } from '../../../../src/aws/sandbox/protocols/form-reader.ts';
import { loadService, type ServiceId } from '../../../../src/aws/wire/models/index.ts';

async function read(service: ServiceId, operation: string, form: string) {
  const model = await loadService(service);
  const schema = NormalizedSchema.of(model.operation(operation)?.[4] ?? 'unit');
  const dialect = service === 'ec2' ? ec2Query : awsQuery;
  return readForm(schema, formTree(new URLSearchParams(form)), dialect);
}

test.each([
  ['a text', 'iam', 'CreateUser', 'UserName=ann', { UserName: 'ann' }],
  ['a number', 'iam', 'ListUsers', 'MaxItems=5', { MaxItems: 5 }],
  [
    'a list of members, in the order of their numbers',
    'iam',
    'TagUser',
    'Tags.member.10.Key=b&Tags.member.2.Key=a&Tags.member.2.Value=x',
    { Tags: [{ Key: 'a', Value: 'x' }, { Key: 'b' }] },
  ],
  [
    "EC2's flat lists, under the names of the wire",
    'ec2',
    'DescribeVpcs',
    'VpcId.1=vpc-1&Filter.1.Name=state&Filter.1.Value.1=available',
    { VpcIds: ['vpc-1'], Filters: [{ Name: 'state', Values: ['available'] }] },
  ],
  ['a boolean', 'ec2', 'DescribeVpcs', 'DryRun=true', { DryRun: true }],
  ['the first of two', 'iam', 'CreateUser', 'UserName=a&UserName=b', { UserName: 'a' }],
  ['nothing that the schema lacks', 'iam', 'CreateUser', 'Other=a&__proto__=b', {}],
  ['no list without numbers', 'iam', 'TagUser', 'Tags.member.x.Key=a', { Tags: [] }],
] as const)('a form gives %s', async (_, service, operation, form, input) => {
  expect(await read(service, operation, form)).toEqual(input);
});

test.each([
  ['iam', 'ListUsers', 'MaxItems=many', 'MaxItems is not a number'],
  ['ec2', 'DescribeVpcs', 'DryRun=yes', 'DryRun is not a boolean'],
] as const)('%s %s refuses %s', async (service, operation, form, message) => {
  await expect(read(service, operation, form)).rejects.toThrow(message);
});
