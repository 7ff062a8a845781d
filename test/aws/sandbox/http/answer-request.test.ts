import { connect } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exchange, type Served, serve, signedBytes, signedCall } from './served.ts';

const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? Number.NaN);

/** Whatever was sent before, the next good request is answered, and nothing said what our code looks like. */
async function expectUnharmed(served: Served, answer: string): Promise<void> {
  expect(answer).not.toMatch(/\.(ts|js|mjs):\d+|node:internal|\bat [A-Za-z]+ \(/);
  const response = await fetch(await signedCall(served));
  expect(response.status).toBe(200);
}

describe('what is no HTTP', () => {
  const cases: Record<string, string | Uint8Array> = {
    'a line of words': 'hello there\r\n\r\n',
    'binary noise': Uint8Array.from({ length: 4096 }, (_, i) => (i * 197) % 256),
    'TLS without CONNECT': Uint8Array.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3]),
    'no host': 'GET / HTTP/1.1\r\n\r\n',
    'a host that is none': 'GET / HTTP/1.1\r\nHost: a b<c>\r\nConnection: close\r\n\r\n',
    'a path that is none': 'GET nowhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'a header without a colon': 'GET / HTTP/1.1\r\nHost: x\r\nbroken\r\n\r\n',
    'two lengths': 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc',
    'a length and chunks':
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n',
    'a chunk size that is none':
      'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n',
    'a body that ends too early': 'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nabc',
  };
  test.each(Object.entries(cases))('%s: 400', async (_name, bytes) => {
    const served = await serve();
    const answer = await exchange(served.port, bytes, { end: true });
    expect(statusOf(answer)).toBe(400);
    expect(answer).toContain('Tejun sandbox:');
    await expectUnharmed(served, answer);
  });

  test('headers without end: 431', async () => {
    const served = await serve();
    const answer = await exchange(
      served.port,
      `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(40_000)}\r\n\r\n`,
    );
    expect(statusOf(answer)).toBe(431);
    await expectUnharmed(served, answer);
  });

  test.each([
    'GET / HTTP/1.1\r\nHost: x\r\n',
    'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\nabc',
  ])('a request that never ends is cut off: %j', async (bytes) => {
    const served = await serve({ limits: { headersMs: 300, requestMs: 300 } });
    const answer = await exchange(served.port, bytes);
    expect(statusOf(answer)).toBe(408);
    await expectUnharmed(served, answer);
  });
});

describe('what is HTTP and no request of AWS', () => {
  const paths = [
    '/',
    '//',
    '/%',
    '/%ff%fe',
    '/a/../../b',
    '/?Action=%00',
    '/?X-Amz-Algorithm=x',
    '/\\',
    '/*',
  ];
  const methods = ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'HEAD'];
  test.each(methods)('%s with odd paths and bodies: an error of AWS, never a 500', async (method) => {
    const served = await serve();
    for (const path of paths) {
      const body = method === 'TRACE' ? '' : 'odd';
      const answer = await exchange(
        served.port,
        `${method} ${path} HTTP/1.1\r\nHost: s3.amazonaws.com\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
      );
      expect([400, 403, 405, 501], `${method} ${path}: ${answer}`).toContain(statusOf(answer));
      await expectUnharmed(served, answer);
    }
  });

  test('HEAD is answered without a body', async () => {
    const { port } = await serve();
    const answer = await exchange(
      port,
      'HEAD / HTTP/1.1\r\nHost: s3.amazonaws.com\r\nConnection: close\r\n\r\n',
    );
    expect(statusOf(answer)).toBe(405);
    expect(answer.split('\r\n\r\n')[1]).toBe('');
  });

  test('an expectation that is none: 417', async () => {
    const { port } = await serve();
    const answer = await exchange(
      port,
      'POST / HTTP/1.1\r\nHost: x\r\nExpect: a miracle\r\nConnection: close\r\n\r\n',
    );
    expect(statusOf(answer)).toBe(417);
  });

  test('a body of the wrong content type', async () => {
    const served = await serve();
    const request = await signedCall(
      served,
      { 'content-type': 'application/json' },
      '{"Action": "GetCallerIdentity"}',
    );
    const response = await fetch(request);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('<Code>MissingAction</Code>');
  });
});

describe('bodies', () => {
  const limits = { formBytes: 1_000, objectBytes: 100_000, anonymousBytes: 100_000 };
  const head = (host: string, more: string) => `PUT /b/k HTTP/1.1\r\nHost: ${host}\r\n${more}\r\n\r\n`;

  test.each([
    ['s3.amazonaws.com', 400, 'EntityTooLarge', 100_001],
    ['sts.amazonaws.com', 413, 'RequestEntityTooLarge', 1_001],
  ])('%s: too large, by its stated length', async (host, status, code, size) => {
    const served = await serve({ limits });
    const bytes = `${head(host, `Content-Length: ${size}`)}${'a'.repeat(size)}`;
    const answer = await exchange(served.port, bytes);
    expect(statusOf(answer)).toBe(status);
    expect(answer).toContain(`<Code>${code}</Code>`);
    await expectUnharmed(served, answer);
  });

  test('too large, in chunks', async () => {
    const served = await serve({ limits });
    const chunk = `${(2_000).toString(16)}\r\n${'a'.repeat(2_000)}\r\n`;
    const bytes = `${head('sts.amazonaws.com', 'Transfer-Encoding: chunked')}${chunk.repeat(50)}0\r\n\r\n`;
    const answer = await exchange(served.port, bytes);
    expect(statusOf(answer)).toBe(413);
    await expectUnharmed(served, answer);
  });

  test('a client that asks first is refused before it sends', async () => {
    const { port } = await serve({ limits });
    const answer = await exchange(
      port,
      head('s3.amazonaws.com', 'Expect: 100-continue\r\nContent-Length: 100001'),
    );
    expect(answer).not.toContain('100 Continue');
    expect(answer).toContain('<Code>EntityTooLarge</Code>');
  });

  test('a client that asks first, is told to go on, and is answered', async () => {
    const served = await serve();
    const [headers = '', body = ''] = (await signedBytes(served, { connection: 'close' })).split('\r\n\r\n');
    const socket = connect(served.port, '127.0.0.1').setEncoding('utf8');
    let answer = '';
    socket.on('data', (text) => {
      if (text.includes('100 Continue')) socket.write(body);
      answer += text;
    });
    socket.write(`${headers}\r\nexpect: 100-continue\r\n\r\n`);
    await new Promise((resolve) => socket.once('close', resolve));
    expect(answer).toContain('HTTP/1.1 200 OK');
  });

  test('in chunks, and one connection for several requests', async () => {
    const served = await serve();
    const [headers = '', body = ''] = (await signedBytes(served)).split('\r\n\r\n');
    const chunked = headers.replace(/content-length: \d+/, 'transfer-encoding: chunked');
    const half = Math.floor(body.length / 2);
    const chunks = [body.slice(0, half), body.slice(half), ''].map(
      (part) => `${part.length.toString(16)}\r\n${part}\r\n`,
    );
    const first = `${chunked}\r\n\r\n${chunks.join('')}`;
    const answer = await exchange(served.port, first + (await signedBytes(served, { connection: 'close' })));
    expect(answer.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
  });
});

test('garbage between good requests, fifty clients at once', async () => {
  const served = await serve();
  const good = await signedBytes(served);
  const answers = await Promise.all(
    Array.from({ length: 50 }, async (_, i) => {
      if (i % 2 === 0) return exchange(served.port, `garbage ${i}\r\n\r\n`, { end: true });
      // Cut anywhere: what is left is no request, and its end comes at once.
      return exchange(served.port, good.slice(0, Math.floor((good.length * i) / 60)), { end: true });
    }),
  );
  expect(answers.map(statusOf)).toEqual(answers.map(() => 400));
  await expectUnharmed(served, answers.join('\n'));
});

test('a client that goes away in the middle, in every way', async () => {
  const served = await serve();
  const good = await signedBytes(served);
  for (const part of [0, 10, good.length - 5, good.length]) {
    const socket = connect(served.port, '127.0.0.1').on('error', () => undefined);
    await new Promise((resolve) => socket.write(good.slice(0, part) || ' ', resolve));
    if (part % 2 === 0) socket.resetAndDestroy();
    else socket.destroy();
  }
  await expectUnharmed(served, '');
});

test('whatever becomes of a byte on the way, there is an answer, and no fault of ours', async () => {
  const served = await serve({ limits: { headersMs: 300, requestMs: 300, idleMs: 300 } });
  const good = new TextEncoder().encode(await signedBytes(served, { connection: 'close' }));
  const changes = fc.array(fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 3,
  });
  await fc.assert(
    fc.asyncProperty(changes, async (places) => {
      const bytes = Uint8Array.from(good);
      for (const [place, byte] of places) bytes[place] = byte;
      const answer = await exchange(served.port, bytes);
      // 501 names what the sandbox lacks: a host or a service that the change made up.
      expect(statusOf(answer) < 500 || statusOf(answer) === 501, answer).toBe(true);
      expect(answer).not.toMatch(/node:internal|\.ts:\d/);
    }),
    { numRuns: 150 },
  );
  await expectUnharmed(served, '');
});
