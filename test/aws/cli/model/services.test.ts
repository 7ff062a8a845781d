import { NormalizedSchema } from '@smithy/core/schema';
import { describe, expect, it } from 'vitest';
import { kebabName } from '../../../../src/aws/cli/commands/arguments.ts';
import { loadCliModel } from '../../../../src/aws/cli/model/index.ts';
import { loadService, type ServiceId, serviceIds } from '../../../../src/aws/wire/models/index.ts';

/** Commands of the CLI that are no operations, or whose operation the SDK has dropped. */
const beside: Readonly<Record<ServiceId, readonly string[]>> = {
  sts: ['help'],
  iam: ['wizard', 'wait', 'help'],
  s3: [
    ...['get-bucket-lifecycle', 'get-bucket-notification', 'put-bucket-lifecycle', 'put-bucket-notification'],
    ...['wait', 'help'],
  ],
  ec2: ['wait', 'help'],
  sqs: ['help'],
  sns: ['help'],
  ssm: ['wait', 'help'],
  secretsmanager: ['help'],
  dynamodb: ['wizard', 'wait', 'help'],
  dynamodbstreams: ['help'],
  kms: ['help'],
  cloudwatch: ['wait', 'help'],
  logs: ['tail', 'help'],
  events: ['wizard', 'help'],
  scheduler: ['help'],
  lambda: ['wizard', 'wait', 'help'],
  cloudformation: ['package', 'deploy', 'wait', 'help'],
};

describe.each(serviceIds)('model about %s', (id) => {
  it('lists commands that the SDK has by the same names', async () => {
    const [model, service] = await Promise.all([loadCliModel(id), loadService(id)]);
    const known = new Set(service.operationNames.map(kebabName));
    expect(model.commands.split(' ').filter((name) => !known.has(name))).toEqual(beside[id]);
  });

  it('names only parameters that the listings have', async () => {
    const [model, service] = await Promise.all([loadCliModel(id), loadService(id)]);
    for (const [name, paginator] of Object.entries(model.pagination)) {
      const input = NormalizedSchema.of(service.operation(name)?.[4] as never);
      const members = [...input.structIterator()].map(([member]) => member);
      const named = [...paginator.inputToken, ...(paginator.limitKey ? [paginator.limitKey] : [])];
      expect(members, name).toEqual(expect.arrayContaining(named));
      expect(paginator.inputToken.length, name).toBe(paginator.outputToken.length);
    }
  });
});
