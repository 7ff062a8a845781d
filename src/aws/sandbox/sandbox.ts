import { readRequest } from '../wire/message/index.ts';
import { loadService } from '../wire/models/index.ts';
import { parseSignature, serviceOf } from './authentication/index.ts';
import { catalogues } from './errors/index.ts';
import { mailsOf } from './mailbox.ts';
import { answerRequest } from './perform.ts';
import { type Message, protocolOf } from './protocols/index.ts';
import { route, serviceOfUnsigned } from './routing/index.ts';
import { simulatedServices } from './services/index.ts';
import { type AccountState, type Credential, createState, identityOf } from './state/index.ts';
import type { AccessKey, KeyOwner, LongTermKey, Sandbox, SandboxOptions } from './types.ts';
import { answerForUnknownService } from './unknown-service.ts';

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
