import type { Protocol, ServiceModel } from '../wire/models/index.ts';
import { type AuthenticationContext, authenticate, type RequestSignature } from './authentication/index.ts';
import { parameterNotSimulated, ServiceError } from './errors/index.ts';
import { findViolations, type Perform, unreadMembers } from './operation/index.ts';
import { loadProtocol, type Message, type ServerProtocol } from './protocols/index.ts';
import type { Random } from './random/index.ts';
import { runDue, runOperation } from './run-operation.ts';
import { findOperation, simulatedServices } from './services/index.ts';
import type { AccountState, ApiCall } from './state/index.ts';
import type { Forward } from './types.ts';

export interface PerformContext extends AuthenticationContext {
  readonly service: ServiceModel;
  /** That the request speaks. */
  readonly protocol: Protocol;
  readonly random: Random;
  readonly forward?: Forward;
}

/** Answers a request to a known service; what refuses it becomes the service's error. */
export async function answerRequest(
  message: Message,
  signature: RequestSignature,
  context: PerformContext,
): Promise<Response> {
  const { service, errors, random, clock } = context;
  const protocol = await loadProtocol(context.protocol);
  const requestId = protocol.requestId(random);
  const answer = { random, requestId, now: clock.wall(), method: message.method };
  const refuse = (error: unknown): Response => {
    // A fault of ours shows no stack to the caller.
    const shown = error instanceof ServiceError ? error : errors.internal();
    return protocol.writeError(service, shown, answer);
  };
  const perform: Perform = async (sent, signature) => {
    let operation: string | undefined;
    const log = (error?: string) =>
      logCall(context.state, { service: service.id, operation, ...(error && { error }) });
    try {
      const result = await carryOut(sent, signature, protocol, {
        ...context,
        onIdentified: (name) => {
          operation = name;
        },
      });
      log();
      if (result instanceof Response) return result;
      const { schema, output } = result;
      return protocol.writeOutput(service, schema, output, answer);
    } catch (error) {
      log(error instanceof ServiceError ? error.code : errors.internal().code);
      return refuse(error);
    }
  };
  const { front } = simulatedServices[service.id];
  if (!front) return perform(message, signature);
  const { state, region } = context;
  return front({ message, signature, state, clock, region }, perform).catch(refuse);
}

async function carryOut(
  sent: Message,
  signature: RequestSignature,
  protocol: ServerProtocol,
  context: PerformContext & { onIdentified(operation: string): void },
) {
  const { service, errors, random, state, clock } = context;
  const { receive, admit, undeclared, unsigned } = simulatedServices[service.id];
  const name = protocol.identify(sent, service);
  context.onIdentified(name);
  const schema = service.operation(name);
  if (!schema) throw errors.unknownOperation(name, service.apiVersion);
  if (signature.kind === 'none' && unsigned?.includes(name) && !(await findOperation(service.id, name)))
    throw errors.notSimulated(service.id, name);
  const caller = await authenticate(sent, signature, context);
  if (caller.kind !== 'anonymous') admit?.(caller, name);
  const operation = await findOperation(service.id, name);
  if (!operation) {
    if (context.forward) return context.forward(sent);
    throw errors.notSimulated(service.id, name);
  }
  const message = (await receive?.(sent, signature, caller, clock)) ?? sent;
  const input = protocol.readInput(message, schema);
  const violations = findViolations(input, schema, operation, (member) => protocol.wireName(schema, member));
  if (violations.length > 0) throw errors.invalid(violations);
  const [unread] = undeclared ? [] : unreadMembers(input, operation);
  if (unread !== undefined) {
    if (context.forward) return context.forward(sent);
    throw parameterNotSimulated(service.id, name, unread);
  }
  const region =
    regionOf(signature, context) ?? simulatedServices[service.id].home?.(input, state) ?? GLOBAL_REGION;
  await runDue({ state, clock, random });
  const regional = context.region !== undefined;
  const output = await runOperation({
    service: service.id,
    ...{ name, operation, input, caller, message, region, regional, signature, errors, state, clock, random },
  });
  return { schema, output };
}

/** Most calls that are kept: a load test sends millions of requests. */
const CALLS_KEPT = 100;

function logCall({ calls }: AccountState, call: ApiCall): void {
  calls.push(call);
  if (calls.length > CALLS_KEPT) calls.shift();
}

const GLOBAL_REGION = 'us-east-1';

function regionOf(signature: RequestSignature, context: PerformContext): string | undefined {
  if (context.region !== undefined) return context.region;
  if (signature.kind === 'signed') return signature.scope.region;
  return signature.kind === 'form' ? signature.version4?.scope.region : undefined;
}
