import { expect, test } from 'vitest';
import { createBodyBudget } from '../../../../src/aws/sandbox/http/limits.ts';
import { exchange, serve } from './served.ts';

test('bytes are taken while there is room, and given back', () => {
  const budget = createBodyBudget(10);
  expect(budget.take(6)).toBe(true);
  expect(budget.take(5)).toBe(false);
  expect(budget.take(4)).toBe(true);
  budget.giveBack(6);
  expect(budget.take(6)).toBe(true);
});

const upload = (port: number, key: string, bytes: number, length = bytes): string =>
  `PUT /bucket/key?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${key}%2F20260105%2Fus-east-1%2Fs3%2Faws4_request` +
  `&X-Amz-Date=20260105T000000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=${'0'.repeat(64)} HTTP/1.1\r\n` +
  `Host: 127.0.0.1:${port}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${'x'.repeat(bytes)}`;

test('a claimed key that the account does not know gets no large body read', async () => {
  const served = await serve({ limits: { anonymousBytes: 1_000 } });
  const { port, key } = served;
  expect(await exchange(port, upload(port, 'AKIAEXAMPLEUNKNOWN00', 5_000))).toMatch(/EntityTooLarge/);
  expect(await exchange(port, upload(port, key.accessKeyId, 5_000))).not.toMatch(/EntityTooLarge/);
});

test('bodies of all connections share one budget, and what is answered is given back', async () => {
  const { port, key } = await serve({ limits: { allBodiesBytes: 1_000 } });
  const [half, rest] = [600, 500].map((bytes) => upload(port, key.accessKeyId, bytes, 700));
  const waiting = exchange(port, half ?? '');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await exchange(port, rest ?? '')).toMatch(/^HTTP\/1\.1 503 .*exceed what it keeps in memory/s);
  void waiting;
  for (let i = 0; i < 3; i++)
    expect(await exchange(port, upload(port, key.accessKeyId, 300))).toMatch(/^HTTP\/1\.1 403 /);
});
