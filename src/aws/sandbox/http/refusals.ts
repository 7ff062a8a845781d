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
