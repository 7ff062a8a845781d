import type { Protocol, ServiceModel } from '../wire/models/index.ts';
import { type AuthenticationContext, authenticate, type Proof } from './authentication/index.ts';
import { parameterNotSimulated, ServiceError } from './errors/index.ts';
import { unreadMembers, validate } from './operation/index.ts';
import { loadProtocol, type Message, type ServerProtocol } from './protocols/index.ts';
import type { Random } from './random/index.ts';
import { runDue, runOperation } from './run.ts';
import { findOperation, services } from './services/index.ts';
import type { Forward } from './types.ts';

export interface PerformContext extends AuthenticationContext {
  readonly service: ServiceModel;
  /** That the request speaks. */
  readonly protocol: Protocol;
  readonly random: Random;
  readonly forward?: Forward;
}

/** Answers a request to a known service; what refuses it becomes the service's error. */
export async function perform(message: Message, proof: Proof, context: PerformContext): Promise<Response> {
  const { service, errors, random, clock } = context;
  const protocol = await loadProtocol(context.protocol);
  const requestId = protocol.requestId(random);
  const answer = { random, requestId, now: clock.wall(), method: message.method };
  try {
    const result = await carryOut(message, proof, protocol, context);
    if (result instanceof Response) return result;
    const { schema, output } = result;
    return protocol.writeOutput(service, schema, output, answer);
  } catch (error) {
    // A fault of ours shows no stack to the caller.
    const shown = error instanceof ServiceError ? error : errors.internal();
    return protocol.writeError(service, shown, answer);
  }
}

async function carryOut(sent: Message, proof: Proof, protocol: ServerProtocol, context: PerformContext) {
  const { service, errors, random, state, clock } = context;
  const { receive, admit, undeclared } = services[service.id];
  const name = protocol.identify(sent, service);
  const schema = service.operation(name);
  if (!schema) throw errors.unknownOperation(name, service.apiVersion);
  const caller = await authenticate(sent, proof, context);
  admit?.(caller, name);
  const operation = await findOperation(service.id, name);
  if (!operation) {
    if (context.forward) return context.forward(sent);
    throw errors.notSimulated(service.id, name);
  }
  const message = (await receive?.(sent, proof, caller)) ?? sent;
  const input = protocol.readInput(message, schema);
  const violations = validate(input, schema, operation, (member) => protocol.wireName(schema, member));
  if (violations.length > 0) throw errors.invalid(violations);
  const [unread] = undeclared ? [] : unreadMembers(input, operation);
  if (unread !== undefined) {
    if (context.forward) return context.forward(sent);
    throw parameterNotSimulated(service.id, name, unread);
  }
  const region = regionOf(proof, context);
  await runDue({ state, clock, random });
  const regional = context.region !== undefined;
  const output = await runOperation({
    service: service.id,
    ...{ name, operation, input, caller, message, region, regional, errors, state, clock, random },
  });
  return { schema, output };
}

function regionOf(proof: Proof, context: PerformContext): string {
  return context.region ?? (proof.kind === 'signed' ? proof.scope.region : 'us-east-1');
}
