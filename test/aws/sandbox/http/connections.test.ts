import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { exchange, serve, signedBytes } from './served.ts';

const MOST = 3;

/** Opens a connection and waits until it is there. */
async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return socket;
}

const TUNNEL = 'CONNECT sts.amazonaws.com:443 HTTP/1.1\r\nHost: sts.amazonaws.com:443\r\n\r\n';

async function openTunnel(port: number): Promise<Socket> {
  const socket = await open(port);
  socket.write(TUNNEL);
  await once(socket, 'data');
  return socket;
}

/** An answer, or nothing from a server that closes at once. */
const tryOnce = (port: number, bytes: string): Promise<string> => exchange(port, bytes).catch(() => '');

test.each([
  ['silent ones', open],
  ['tunnels', openTunnel],
])(
  'a connection above the limit is closed at once, and there is room again after one of %s',
  async (_, begin) => {
    const served = await serve({ limits: { connections: MOST, headersMs: 3_000 } });
    const good = await signedBytes(served, { connection: 'close' });
    const held: Socket[] = [];
    for (let count = 0; count < MOST; count += 1) held.push(await begin(served.port));
    expect(await tryOnce(served.port, good)).toBe('');
    held[0]?.destroy();
    // A tunnel without TLS is noticed when its time is over.
    await expect.poll(() => tryOnce(served.port, good), { timeout: 10_000 }).toMatch(/^HTTP\/1\.1 200 /);
  },
);

test.each([
  ['says nothing', open],
  ['begins no TLS in its tunnel', openTunnel],
])('a connection that %s is closed after a while, and does not keep others out', async (_, begin) => {
  const served = await serve({ limits: { connections: 1, headersMs: 300, requestMs: 300 } });
  const socket = await begin(served.port);
  await text(socket).catch(() => undefined);
  const good = await signedBytes(served, { connection: 'close' });
  await expect.poll(() => tryOnce(served.port, good)).toMatch(/^HTTP\/1\.1 200 /);
});
