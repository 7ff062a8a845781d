import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createManualClock, createRandom, createSandbox } from '../../../src/aws/sandbox/index.ts';
import { kebabCase, loadOperation } from '../../../src/aws/sandbox/operation/index.ts';
import { services } from '../../../src/aws/sandbox/services/index.ts';
import { loadService, type ServiceId } from '../../../src/aws/wire/models/index.ts';
import { calls, sign } from './calls.ts';
import { practiceAccount, START } from './practice.ts';

describe('operations are found by their file', () => {
  test.each(Object.keys(services) as ServiceId[])(
    'each file of %s is an operation of its model',
    async (id) => {
      const model = await loadService(id);
      const files = readdirSync(`src/aws/sandbox/services/${id}/operations`);
      expect(files.length).toBeGreaterThan(0);
      for (const file of files) {
        const operation = await services[id].load(file.replace('.ts', ''));
        expect(model.operationNames).toContain(operation?.name);
        expect(`${kebabCase(operation?.name ?? '')}.ts`).toBe(file);
      }
    },
  );

  test('a file that is not there is no operation, a file that fails is a fault', async () => {
    expect(await services.sts.load('make-coffee')).toBeUndefined();
    const broken = Promise.reject(new SyntaxError('Unexpected token'));
    await expect(loadOperation('make-coffee', broken)).rejects.toThrow('Unexpected token');
    const other = Promise.reject(new Error("Cannot find module '/x/another.ts'"));
    await expect(loadOperation('make-coffee', other)).rejects.toThrow('another.ts');
  });

  test.each([
    ['GetSessionToken', 'get-session-token'],
    ['DescribeVpcs', 'describe-vpcs'],
    ['ListMFADevices', 'list-mfa-devices'],
    ['ListObjectsV2', 'list-objects-v2'],
    ['CreateSAMLProvider', 'create-saml-provider'],
  ])('%s is in %s.ts', (name, file) => {
    expect(kebabCase(name)).toBe(file);
  });
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
