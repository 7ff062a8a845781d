import { randomUUID } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { createRandom } from '../random/index.ts';
import { createSandbox } from '../sandbox.ts';
import { answer } from './answer-request.ts';
import { createAuthority } from './certificates.ts';
import { createBodyBudget, DEFAULT_LIMITS, HEADER_BYTES } from './limits.ts';
import { plainRefusal, refuseMalformed } from './refusals.ts';
import { writeResponse } from './respond.ts';
import { createServedClock } from './served-clock.ts';
import { createTunnels } from './tunnel.ts';
import type { ServedSandbox, ServeOptions } from './types.ts';
import { forwardTo } from './upstream.ts';

const LOOPBACK = '127.0.0.1';

/** Opens an account for real clients. Rejects with the error of `listen`: EADDRINUSE, EACCES. */
export async function serveSandbox(options: ServeOptions): Promise<ServedSandbox> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const clock = createServedClock();
  const random = createRandom(options.seed);
  const forward = options.upstream && forwardTo(options.upstream, limits.upstreamMs);
  const sandbox = createSandbox({ account: options.account, clock, random, forward });
  const authority = await createAuthority(clock.wall());
  const secret = randomUUID();
  const bodies = createBodyBudget(limits.allBodiesBytes);
  const context = { sandbox, clock, random, limits, bodies, secret };

  const handle = (request: IncomingMessage, target: ServerResponse, proceed?: () => void): void => {
    target.sendDate = false; // the sandbox's own clock fills it
    answer(request, target, context, proceed).catch(() => giveUp(request, target));
  };
  const server = http.createServer(
    {
      maxHeaderSize: HEADER_BYTES,
      requireHostHeader: false, // Node's own refusal says nothing
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.idleMs,
      connectionsCheckingInterval: Math.min(1_000, limits.headersMs),
    },
    (request, target) => handle(request, target),
  );
  server.maxConnections = limits.connections;
  server.on('checkContinue', (request, target) => handle(request, target, () => target.writeContinue()));
  server.on('clientError', refuseMalformed);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on(
    'connect',
    createTunnels(authority, limits.headersMs, (socket) => server.emit('connection', socket)),
  );
  await listen(server, options.listen);

  return {
    url: urlOf(server),
    certificate: authority.certificate,
    readerKey: sandbox.longTermKeys[0],
    userKeys: sandbox.longTermKeys,
    clock,
    secret,
    close: () => close(server, sockets).finally(() => forward?.close()),
  };
}

/** The client went away, or we failed: whoever is still there must not wait, and sees no stack. */
function giveUp(request: IncomingMessage, target: ServerResponse): void {
  if (target.headersSent || request.socket.destroyed) target.destroy();
  else void writeResponse(target, plainRefusal(500, 'Tejun sandbox: it failed to answer.'), { close: true });
}

function urlOf(server: http.Server): string {
  const address = server.address();
  return `http://${LOOPBACK}${typeof address === 'object' && address ? `:${address.port}` : ''}`;
}

function listen(server: http.Server, where: number | string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(typeof where === 'string' ? { path: where } : { port: where, host: LOOPBACK }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: http.Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}
