import { NormalizedSchema } from '@smithy/core/schema';
import { describe, expect, it } from 'vitest';
import { loadCliModel } from '../../../../src/aws/cli/model/index.ts';
import { orderedMembers, shapeOf } from '../../../../src/aws/cli/parameters/index.ts';
import { loadService, type ServiceId } from '../../../../src/aws/wire/models/index.ts';

async function inputOf(id: ServiceId, operation: string) {
  const [service, model] = await Promise.all([loadService(id), loadCliModel(id)]);
  const schema = NormalizedSchema.of(service.operation(operation)?.[4] as never);
  return { schema, model, shape: shapeOf(schema, model) };
}

describe('shapeOf', () => {
  it("has what only the CLI's model knows: the order, least values, what is required", async () => {
    const { shape } = await inputOf('iam', 'CreateUser');
    const members = shape.members();
    expect(members.map(({ name }) => name)).toEqual(['Path', 'UserName', 'PermissionsBoundary', 'Tags']);
    expect(members.find(({ name }) => name === 'UserName')).toMatchObject({
      required: true,
      shape: { least: 1 },
    });
    expect(members.find(({ name }) => name === 'Path')?.required).toBe(false);
  });

  it('asks for no token that the CLI makes itself', async () => {
    const { shape } = await inputOf('cloudformation', 'CreateStackSet');
    expect(
      shape
        .members()
        .filter(({ required }) => required)
        .map(({ name }) => name),
    ).toEqual(['StackSetName']);
  });

  it('tells streams from other blobs', async () => {
    const body = (await inputOf('s3', 'PutObject')).shape.members().find(({ name }) => name === 'Body');
    expect(body?.shape).toMatchObject({ kind: 'blob', streaming: true });
  });

  it('follows lists and structures', async () => {
    const tags = (await inputOf('iam', 'CreateUser')).shape.members().at(-1)?.shape;
    expect(tags?.kind).toBe('list');
    expect(
      tags
        ?.item()
        .members()
        .map(({ name }) => name),
    ).toEqual(['Key', 'Value']);
  });
});

it('orderedMembers puts members that 2.9.19 does not know last', async () => {
  const { schema, model } = await inputOf('s3', 'PutObject');
  const names = orderedMembers(schema, model).map(([name]) => name);
  const known = model.memberOrder.PutObjectRequest?.split(' ') ?? [];
  expect(names.slice(0, known.length)).toEqual(known);
  expect(names.length).toBe([...schema.structIterator()].length);
  expect(names.length).toBeGreaterThan(known.length);
});
