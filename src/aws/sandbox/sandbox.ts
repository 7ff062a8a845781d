import { readRequest } from '../wire/message/index.ts';
import { loadService, services as traits } from '../wire/models/index.ts';
import { authenticate, parseSignature, type RequestSignature, serviceOf } from './authentication/index.ts';
import { catalogues, ServiceError } from './errors/index.ts';
import { mailsOf } from './mailbox.ts';
import { answerRequest, type PerformContext } from './perform.ts';
import { type Message, protocolOf, serverProtocols } from './protocols/index.ts';
import { route, serviceOfUnsigned } from './routing/index.ts';
import { simulatedServices } from './services/index.ts';
import { type AccountState, type Credential, createState, identityOf } from './state/index.ts';
import type { AccessKey, KeyOwner, LongTermKey, Sandbox, SandboxOptions } from './types.ts';

/** Opens a fresh account as it is described. The same seed of `random` gives the same keys, ids and tokens. */
export function createSandbox({ account, clock, random, forward }: SandboxOptions): Sandbox {
  const state = createState(account, random);

  const answer = async (message: Message): Promise<Response> => {
    const signature = parseSignature(message);
    const target = message.headers.get('x-amz-target') ?? undefined;
    const destination = route(message.host, serviceOf(signature) ?? serviceOfUnsigned(message), target);
    if (!destination) {
      const errors = catalogues.query;
      return answerForUnknownService(message, signature, { errors, state, clock, random, forward });
    }
    const service = await loadService(destination.service);
    const protocol = protocolOf(message, service);
    const errors = simulatedServices[service.id].errors ?? catalogues[protocol];
    const { region } = destination;
    return answerRequest(message, signature, {
      service,
      protocol,
      region,
      errors,
      state,
      clock,
      random,
      forward,
    });
  };

  return {
    handle: (request) => readRequest(request).then(answer).catch(unreadable),
    handleMessage: (message) => answer(message).catch(unreadable),
    longTermKeys: longTermKeys(state),
    hasKey: (accessKeyId) => state.credentials.has(accessKeyId),
    keyOwner: (key) => ownerOfKey(key, state),
    takeRefusal: () => {
      const { refusal } = state;
      state.refusal = undefined;
      return refusal;
    },
    takePermissions: () => {
      const { used, granted } = state.permissions;
      const taken = [...used.values()];
      used.clear();
      return {
        used: taken,
        granted: [...granted].map(([principal, actions]) => ({ principal, actions: [...actions] })),
      };
    },
    takeCalls: () => state.calls.splice(0),
    resources: () => state.resources(clock),
    mails: () => mailsOf(state),
  };
}

function unreadable(): Response {
  return new Response('The Tejun sandbox failed to read the request.\n', { status: 500 });
}

function longTermKeys(state: AccountState): LongTermKey[] {
  return [...state.credentials.values()].flatMap((credential) => {
    if (credential.kind !== 'long-term') return [];
    const { user, accessKeyId, secretAccessKey } = credential;
    return [{ userName: user.name, accessKeyId, secretAccessKey }];
  });
}

/** Finds the owner of a key; undefined where a request with it would be refused as unknown. */
function ownerOfKey(key: AccessKey, state: AccountState): KeyOwner | undefined {
  const credential = state.credentials.get(key.accessKeyId);
  if (!credential || !isUsable(credential, key, state)) return undefined;
  const { arn } = identityOf(credential, state);
  if (credential.kind === 'long-term') return { arn };
  const mfa = credential.kind !== 'federated' && credential.mfaTime !== undefined;
  return { arn, session: { issued: credential.issued, expires: credential.expiration, mfa } };
}

function isUsable(credential: Credential, key: AccessKey, { roles }: AccountState): boolean {
  if (credential.secretAccessKey !== key.secretAccessKey) return false;
  if (credential.kind === 'long-term')
    return key.sessionToken === undefined && credential.status === 'Active';
  if (credential.token !== key.sessionToken) return false;
  return (
    credential.kind !== 'assumed-role' || roles.get(credential.role.name.toLowerCase()) === credential.role
  );
}

type Context = Pick<PerformContext, 'state' | 'clock' | 'random' | 'errors' | 'forward'>;

/**
 * Answers a request to a service that the sandbox does not know at all: it is forwarded once its signature
 * holds, or refused. Errors are written as STS writes them.
 */
async function answerForUnknownService(
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
