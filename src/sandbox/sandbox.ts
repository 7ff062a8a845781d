import { loadService, services as traits } from '../wire/models/index.ts';
import { readProof } from './authentication/index.ts';
import { catalogues, ServiceError } from './errors/index.ts';
import { perform } from './perform.ts';
import { type Message, serverProtocols } from './protocols/index.ts';
import { route } from './routing/index.ts';
import { type AccountState, createState } from './state/index.ts';
import type { LongTermKey, Sandbox, SandboxOptions } from './types.ts';

/** Opens a fresh account as it is described. The same seed of `random` gives the same keys, ids and tokens. */
export function createSandbox({ account, clock, random, forward }: SandboxOptions): Sandbox {
  const state = createState(account, random);

  const answer = async (message: Message): Promise<Response> => {
    const proof = readProof(message);
    const destination = route(message.host, scopeService(proof));
    if (!destination) return refuseUnknownService(message, { clock, random });
    const service = await loadService(destination.service);
    const errors = catalogues[service.protocol];
    const { region } = destination;
    return perform(message, proof, { service, region, errors, state, clock, random, forward });
  };

  return {
    handle: (request) => readMessage(request).then(answer).catch(unreadable),
    handleMessage: (message) => answer(message).catch(unreadable),
    longTermKeys: longTermKeys(state),
  };
}

function unreadable(): Response {
  return new Response('The Tejun sandbox failed to read the request.\n', { status: 500 });
}

async function readMessage(request: Request): Promise<Message> {
  const url = new URL(request.url);
  return {
    method: request.method,
    url,
    headers: request.headers,
    host: request.headers.get('host') ?? url.host,
    body: new Uint8Array(await request.arrayBuffer()),
  };
}

function scopeService(proof: ReturnType<typeof readProof>): string | undefined {
  if (proof.kind === 'signed') return proof.scope.service;
  return proof.kind === 'malformed' ? proof.service : undefined;
}

/** Our wording: AWS has no host for all services. */
function refuseUnknownService(
  message: Message,
  { clock, random }: Pick<SandboxOptions, 'clock' | 'random'>,
): Response {
  const known = Object.keys(traits).join(', ');
  const text = `The Tejun sandbox has no service at ${message.host}. It simulates ${known}, found by the host (sts.amazonaws.com) or by the service that a request is signed for.`;
  const requestId = serverProtocols.query.requestId(random);
  return serverProtocols.query.writeError(traits.sts, new ServiceError(501, 'NotImplemented', text), {
    random,
    requestId,
    now: clock.wall(),
    method: message.method,
  });
}

function longTermKeys(state: AccountState): LongTermKey[] {
  return [...state.credentials.values()]
    .filter(({ kind }) => kind === 'long-term')
    .map(({ user, accessKeyId, secretAccessKey }) => ({ userName: user.name, accessKeyId, secretAccessKey }));
}
