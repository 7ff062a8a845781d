import { NormalizedSchema } from '@smithy/core/schema';
import { describe, expect, test } from 'vitest';
import { createManualClock, createRandom, createSandbox } from '../../../../src/aws/sandbox/index.ts';
import { defineOperation, unreadMembers } from '../../../../src/aws/sandbox/operation/index.ts';
import {
  findOperation,
  simulatedOperations,
  simulatedServices,
} from '../../../../src/aws/sandbox/services/index.ts';
import { loadService, serviceIds } from '../../../../src/aws/wire/models/index.ts';
import { calls, sign } from '../calls.ts';
import { practiceAccount, START } from '../practice.ts';

describe.each(serviceIds)('the operations of %s', (id) => {
  test.each(simulatedServices[id].resources.map((resource) => [resource.names[0] ?? '', resource] as const))(
    'of the resource with %s are those that its module has',
    async (_, { names, load }) => {
      const { default: operations } = await load();
      expect(Object.keys(operations).sort()).toEqual([...names].sort());
    },
  );

  test('are in the model, and in one resource each', async () => {
    const model = await loadService(id);
    const names = simulatedOperations(id);
    expect(names.filter((name) => !model.operationNames.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('nothing is accepted in silence:', () => {
  test('services whose operations do not declare yet what they read', () => {
    expect(serviceIds.filter((id) => simulatedServices[id].undeclared)).toEqual(['s3']);
  });

  const declared = serviceIds
    .filter((id) => !simulatedServices[id].undeclared)
    .flatMap((id) => simulatedOperations(id).map((name) => [id, name] as const));

  test.each(declared)('%s %s declares members of its model, and refuses all others', async (id, name) => {
    const { operation: schemaOf } = await loadService(id);
    const schema = NormalizedSchema.of(schemaOf(name)?.[4] ?? 'unit');
    const members = schema.isStructSchema() ? [...schema.structIterator()].map(([member]) => member) : [];
    const operation = await findOperation(id, name);
    const { constraints = {}, reads = [] } = operation ?? { access: 'none' };
    const read = [
      ...Object.keys(constraints),
      ...(reads as readonly string[]).map((path) => path.split('.')[0] ?? ''),
    ];
    expect(read.filter((member) => !members.includes(member))).toEqual([]);
    const all = Object.fromEntries(members.map((member) => [member, 'x']));
    const others = members.filter((member) => !read.includes(member));
    expect(operation && unreadMembers(all, operation).map((path) => path.split('.')[0])).toEqual(
      expect.arrayContaining(others),
    );
  });

  test('a parameter that is not read is refused in the words of the sandbox', async () => {
    const { account, clock } = { account: practiceAccount(), clock: createManualClock(START) };
    const sandbox = createSandbox({ account, clock, random: createRandom('x') });
    const [key] = sandbox.longTermKeys;
    if (!key) throw new Error('no key');
    const body = 'Action=GetSessionToken&Version=2011-06-15&MinimumSessionTokenSize=1024';
    const response = await sandbox.handle(await sign({ ...calls.sts, body }, key));
    expect(response.status).toBe(501);
    expect(await response.text()).toContain(
      'The Tejun sandbox does not simulate the parameter MinimumSessionTokenSize of sts:GetSessionToken yet.',
    );
  });

  test.each([
    [{ Name: 'a' }, []],
    [{ Name: 'a', Other: 1 }, ['Other']],
    [{ Config: { Type: 'x' } }, []],
    [{ Config: { Type: 'x', Size: 1 } }, ['Config.Size']],
    [{ Config: 'x' }, ['Config']],
    [{ Other: [], More: undefined }, []],
  ])('%j leaves %j unread', (input, unread) => {
    const operation = defineOperation<{ Name?: string; Config?: object }, object>({
      reads: ['Name', 'Config.Type'],
      access: 'none',
      handle: () => ({}),
    });
    expect(unreadMembers(input, operation)).toEqual(unread);
  });
});

test('what no resource names is not simulated', async () => {
  expect(await findOperation('sts', 'MakeCoffee')).toBeUndefined();
  expect(await findOperation('sts', 'toString')).toBeUndefined();
});

test('a fault of the sandbox is an internal error without a stack', async () => {
  const account = { ...practiceAccount(), vpcs: undefined as never };
  const sandbox = createSandbox({ account, clock: createManualClock(START), random: createRandom('x') });
  const [key] = sandbox.longTermKeys;
  if (!key) throw new Error('no key');
  const response = await sandbox.handle(await sign(calls.ec2, key));
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(text).toContain('<Code>InternalError</Code>');
  expect(text).not.toMatch(/TypeError|\.ts/);
});
