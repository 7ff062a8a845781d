import type { IncomingMessage, ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import { services as traits } from '../../wire/models/index.ts';
import { readProof } from '../authentication/index.ts';
import type { Random } from '../random/index.ts';
import { route } from '../routing/index.ts';
import type { Sandbox } from '../types.ts';
import type { ServedClock } from './clock.ts';
import { answerControl, CONTROL_PATH } from './control.ts';
import { isAwsHost, isLoopback, parseAuthority } from './hosts.ts';
import { type Head, readHead } from './message.ts';
import { readBody, statedLength } from './read-body.ts';
import { BAD_REQUEST, notAws, plainRefusal, tooLarge } from './refusals.ts';
import { respond } from './respond.ts';
import type { Limits } from './types.ts';

export interface Answering {
  readonly sandbox: Sandbox;
  readonly clock: ServedClock;
  readonly random: Random;
  readonly limits: Limits;
}

/** How long a client may go on sending a body that is too large before it is cut off. */
const DRAIN_MS = 5_000;

/** Answers one request of an HTTP server. `proceed` asks for the body where the client waits to be asked. */
export async function answer(
  request: IncomingMessage,
  target: ServerResponse,
  context: Answering,
  proceed: () => void = () => undefined,
): Promise<void> {
  const isTunnelled = request.socket instanceof TLSSocket;
  const head = readHead(request, isTunnelled ? 'https' : 'http');
  if (!head) return respond(target, plainRefusal(400, BAD_REQUEST), { close: true });
  if (isProxied(request) && !isReachable(head.host))
    return respond(target, plainRefusal(403, notAws(head.host)), { close: true });

  const service = serviceOf(head);
  const limit = service.id === 's3' ? context.limits.objectBytes : context.limits.formBytes;
  if (statedLength(request) <= limit) proceed();
  const body = await readBody(request, limit);
  if (body.kind === 'too-large') {
    // A client that waits to be asked for its body has not sent it.
    if (request.headers.expect === undefined) await drained(request);
    return respond(target, tooLarge(service, limit, head.method, context.random), { close: true });
  }
  if (!isTunnelled && head.path.startsWith(CONTROL_PATH))
    return respond(target, await answerControl(head, body.bytes, context.clock));
  return respond(target, await context.sandbox.handleMessage({ ...head, body: body.bytes }));
}

/** A proxy is asked with the whole URL. */
function isProxied(request: IncomingMessage): boolean {
  return !request.url?.startsWith('/');
}

function isReachable(authority: string): boolean {
  const host = parseAuthority(authority, 80)?.host ?? '';
  return isAwsHost(host) || isLoopback(host);
}

/** Whom a request is for, as far as it says; STS stands for what nobody knows. */
function serviceOf(head: Head) {
  const proof = readProof({ ...head, body: new Uint8Array() });
  const scope = proof.kind === 'signed' ? proof.scope.service : undefined;
  return traits[route(head.host, scope)?.service ?? 'sts'];
}

/** A client that is still sending does not read: it would see a broken connection and no answer. */
function drained(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, DRAIN_MS);
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    if (request.complete) done();
    request.once('end', done).once('close', done);
  });
}
