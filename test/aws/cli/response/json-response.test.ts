import { NormalizedSchema } from '@smithy/core/schema';
import { describe, expect, it } from 'vitest';
import { loadCliModel } from '../../../../src/aws/cli/model/index.ts';
import { parseBody, readJsonStructure } from '../../../../src/aws/cli/response/json-response.ts';
import { loadService, type ServiceId } from '../../../../src/aws/wire/models/index.ts';

async function read(id: ServiceId, operation: string, value: unknown) {
  const [service, model] = await Promise.all([loadService(id), loadCliModel(id)]);
  const schema = NormalizedSchema.of(service.operation(operation)?.[5] as never);
  return readJsonStructure(value, schema, { model, timestamp: (text) => `at ${text}` });
}

describe('readJsonStructure', () => {
  it('reads by the schema, leaves out null and what it does not know', async () => {
    expect(
      await read('kms', 'ListAliases', {
        Aliases: [{ AliasName: 'a', CreationDate: 1.5, New: 1 }],
        NextMarker: null,
      }),
    ).toEqual({ Aliases: [{ AliasName: 'a', CreationDate: 'at 1.5' }] });
  });

  it('reads maps, and keeps blobs as base64', async () => {
    expect(
      await read('dynamodb', 'GetItem', { Item: { a: { B: 'aGk=' }, b: { M: { c: { N: '1' } } } } }),
    ).toEqual({
      Item: { a: { B: 'aGk=' }, b: { M: { c: { N: '1' } } } },
    });
  });

  it.each([undefined, null, 'x'])('%j has no members', async (value) => {
    expect(await read('kms', 'ListAliases', value)).toEqual({});
  });
});

it.each([
  ['', {}],
  ['{"a": 1}', { a: 1 }],
  ['oops', { message: 'oops' }],
])('parseBody(%j)', (text, expected) => expect(parseBody(text)).toEqual(expected));
