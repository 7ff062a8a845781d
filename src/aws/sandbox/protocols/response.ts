import { dateToUtcString } from '@smithy/core/serde';
import type { ResponseContext } from './types.ts';

/** A response with the headers that all services send. */
export function respond(
  status: number,
  body: BodyInit | null,
  headers: Record<string, string>,
  context: ResponseContext,
): Response {
  const empty = context.method === 'HEAD' || status === 204 || status === 304;
  return new Response(empty ? null : body, {
    status,
    headers: { date: dateToUtcString(context.now), ...headers },
  });
}
