import { NormalizedSchema } from '@smithy/core/schema';
import { describe, expect, test } from 'vitest';
import {
  createManualClock,
  createRandom,
  createSandbox,
  readAccount,
} from '../../../src/aws/sandbox/index.ts';
import { simulatedOperations } from '../../../src/aws/sandbox/services/index.ts';
import { loadService, type ServiceId } from '../../../src/aws/wire/models/index.ts';
import { type Call, calls, sign } from './calls.ts';
import { START } from './practice.ts';

/** One who may do everything, so that every handler is reached. */
const OWNER = `
id: '123456789012'
users:
  - name: owner
    accessKeys: 1
    policies:
      - { name: all, document: { Version: '2012-10-17', Statement: [{ Effect: Allow, Action: '*', Resource: '*' }] } }
buckets:
  - { name: example-bucket, region: ap-northeast-1, created: 2021-12-20T09:00:00Z }
`;
const JUNK = [
  '',
  '-1',
  '9'.repeat(20),
  'é日本 %',
  '{"Statement": null}',
  'arn:aws:iam::123456789012:user/u',
  '*',
];
const FORMS = ['', '.1', '.member.1', '.1.Value.1', '.member.1.Key'];

describe.each(['sts', 'iam', 'ec2'] as const)('%s: whatever its parameters say', (service) => {
  test('every operation answers, and never with a fault of ours', async () => {
    const bodies: string[] = [];
    for (const name of simulatedOperations(service))
      for (const form of FORMS)
        bodies.push(...(await Promise.all(JUNK.map((junk) => bodyOf(service, name, form, junk)))));
    expect(await faults(bodies.map((body) => ({ ...calls[service], body })))).toEqual([]);
  });
});

test.each(['GET', 'PUT', 'POST', 'DELETE', 'HEAD'])('s3: %s with junk in all of it', async (method) => {
  const paths = ['/', '/example-bucket', '/example-bucket/k', '/example-bucket/%00', '/none/k', '/UPPER/'];
  const targets = ['x', 'list-type=2', 'acl', 'uploads', 'uploadId=x&partNumber=1', 'delete', 'location'];
  const parameters = ['max-keys', 'continuation-token', 'delimiter', 'encoding-type', 'versionId', 'marker'];
  const queryOf = (junk: string) => parameters.map((name) => `${name}=${encodeURIComponent(junk)}`).join('&');
  const addresses = paths.flatMap((path) => targets.map((target) => `${path}?${target}`));
  const bodyFor = (junk: string) => (method === 'PUT' || method === 'POST' ? `<${junk}` : undefined);
  const all = addresses.flatMap((address) =>
    JUNK.map((junk) => ({ ...calls.s3, method, path: `${address}&${queryOf(junk)}`, body: bodyFor(junk) })),
  );
  expect(await faults(all)).toEqual([]);
});

/** Those that are answered with a fault of ours. 501 is none: it says that something is not simulated. */
async function faults(all: readonly Call[]): Promise<string[]> {
  const { account } = readAccount(OWNER, 'owner');
  if (!account) throw new Error('The account of the test cannot be read.');
  const clock = createManualClock(START);
  const sandbox = createSandbox({ account, clock, random: createRandom('test') });
  const [key] = sandbox.longTermKeys;
  if (!key) throw new Error('The account of the test has no key.');
  const found: string[] = [];
  for (const call of all) {
    const { status } = await sandbox.handle(await sign(call, key));
    if (status >= 500 && status !== 501) found.push(`${status} ${call.method} ${call.path} ${call.body}`);
  }
  return found;
}

/** Every parameter of an operation with the same junk in it. */
async function bodyOf(service: ServiceId, name: string, form: string, junk: string): Promise<string> {
  const { operation, apiVersion } = await loadService(service);
  const schema = NormalizedSchema.of(operation(name)?.[4] ?? 'unit');
  const members = schema.isStructSchema() ? [...schema.structIterator()].map(([member]) => member) : [];
  const parameters = members.map((member) => [`${member}${form}`, junk]);
  return new URLSearchParams([['Action', name], ['Version', apiVersion], ...parameters]).toString();
}
