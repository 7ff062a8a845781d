import { readFileSync } from 'node:fs';
import { NormalizedSchema } from '@smithy/core/schema';
import { describe, expect, it } from 'vitest';
import type { CliFailure } from '../../../../src/aws/cli/failures.ts';
import { loadCliModel } from '../../../../src/aws/cli/model/index.ts';
import { formatJson } from '../../../../src/aws/cli/output/index.ts';
import {
  answerSkeleton,
  formatSkeleton,
  shapeOf,
  withFloats,
} from '../../../../src/aws/cli/parameters/index.ts';
import { loadService } from '../../../../src/aws/wire/models/index.ts';
import { sha256Hex } from '../../../../src/aws/wire/sigv4/index.ts';

/** Recorded by `npm run record -- skeletons` from the botocore of AWS CLI 2.9.19. */
const recorded = (service: string) =>
  readFileSync(`test/fixtures/aws/cli-skeletons/${service}.txt`, 'utf8').trim().split('\n');

/** Differences of the SDK's model from that of 2.9.19: PartNumberMarker was a number. */
const known: Readonly<Record<string, readonly string[]>> = {
  s3: ['GetObjectAttributes: input and output', 'ListParts: input and output'],
};

const hashed = (text: string) => sha256Hex(text).slice(0, 16);

describe.each(['sts', 'iam', 's3', 'ec2'] as const)('--generate-cli-skeleton of %s', (id) => {
  it('is that of 2.9.19 for every simulated operation, in and out', async () => {
    const [model, service] = await Promise.all([loadCliModel(id), loadService(id)]);
    const answer = (schema: unknown) => {
      const shape = shapeOf(NormalizedSchema.of(schema as never), model);
      try {
        return withFloats(formatJson(answerSkeleton(shape, { iso: true })));
      } catch (error) {
        return (error as CliFailure).message.trim();
      }
    };
    const simulated = model.simulated.split(' ');
    const wrong = recorded(id).flatMap((line) => {
      const [name = '', parameters, answered] = line.split(' ');
      const schema = service.operation(name);
      if (!schema || !simulated.includes(name)) return [];
      const given = formatSkeleton(shapeOf(NormalizedSchema.of(schema[4] as never), model));
      const differs = [
        ...(hashed(given) === parameters ? [] : ['input']),
        ...(hashed(answer(schema[5])) === answered ? [] : ['output']),
      ];
      return differs.length > 0 ? [`${name}: ${differs.join(' and ')}`] : [];
    });
    expect(wrong).toEqual((known[id] ?? []).filter((line) => simulated.includes(line.split(':')[0] ?? '')));
  });
});
