import { NormalizedSchema } from '@smithy/core/schema';
import { describe, expect, it } from 'vitest';
import { kebabName } from '../../../src/aws/cli/commands/names.ts';
import { loadFacts } from '../../../src/aws/cli/model/index.ts';
import { loadService, type ServiceId } from '../../../src/aws/wire/models/index.ts';
import { generateFacts } from './generate-facts.ts';

// With AWS_CLI_RECORD=1 the facts are made anew from the AWS CLI that is installed; git shows what changed.
if (process.env.AWS_CLI_RECORD) await generateFacts();

/** Commands of the CLI that are no operations, or whose operation the SDK has dropped. */
const beside: Readonly<Record<ServiceId, readonly string[]>> = {
  sts: ['help'],
  iam: ['wizard', 'wait', 'help'],
  s3: [
    ...['get-bucket-lifecycle', 'get-bucket-notification', 'put-bucket-lifecycle', 'put-bucket-notification'],
    ...['wait', 'help'],
  ],
  ec2: ['wait', 'help'],
};

describe.each(['sts', 'iam', 's3', 'ec2'] as const)('facts about %s', (id) => {
  it('lists commands that the SDK has by the same names', async () => {
    const [facts, service] = await Promise.all([loadFacts(id), loadService(id)]);
    const known = new Set(service.operationNames.map(kebabName));
    expect(facts.operations.split(' ').filter((name) => !known.has(name))).toEqual(beside[id]);
  });

  it('names only parameters that the listings have', async () => {
    const [facts, service] = await Promise.all([loadFacts(id), loadService(id)]);
    for (const [name, paginator] of Object.entries(facts.paginators)) {
      const input = NormalizedSchema.of(service.operation(name)?.[4] as never);
      const members = [...input.structIterator()].map(([member]) => member);
      const named = [...paginator.input, ...(paginator.limit ? [paginator.limit] : [])];
      expect(members, name).toEqual(expect.arrayContaining(named));
      expect(paginator.input.length, name).toBe(paginator.output.length);
    }
  });
});
