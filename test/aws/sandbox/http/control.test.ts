import { expect, test } from 'vitest';
import { exchange, type Served, serve } from './served.ts';

const clock = ({ url, secret }: Served, init: RequestInit = {}): Promise<Response> =>
  fetch(`${url}/_tejun/clock`, { headers: { 'x-tejun-control': secret }, ...init });

test('the clock is told, and moves forward', async () => {
  const served = await serve();
  expect(await (await clock(served)).json()).toMatchObject({ aheadMs: 0 });
  const moved = await (await clock(served, { method: 'POST', body: '900000' })).json();
  expect(moved.aheadMs).toBe(900_000);
  expect(Date.parse(moved.account) - Date.now()).toBeGreaterThan(890_000);
  await clock(served, { method: 'POST', body: '1000' });
  expect(await (await clock(served)).json()).toMatchObject({ aheadMs: 901_000 });
});

test.each(['', '-1', '1.5', 'soon', '1e300', String(Number.MAX_SAFE_INTEGER)])(
  'an amount of %j is refused, and time stands',
  async (body) => {
    const served = await serve();
    expect((await clock(served, { method: 'POST', body })).status).toBe(400);
    expect(await (await clock(served)).json()).toMatchObject({ aheadMs: 0 });
  },
);

test('a page of another origin cannot move it', async () => {
  const served = await serve();
  // A browser sends this without asking: it has no header of one's own.
  const simple = await fetch(`${served.url}/_tejun/clock`, { method: 'POST', body: '900000' });
  expect(simple.status).toBe(403);
  const asked = await clock(served, { method: 'OPTIONS', headers: { origin: 'https://example.com' } });
  expect(asked.status).toBe(403);
  expect(asked.headers.get('access-control-allow-origin')).toBeNull();
});

test('there is no other control', async () => {
  const served = await serve();
  const response = await fetch(`${served.url}/_tejun/users`, {
    headers: { 'x-tejun-control': served.secret },
  });
  expect(response.status).toBe(404);
});

test.each(['', '1', 'another'])('the secret %j does not open it', async (secret) => {
  const served = await serve();
  expect((await clock({ ...served, secret }, { method: 'POST', body: '900000' })).status).toBe(403);
  expect(await (await clock(served)).json()).toMatchObject({ aheadMs: 0 });
});

test('a page whose name was made to lead here (DNS rebinding) reaches neither the clock nor a service', async () => {
  const served = await serve();
  const ask = (path: string): Promise<string> =>
    exchange(
      served.port,
      `GET ${path} HTTP/1.1\r\nHost: evil.example:${served.port}\r\nX-Tejun-Control: ${served.secret}\r\nConnection: close\r\n\r\n`,
    );
  expect(await ask('/_tejun/clock')).toMatch(/^HTTP\/1\.1 403 .*evil\.example:\d+ is none of AWS's hosts/s);
  expect(await ask('/')).toMatch(/^HTTP\/1\.1 403 /);
});

test.each([
  ['Origin: https://evil.example'],
  ['Origin: null'],
  ['Sec-Fetch-Site: cross-site'],
  ['Sec-Fetch-Site: same-site'],
])('a request of a foreign page (%s) is refused before its signature is read', async (header) => {
  const { port } = await serve();
  const answer = await exchange(
    port,
    `GET /?Action=ListUsers HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${header}\r\nConnection: close\r\n\r\n`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 403 .*pages of other sites may not ask it/s);
});

test('a page of the sandbox itself, and an address typed into a browser, are served', async () => {
  const { port } = await serve();
  for (const header of [
    `Origin: http://127.0.0.1:${port}`,
    'Sec-Fetch-Site: none',
    'Sec-Fetch-Site: same-origin',
  ]) {
    const request = `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${header}\r\nConnection: close\r\n\r\n`;
    expect(await exchange(port, request)).toMatch(/<Error><Code>AccessDenied<\/Code>/); // of S3, unsigned
  }
});
