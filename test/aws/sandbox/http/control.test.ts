import { expect, test } from 'vitest';
import { serve } from './served.ts';

const clock = (url: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${url}/_tejun/clock`, { headers: { 'x-tejun-control': '1' }, ...init });

test('the clock is told, and moves forward', async () => {
  const { url } = await serve();
  expect(await (await clock(url)).json()).toMatchObject({ aheadMs: 0 });
  const moved = await (await clock(url, { method: 'POST', body: '900000' })).json();
  expect(moved.aheadMs).toBe(900_000);
  expect(Date.parse(moved.account) - Date.now()).toBeGreaterThan(890_000);
  await clock(url, { method: 'POST', body: '1000' });
  expect(await (await clock(url)).json()).toMatchObject({ aheadMs: 901_000 });
});

test.each(['', '-1', '1.5', 'soon', '1e300', String(Number.MAX_SAFE_INTEGER)])(
  'an amount of %j is refused, and time stands',
  async (body) => {
    const { url } = await serve();
    expect((await clock(url, { method: 'POST', body })).status).toBe(400);
    expect(await (await clock(url)).json()).toMatchObject({ aheadMs: 0 });
  },
);

test('a page of another origin cannot move it', async () => {
  const { url } = await serve();
  // What a browser sends without asking: no header of one's own.
  const simple = await fetch(`${url}/_tejun/clock`, { method: 'POST', body: '900000' });
  expect(simple.status).toBe(403);
  const asked = await clock(url, { method: 'OPTIONS', headers: { origin: 'https://example.com' } });
  expect(asked.status).toBe(403);
  expect(asked.headers.get('access-control-allow-origin')).toBeNull();
});

test('there is no other control', async () => {
  const { url } = await serve();
  const response = await fetch(`${url}/_tejun/users`, { headers: { 'x-tejun-control': '1' } });
  expect(response.status).toBe(404);
});
