import { services as traits } from '../wire/models/index.ts';
import { authenticate, type RequestSignature } from './authentication/index.ts';
import { ServiceError } from './errors/index.ts';
import type { PerformContext } from './perform.ts';
import { type Message, serverProtocols } from './protocols/index.ts';

type Context = Pick<PerformContext, 'state' | 'clock' | 'random' | 'errors' | 'forward'>;

/**
 * Answers a request to a service that the sandbox does not know at all: it is forwarded once its signature
 * holds, or refused. Errors are written as STS writes them.
 */
export async function answerForUnknownService(
  message: Message,
  signature: RequestSignature,
  context: Context,
): Promise<Response> {
  try {
    // A request without a signature does not say which service it is for.
    if (!context.forward && signature.kind === 'signed') throw noSuchService(message.host);
    // Whatever name the request is signed for, for want of a model that would say which.
    const signingName = signature.kind === 'signed' ? signature.scope.service : '';
    const service = { ...traits.sts, signingName };
    await authenticate(message, signature, { ...context, service, region: undefined });
    if (!context.forward) throw noSuchService(message.host);
    return await context.forward(message);
  } catch (error) {
    const { clock, random, errors } = context;
    const requestId = serverProtocols.query.requestId(random);
    const answer = { random, requestId, now: clock.wall(), method: message.method };
    const shown = error instanceof ServiceError ? error : errors.internal();
    return serverProtocols.query.writeError(traits.sts, shown, answer);
  }
}

/** Our wording: AWS has no host for all services. */
function noSuchService(host: string): ServiceError {
  const known = Object.keys(traits).join(', ');
  const text = `The Tejun sandbox has no service at ${host}. It simulates ${known}, found by the host (sts.amazonaws.com) or by the service that a request is signed for.`;
  return new ServiceError(501, 'NotImplemented', text);
}
