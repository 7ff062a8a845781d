import { describe, expect, test } from 'vitest';
import { createManualClock, createRandom, createSandbox } from '../../../src/aws/sandbox/index.ts';
import { findOperation, services, simulatedOperations } from '../../../src/aws/sandbox/services/index.ts';
import { loadService, serviceIds } from '../../../src/aws/wire/models/index.ts';
import { calls, sign } from './calls.ts';
import { practiceAccount, START } from './practice.ts';

describe.each(serviceIds)('the operations of %s', (id) => {
  test.each(services[id].resources.map((resource) => [resource.names[0] ?? '', resource] as const))(
    'of the resource with %s are those that its module has',
    async (_, { names, load }) => {
      const { operations } = await load();
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
