import { type ChildProcess, spawn } from 'node:child_process';
import http from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { CreateVpnGatewayCommand, DescribeVpnGatewaysCommand, EC2Client } from '@aws-sdk/client-ec2';
import { GetObjectRetentionCommand, ListBucketsCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { signRequest } from '../../../../src/aws/wire/sigv4/index.ts';
import { isInstalled } from '../../../real-clients.ts';
import { type Served, serve } from './served.ts';

interface Emulator {
  readonly url: URL;
  readonly requests: { method?: string; path?: string; headers: http.IncomingHttpHeaders }[];
}

/** An emulator that notes what it is asked, and answers the same to everything. */
async function emulate(answer: (response: http.ServerResponse) => void): Promise<Emulator> {
  const requests: Emulator['requests'] = [];
  const server = http.createServer(({ method, url: path, headers }, response) => {
    requests.push({ method, path, headers });
    answer(response);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`), requests };
}

/** An operation that the sandbox lacks; `secret` signs it. */
function vpnGateways({ url, key }: Served, secretAccessKey = key.secretAccessKey): EC2Client {
  const credentials = { ...key, secretAccessKey };
  return new EC2Client({ endpoint: url, region: 'ap-northeast-1', maxAttempts: 1, credentials });
}

async function failure(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (reason) => reason,
  );
  return { name: error?.name, message: error?.message, status: error?.$metadata?.httpStatusCode };
}

const EMPTY =
  '<DescribeVpnGatewaysResponse><requestId>from-the-emulator</requestId><vpnGatewaySet/></DescribeVpnGatewaysResponse>';

test('what the sandbox lacks is forwarded as it came', async () => {
  const emulator = await emulate((response) => response.setHeader('x-emulator', 'yes').end(EMPTY));
  const served = await serve({ upstream: emulator.url });
  const { VpnGateways } = await vpnGateways(served).send(new DescribeVpnGatewaysCommand({}));
  expect(VpnGateways ?? []).toEqual([]);
  const [request] = emulator.requests;
  expect(request).toMatchObject({ method: 'POST', path: '/' });
  // Emulators find service, region and bucket by these.
  expect(request?.headers.host).toBe(new URL(served.url).host);
  expect(request?.headers.authorization).toContain('/ap-northeast-1/ec2/aws4_request');
});

test('the dots of a key are forwarded too', async () => {
  const emulator = await emulate((response) => response.end('<Retention/>'));
  const { url, key } = await serve({ upstream: emulator.url });
  const s3 = new S3Client({
    endpoint: url,
    region: 'ap-northeast-1',
    forcePathStyle: true,
    credentials: key,
  });
  const [bucket] = (await s3.send(new ListBucketsCommand({}))).Buckets ?? [];
  await s3.send(new GetObjectRetentionCommand({ Bucket: bucket?.Name, Key: 'a/../b/./c' }));
  expect(emulator.requests[0]?.path).toMatch(new RegExp(`^/${bucket?.Name}/a/\\.\\./b/\\./c\\?retention`));
});

test('what is not signed well never gets there', async () => {
  const emulator = await emulate((response) => response.end(EMPTY));
  const served = await serve({ upstream: emulator.url });
  const call = vpnGateways(served, 'wrong').send(new DescribeVpnGatewaysCommand({}));
  expect(await failure(call)).toMatchObject({ name: 'AuthFailure', status: 401 });
  expect(emulator.requests).toEqual([]);
});

test('a service that the sandbox does not know is forwarded too, once its signature holds', async () => {
  const emulator = await emulate((response) => response.end('{"StreamNames": []}'));
  const served = await serve({ upstream: emulator.url });
  const list = async (secretAccessKey: string) =>
    fetch(
      await signRequest(
        {
          method: 'POST',
          url: new URL(served.url),
          headers: {
            'x-amz-target': 'Kinesis_20131202.ListStreams',
            'content-type': 'application/x-amz-json-1.1',
          },
          body: '{}',
        },
        { ...served.key, secretAccessKey },
        { service: 'kinesis', region: 'eu-west-1', date: new Date() },
      ),
    );
  expect(await (await list(served.key.secretAccessKey)).json()).toEqual({ StreamNames: [] });
  expect((await list('wrong')).status).toBe(403);
  expect(emulator.requests).toHaveLength(1);
});

test("the emulator's own errors are passed on", async () => {
  const text = '<Response><Errors><Error><Code>Odd</Code><Message>odd</Message></Error></Errors></Response>';
  const emulator = await emulate((response) => response.writeHead(418).end(text));
  const served = await serve({ upstream: emulator.url });
  const call = vpnGateways(served).send(new DescribeVpnGatewaysCommand({}));
  expect(await failure(call)).toMatchObject({ name: 'Odd', status: 418 });
});

describe('an emulator that does not answer', () => {
  test('is named, with what to do', async () => {
    const served = await serve({ upstream: new URL('http://127.0.0.1:9') });
    const call = vpnGateways(served).send(new DescribeVpnGatewaysCommand({}));
    expect(await failure(call)).toEqual({
      name: 'BadGateway',
      status: 502,
      message:
        'The Tejun sandbox lacks this operation, and the emulator at http://127.0.0.1:9 that it forwards to does not answer (connect ECONNREFUSED 127.0.0.1:9). Start the emulator, or start the sandbox without --upstream.',
    });
  });

  test('is not waited for without end', async () => {
    const emulator = await emulate(() => undefined);
    const served = await serve({ upstream: emulator.url, limits: { upstreamMs: 200 } });
    const call = vpnGateways(served).send(new DescribeVpnGatewaysCommand({}));
    expect(await failure(call)).toMatchObject({ name: 'BadGateway', status: 502 });
  });

  test('in the middle of its answer is named too', async () => {
    const emulator = await emulate((response) => {
      response.writeHead(200, { 'content-length': 1000 }).write('<half');
      setTimeout(() => response.destroy(), 50);
    });
    const served = await serve({ upstream: emulator.url });
    const call = vpnGateways(served).send(new DescribeVpnGatewaysCommand({}));
    expect(await failure(call)).toMatchObject({ name: 'BadGateway', status: 502 });
  });
});

describe.skipIf(!isInstalled('moto_server'))("with moto_server (missing? pip install 'moto[server]')", () => {
  test('a key pair is made by moto, and the session that asks is ours', async () => {
    const moto = await startMoto();
    const ec2 = vpnGateways(await serve({ upstream: moto }));
    await ec2.send(new CreateVpnGatewayCommand({ Type: 'ipsec.1' }));
    const { VpnGateways } = await ec2.send(new DescribeVpnGatewaysCommand({}));
    expect(VpnGateways?.map(({ Type }) => Type)).toEqual(['ipsec.1']);
  });
});

async function startMoto(): Promise<URL> {
  const url = new URL(`http://127.0.0.1:${await freePort()}`);
  const moto: ChildProcess = spawn('moto_server', ['-H', '127.0.0.1', '-p', url.port], { stdio: 'ignore' });
  onTestFinished(() => void moto.kill());
  for (let i = 0; i < 300; i++) {
    if (await fetch(url).then(Boolean, () => false)) return url;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('moto_server did not start.');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
