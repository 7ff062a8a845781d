import { Sha256 } from '@aws-crypto/sha256-js';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { type HttpRequest, HttpResponse } from '@smithy/protocol-http';
import { type Clock, createRandom, createSandbox, readAccount } from '../src/aws/sandbox/index.ts';
import { signRequest } from '../src/aws/wire/sigv4/index.ts';

const ACCOUNT = "id: '123456789012'\nusers:\n  - { name: reader, accessKeys: 1 }\n";
const BODY = 'Action=GetCallerIdentity&Version=2011-06-15';

/** Times of a measure, in milliseconds a call. */
export interface CallTimes {
  readonly median: number;
  readonly p90: number;
  readonly calls: number;
}

/** The SDK signs with the machine's time, and so does the sandbox's clock here. */
const clock: Clock = { wall: () => new Date(), account: () => new Date(), elapsedSince: () => 0 };

/** Signing a GetCallerIdentity and having it verified and answered in process, response text included. */
export async function measureSandboxCall(calls = 1000): Promise<CallTimes> {
  const { sandbox, key } = open();
  const url = new URL('https://sts.ap-northeast-1.amazonaws.com/');
  const headers = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
  return measure(calls, async () => {
    const scope = { service: 'sts', region: 'ap-northeast-1', date: clock.wall() };
    const request = await signRequest({ method: 'POST', url, headers, body: BODY }, key, scope);
    const response = await sandbox.handle(request);
    expectArn(await response.text());
  });
}

/** The same call through @aws-sdk/client-sts, with the sandbox as its request handler. */
export async function measureSdkCall(calls = 1000): Promise<CallTimes> {
  const { sandbox, key } = open();
  const requestHandler = {
    metadata: { handlerProtocol: 'http/1.1' },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
    destroy() {},
    async handle({ hostname, path, method, headers: sent, body: text }: HttpRequest) {
      const request = new Request(`https://${hostname}${path}`, { method, headers: sent, body: text });
      const { status, headers, body } = await sandbox.handle(request);
      return {
        response: new HttpResponse({ statusCode: status, headers: Object.fromEntries(headers), body }),
      };
    },
  };
  const client = new STSClient({
    region: 'ap-northeast-1',
    credentials: key,
    requestHandler,
    sha256: Sha256,
    maxAttempts: 1,
  });
  return measure(calls, async () => expectArn((await client.send(new GetCallerIdentityCommand({}))).Arn));
}

function open() {
  const { account } = readAccount(ACCOUNT, 'bench');
  if (!account) throw new Error('The account of the bench cannot be read.');
  const sandbox = createSandbox({ account, clock, random: createRandom('bench') });
  const [key] = sandbox.longTermKeys;
  if (!key) throw new Error('The account of the bench has no key.');
  return { sandbox, key: { accessKeyId: key.accessKeyId, secretAccessKey: key.secretAccessKey } };
}

/** The first tenth warms up and is not counted. */
async function measure(calls: number, call: () => Promise<void>): Promise<CallTimes> {
  for (let i = 0; i < calls / 10; i++) await call();
  const times: number[] = [];
  for (let i = 0; i < calls; i++) {
    const start = performance.now();
    await call();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { median: at(0.5), p90: at(0.9), calls };
}

function expectArn(text: string | undefined): void {
  if (!text?.includes('user/reader')) throw new Error(`The call failed: ${text}`);
}
