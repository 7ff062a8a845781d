import type { IncomingMessage, ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import { services } from '../../wire/models/index.ts';
import { parseSignature, type RequestSignature, serviceOf } from '../authentication/index.ts';
import type { Random } from '../random/index.ts';
import { route, serviceOfUnsigned } from '../routing/index.ts';
import type { Sandbox } from '../types.ts';
import { answerControl, CONTROL_PATH } from './control.ts';
import type { BodyBudget } from './limits.ts';
import { readRequestBody, statedLength } from './read-body.ts';
import { BAD_REQUEST, NO_ROOM, plainRefusal, tooLarge } from './refusals.ts';
import { type Head, readHead, refusalOfPlainRequest } from './request-head.ts';
import { writeResponse } from './respond.ts';
import type { ServedClock } from './served-clock.ts';
import type { Limits } from './types.ts';

export interface Answering {
  readonly sandbox: Sandbox;
  readonly clock: ServedClock;
  readonly random: Random;
  readonly limits: Limits;
  readonly bodies: BodyBudget;
  /** Opens the control endpoint. */
  readonly secret: string;
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
  if (!head) return writeResponse(target, plainRefusal(400, BAD_REQUEST), { close: true });
  const refusal = isTunnelled ? undefined : refusalOfPlainRequest(head);
  if (refusal !== undefined) return writeResponse(target, plainRefusal(403, refusal), { close: true });

  const { service, accessKeyId } = claimsOf(head);
  const limit = bodyLimit(service.id, accessKeyId, context);
  if (statedLength(request) <= limit) proceed();
  const body = await readRequestBody(request, limit, context.bodies);
  target.once('close', () => context.bodies.giveBack(body.kind === 'whole' ? body.bytes.length : 0));
  if (body.kind === 'no-room') return writeResponse(target, plainRefusal(503, NO_ROOM), { close: true });
  if (body.kind === 'too-large') {
    // A client that waits to be asked for its body has not sent it.
    if (request.headers.expect === undefined) await drained(request);
    return writeResponse(target, tooLarge(service, limit, head.method, context.random), { close: true });
  }
  if (!isTunnelled && head.path.startsWith(CONTROL_PATH))
    return writeResponse(target, await answerControl(head, body.bytes, context));
  return writeResponse(target, await context.sandbox.handleMessage({ ...head, body: body.bytes }));
}

/** Reads what a request claims before anything is verified; STS serves what names no service. */
function claimsOf(head: Head) {
  const signature = parseSignature({ ...head, body: new Uint8Array() });
  const service =
    services[route(head.host, serviceOf(signature) ?? serviceOfUnsigned(head))?.service ?? 'sts'];
  return { service, accessKeyId: claimedKey(signature) };
}

function claimedKey(signature: RequestSignature): string | undefined {
  if (signature.kind === 'signed') return signature.scope.accessKeyId;
  return signature.kind === 'version-2' ? signature.accessKeyId : undefined;
}

/** Large bodies are S3's, from callers whose key the account knows: their signature is verified only afterwards. */
function bodyLimit(service: string, accessKeyId: string | undefined, { sandbox, limits }: Answering): number {
  if (service !== 's3') return limits.formBytes;
  const isKnown = accessKeyId !== undefined && sandbox.hasKey(accessKeyId);
  return isKnown ? limits.objectBytes : limits.anonymousBytes;
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
