import { X509Certificate } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import tls from 'node:tls';
import { describe, expect, test } from 'vitest';
import { exchange, type Served, serve, signedCall } from './served.ts';

/** Asks for a tunnel; resolves with the open connection and what the proxy said. */
function tunnel({ port }: Served, authority: string): Promise<{ socket: Socket; answer: string }> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`);
  return new Promise((resolve) => socket.once('data', (data) => resolve({ socket, answer: String(data) })));
}

async function secure(served: Served, servername: string, ca = served.certificate): Promise<tls.TLSSocket> {
  const { socket } = await tunnel(served, `${servername}:443`);
  const secured = tls.connect({ socket, servername, ca });
  await new Promise((resolve, reject) => secured.once('secureConnect', resolve).once('error', reject));
  return secured;
}

describe('what the proxy reaches', () => {
  test.each([
    'example.com:443',
    'amazonaws.com.example.com:443',
    'notamazonaws.com:443',
    'sts.amazonaws.com:22',
    '169.254.169.254:443',
    '127.0.0.1:443',
    '[::1]:443',
    'sts.amazonaws.com@example.com:443',
    'not a host',
  ])('CONNECT %s: 403, and the connection ends', async (authority) => {
    const { port } = await serve();
    const answer = await exchange(port, `CONNECT ${authority} HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 (403 Forbidden|400 Bad Request)\r\n/);
    expect(answer).toContain('Tejun sandbox:');
  });

  test.each([
    'http://example.com/',
    'http://169.254.169.254/latest/meta-data/',
    'http://amazonaws.com.evil.test/',
  ])('GET %s: 403', async (url) => {
    const { port } = await serve();
    const { host } = new URL(url);
    const answer = await exchange(port, `GET ${url} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
    expect(answer).toContain(`${host} is none of AWS's hosts`);
  });

  test('the whole URL of an AWS host, and of the sandbox itself, is answered', async () => {
    const { port, url } = await serve();
    for (const base of ['http://s3.amazonaws.com', url]) {
      const { host } = new URL(base);
      const answer = await exchange(
        port,
        `GET ${base}/ HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
      );
      expect(answer).toMatch(/<Code>(AccessDenied|MissingAuthenticationToken)<\/Code>/);
    }
  });
});

describe('certificates', () => {
  test.each([
    'sts.amazonaws.com',
    'a.bucket.with.dots.s3.ap-northeast-1.amazonaws.com',
    'ec2.us-east-1.api.aws',
  ])('%s gets its own, which only the sandbox vouches for', async (host) => {
    const served = await serve();
    const socket = await secure(served, host);
    const certificate = new X509Certificate(socket.getPeerX509Certificate()?.raw ?? '');
    const authority = new X509Certificate(served.certificate);
    expect(socket.authorized).toBe(true);
    expect(certificate.subjectAltName).toBe(`DNS:${host}`);
    expect(certificate.checkIssued(authority)).toBe(true);
    expect(certificate.ca).toBe(false);
    socket.destroy();
  });

  test('each sandbox vouches only for itself', async () => {
    const [one, other] = [await serve(), await serve()];
    await expect(secure(one, 'sts.amazonaws.com', other.certificate)).rejects.toThrow(/certificate/);
  });

  test('no certificate for a host that is none of AWS', async () => {
    const served = await serve();
    const { socket } = await tunnel(served, 'sts.amazonaws.com:443');
    const secured = tls.connect({ socket, servername: 'example.com', ca: served.certificate });
    await expect(
      new Promise((resolve, reject) => secured.once('secureConnect', resolve).once('error', reject)),
    ).rejects.toThrow();
  });
});

describe('through the tunnel', () => {
  test('several requests on one connection, with the real host names', async () => {
    const served = await serve();
    const socket = await secure(served, 's3.ap-northeast-1.amazonaws.com');
    const get = 'GET / HTTP/1.1\r\nHost: s3.ap-northeast-1.amazonaws.com\r\n';
    socket.write(`${get}\r\n${get}Connection: close\r\n\r\n`);
    expect((await text(socket)).match(/<Code>AccessDenied<\/Code>/g)).toHaveLength(2);
  });

  test('the control endpoint is not there', async () => {
    const served = await serve();
    const socket = await secure(served, 's3.amazonaws.com');
    socket.write(
      'POST /_tejun/clock HTTP/1.1\r\nHost: s3.amazonaws.com\r\nX-Tejun-Control: 1\r\nContent-Length: 3\r\nConnection: close\r\n\r\n900',
    );
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 4/);
  });

  test.each(['no TLS at all\r\n\r\n', ''])(
    'what is no TLS (%j) is cut off, and harms nobody',
    async (bytes) => {
      const served = await serve({ limits: { headersMs: 300 } });
      const { socket, answer } = await tunnel(served, 'sts.amazonaws.com:443');
      expect(answer).toContain('200 Connection established');
      socket.write(bytes);
      await new Promise((resolve) => socket.once('close', resolve).once('error', resolve).resume());
      expect((await fetch(await signedCall(served))).status).toBe(200);
    },
  );
});
