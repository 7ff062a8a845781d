import { afterEach, describe, expect, test } from 'vitest';
import { readAccount } from '../../../src/aws/sandbox/account/index.ts';
import { catalogues } from '../../../src/aws/sandbox/errors/index.ts';
import { createManualClock, createRandom } from '../../../src/aws/sandbox/index.ts';
import {
  type AccountEvent,
  defineOperation,
  type ServiceContext,
} from '../../../src/aws/sandbox/operation/index.ts';
import { runDue, runOperation } from '../../../src/aws/sandbox/run-operation.ts';
import { simulatedServices } from '../../../src/aws/sandbox/services/index.ts';
import { createState, type ServicePrincipal } from '../../../src/aws/sandbox/state/index.ts';

const ACCOUNT = `
id: '123456789012'
users:
  - name: alice
    accessKeys: 1
roles:
  - name: worker
    trust:
      Version: '2012-10-17'
      Statement: [{ Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: 'sts:AssumeRole' }]
    policies:
      - name: read
        document:
          Version: '2012-10-17'
          Statement: [{ Effect: Allow, Action: 'iam:List*', Resource: '*' }]
`;

const clock = createManualClock(new Date('2026-01-01T00:00:00Z'));
const random = createRandom('test');
const s3: ServicePrincipal = {
  kind: 'service',
  name: 's3.amazonaws.com',
  sourceArn: 'arn:aws:s3:::pictures',
};

function open() {
  const { account, problems } = readAccount(ACCOUNT, 'account.yaml');
  if (!account) throw new Error(JSON.stringify(problems));
  return { state: createState(account, random), clock, random };
}

/** Runs an operation made for the test as the owner of a key would, with what it does inside of it. */
async function runAs(account: ReturnType<typeof open>, work: (context: ServiceContext) => Promise<object>) {
  const [caller] = account.state.credentials.values();
  if (!caller) throw new Error('no key');
  const url = new URL('https://iam.amazonaws.com/');
  return runOperation({
    ...account,
    service: 'iam',
    name: 'Test',
    operation: defineOperation({ access: 'none', handle: (context) => work(context) }),
    input: {},
    caller,
    message: {
      method: 'POST',
      url,
      path: '/',
      headers: new Headers(),
      host: url.host,
      body: new Uint8Array(),
    },
    region: 'us-east-1',
    regional: false,
    errors: catalogues.query,
  });
}

const patched: (() => void)[] = [];
afterEach(() => {
  for (const undo of patched.splice(0)) undo();
});

/** Adds a hook to a service for one test. */
function hook(name: 'onEvent' | 'onTime', value: unknown) {
  Object.assign(simulatedServices.sts, { [name]: value });
  patched.push(() => Reflect.deleteProperty(simulatedServices.sts, name));
}

const event: AccountEvent = {
  source: 'aws.s3',
  detailType: 'Object Created',
  resources: ['arn:aws:s3:::pictures'],
  region: 'us-east-1',
  detail: {},
};

describe('a service that calls another', () => {
  test('as itself is refused where no resource-based policy lets it in', async () => {
    const account = open();
    const call = runAs(account, ({ call }) =>
      call({ service: 'iam', operation: 'ListUsers', input: {}, region: 'us-east-1', as: s3 }),
    );
    await expect(call).rejects.toMatchObject({
      code: 'AccessDenied',
      message:
        'User: s3.amazonaws.com is not authorized to perform: iam:ListUsers on resource: arn:aws:iam::123456789012:user/ because no resource-based policy allows the iam:ListUsers action',
    });
  });

  test('with a role has the permissions of the role', async () => {
    const account = open();
    const as = {
      kind: 'role',
      roleArn: 'arn:aws:iam::123456789012:role/worker',
      sessionName: 'work',
    } as const;
    const list = (service: string, operation: string) =>
      runAs(account, ({ call }) =>
        call({ service: 'iam', operation, input: {}, region: 'us-east-1', as: { ...as, service } }),
      );
    expect(await list('lambda.amazonaws.com', 'ListUsers')).toMatchObject({ Users: [{ UserName: 'alice' }] });
    await expect(list('lambda.amazonaws.com', 'GetAccountSummary')).rejects.toMatchObject({
      message: expect.stringContaining(
        'User: arn:aws:sts::123456789012:assumed-role/worker/work is not authorized',
      ),
    });
    await expect(list('ec2.amazonaws.com', 'ListUsers')).rejects.toMatchObject({ code: 'AccessDenied' });
  });

  test('for an operation that is not simulated reads that the sandbox lacks it', async () => {
    const call = runAs(open(), ({ call }) =>
      call({ service: 'sts', operation: 'MakeCoffee', input: {}, region: 'us-east-1', as: s3 }),
    );
    await expect(call).rejects.toMatchObject({
      status: 501,
      message: expect.stringContaining('Tejun sandbox'),
    });
  });
});

describe('events', () => {
  test('reach the other services once the operation has succeeded', async () => {
    const seen: string[] = [];
    hook('onEvent', ({ detailType }: AccountEvent) => seen.push(detailType));
    await runAs(open(), async ({ publish }) => {
      publish(event);
      expect(seen).toEqual([]);
      return {};
    });
    expect(seen).toEqual(['Object Created']);
    await runAs(open(), ({ publish }) => {
      publish(event);
      return Promise.reject(new Error('refused'));
    }).catch(() => {});
    expect(seen).toHaveLength(1);
  });

  test('whose delivery is refused do not fail the operation; a fault does', async () => {
    hook('onEvent', (_: AccountEvent, { call }: ServiceContext) =>
      call({ service: 'iam', operation: 'ListUsers', input: {}, region: 'us-east-1', as: s3 }),
    );
    const publishes = async ({ publish }: ServiceContext) => {
      publish(event);
      return { done: true };
    };
    expect(await runAs(open(), publishes)).toEqual({ done: true });
    hook('onEvent', () => Promise.reject(new TypeError('ours')));
    await expect(runAs(open(), publishes)).rejects.toThrow('ours');
  });
});

test('what has become due is done, and its events are delivered', async () => {
  const seen: string[] = [];
  hook('onTime', ({ publish, clock }: ServiceContext) => {
    if (clock.account().getUTCHours() > 0) publish(event);
  });
  hook('onEvent', ({ source }: AccountEvent) => seen.push(source));
  await runDue(open());
  expect(seen).toEqual([]);
  clock.elapse(3_600_000);
  await runDue(open());
  expect(seen).toEqual(['aws.s3']);
});
