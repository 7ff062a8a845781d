import http from 'node:http';
import https from 'node:https';
import { ServiceError } from '../errors/index.ts';
import type { Message } from '../protocols/index.ts';
import type { Forward } from '../types.ts';

/** Headers of one connection, which the next has its own of (RFC 9110, 7.6.1). */
const HOP_BY_HOP = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Hands requests on as they came, host and signature included: emulators find the service by them. */
export function forwardTo(upstream: URL, timeoutMs: number): Forward & { close(): void } {
  const { request, Agent } = upstream.protocol === 'https:' ? https : http;
  const agent = new Agent({ keepAlive: true });
  const forward = (message: Message): Promise<Response> =>
    new Promise((resolve, reject) => {
      const outgoing = request(
        {
          agent,
          hostname: upstream.hostname,
          port: upstream.port,
          method: message.method,
          path: message.path + message.url.search,
          headers: requestHeaders(message),
          timeout: timeoutMs,
        },
        (incoming) =>
          readResponse(incoming, message.method).then(resolve, (error) => reject(dead(upstream, error))),
      );
      outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer in ${timeoutMs / 1000} s`)));
      outgoing.on('error', (error) => reject(dead(upstream, error)));
      outgoing.end(message.body);
    });
  return Object.assign(forward, { close: () => agent.destroy() });
}

function requestHeaders({ headers, host, body }: Message): Record<string, string | number> {
  const kept = [...headers].filter(([name]) => !HOP_BY_HOP.has(name));
  return { ...Object.fromEntries(kept), host, 'content-length': body.length };
}

async function readResponse(incoming: http.IncomingMessage, method: string): Promise<Response> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers))
    for (const text of [value ?? []].flat()) if (!HOP_BY_HOP.has(name)) headers.append(name, text);
  const status = incoming.statusCode ?? 502;
  const isEmpty = method === 'HEAD' || [204, 205, 304].includes(status);
  return new Response(isEmpty ? null : new Blob(chunks as BlobPart[]), { status, headers });
}

/** Our wording: AWS has no emulator behind it. */
function dead(upstream: URL, cause: unknown): ServiceError {
  // Node reports both addresses of `localhost` in one error that has no message of its own.
  const { message, code } = cause as NodeJS.ErrnoException;
  return new ServiceError(
    502,
    'BadGateway',
    `The Tejun sandbox lacks this operation, and the emulator at ${upstream.origin} that it forwards to does not answer (${message || code}). Start the emulator, or start the sandbox without --upstream.`,
  );
}
