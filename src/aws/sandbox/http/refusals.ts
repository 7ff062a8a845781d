import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ServiceMetadata } from '../../wire/models/index.ts';
import { ServiceError } from '../errors/index.ts';
import { serverProtocols } from '../protocols/index.ts';
import type { Random } from '../random/index.ts';

/** A refusal that comes before any service: our wording, since AWS has no such place. */
export function plainRefusal(status: number, text: string): Response {
  return new Response(`${text}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

export const BAD_REQUEST =
  'Tejun sandbox: the request cannot be read. It needs a host, a path that begins with "/" and headers as HTTP/1.1 has them.';

export const NO_ROOM =
  'Tejun sandbox: the bodies of all requests under way exceed what it keeps in memory. Send fewer at once.';

export const notAws = (host: string): string =>
  `Tejun sandbox: ${host} is none of AWS's hosts, and nothing else is reached from here. Outside of the sandbox's terminal, HTTPS_PROXY and HTTP_PROXY are not set.`;

/**
 * A body over the limit. S3's code and text are of its list of error responses; for other services, and the
 * limits themselves, they are ours.
 */
export function tooLarge(service: ServiceMetadata, limit: number, method: string, random: Random): Response {
  const protocol = serverProtocols[service.protocol];
  const error =
    service.id === 's3'
      ? new ServiceError(
          400,
          'EntityTooLarge',
          'Your proposed upload exceeds the maximum allowed object size.',
          {
            MaxSizeAllowed: String(limit),
          },
        )
      : new ServiceError(413, 'RequestEntityTooLarge', `The body has more than ${limit} bytes.`);
  const context = { random, requestId: protocol.requestId(random), now: new Date(), method };
  return protocol.writeError(service, error, context);
}

/** How long a refused client has to take its answer. */
const LINGER_MS = 1_000;

/** A response for a socket that has no request of its own. Ours, like its texts. */
export function rawResponse(status: number, text: string): string {
  const body = `${text}\n`;
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${new TextEncoder().encode(body).length}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}

/** Answers what Node could not parse, or did not get in time. */
export function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  socket.on('error', () => socket.destroy());
  socket.end(refusalFor(error.code));
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}

function refusalFor(code: string | undefined): string {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return rawResponse(431, 'Tejun sandbox: the request line and headers are too long.');
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return rawResponse(408, 'Tejun sandbox: the request did not come to its end in time.');
    default:
      return rawResponse(400, BAD_REQUEST);
  }
}
