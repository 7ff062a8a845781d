import type { IncomingMessage } from 'node:http';
import type { BodyBudget } from './limits.ts';

export type Body =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  /** The rest of the body is discarded. */
  | { readonly kind: 'too-large' }
  /** All connections together have no room for it. */
  | { readonly kind: 'no-room' };

const EMPTY: Body = { kind: 'whole', bytes: new Uint8Array() };

/**
 * Reads a body of at most `limit` bytes, which the caller gives back to the budget. Rejects where the client goes away
 * before its end.
 */
export function readRequestBody(request: IncomingMessage, limit: number, budget: BodyBudget): Promise<Body> {
  if (statedLength(request) > limit) {
    request.resume();
    return Promise.resolve({ kind: 'too-large' });
  }
  if (hasNoBody(request)) return Promise.resolve(EMPTY);
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    let isRefused = false;
    let isOver = false;
    const refuse = (kind: 'too-large' | 'no-room', taken: number): void => {
      isRefused = true;
      chunks.length = 0;
      budget.giveBack(taken);
      resolve({ kind });
    };
    request.on('data', (chunk: Uint8Array) => {
      if (isRefused) return;
      length += chunk.length;
      if (length > limit) refuse('too-large', length - chunk.length);
      else if (!budget.take(chunk.length)) refuse('no-room', length - chunk.length);
      else chunks.push(chunk);
    });
    request.on('end', () => {
      if (isRefused) return;
      isOver = true;
      resolve({ kind: 'whole', bytes: joined(chunks, length) });
    });
    request.on('error', reject);
    request.on('close', () => {
      if (!isOver && !isRefused) budget.giveBack(length);
      reject(new Error('The client went away.'));
    });
  });
}

/** Bytes that the client says it will send; 0 where it says nothing. */
export function statedLength(request: IncomingMessage): number {
  return Number(request.headers['content-length'] ?? 0);
}

function hasNoBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
}

/** Most bodies come in one piece, which needs no copy. */
function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (chunks.length === 1 && first) return first;
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
