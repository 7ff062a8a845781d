import { loadService, services as metadata, type ServiceId } from '../wire/models/index.ts';
import type { RequestSignature } from './authentication/index.ts';
import { assumeForService, createAccess } from './authorization/index.ts';
import type { Clock } from './clock/index.ts';
import { catalogues, type ErrorCatalogue, failureOf, parameterNotSimulated } from './errors/index.ts';
import {
  type AccountEvent,
  type AnyOperation,
  findViolations,
  type OperationContext,
  type ServiceCall,
  type ServiceContext,
  unreadMembers,
} from './operation/index.ts';
import type { Message, Structure } from './protocols/index.ts';
import type { Random } from './random/index.ts';
import { findOperation, simulatedServices } from './services/index.ts';
import type { AccountState, Caller } from './state/index.ts';

/** Calls of services by services that follow from one request: more are a loop that AWS would break too. */
const MAX_DEPTH = 16;

/** The account, with its two sources of time and chance. */
export interface AccountContext {
  readonly state: AccountState;
  readonly clock: Clock;
  readonly random: Random;
}

/** One operation to run: checked input, from whom, where. */
export interface OperationRun extends AccountContext {
  readonly service: ServiceId;
  readonly name: string;
  readonly operation: AnyOperation;
  readonly input: Structure;
  readonly caller: Caller;
  readonly message: Message;
  readonly region: string;
  /** True where the host names its region. */
  readonly regional: boolean;
  readonly errors: ErrorCatalogue;
  /** How the request is signed. */
  readonly signature?: RequestSignature;
  /** The service that calls for its caller. */
  readonly via?: ServiceId;
  /** How many calls of services have led here. */
  readonly depth?: number;
}

/** Authorizes and runs an operation, then delivers its events to the other services. Rejects with a ServiceError. */
export async function runOperation(run: OperationRun): Promise<Structure> {
  const { operation, input, caller, message, region, state, clock, random, errors, depth = 0 } = run;
  const { locate, intercept, conditions, policyOn } = simulatedServices[run.service];
  const { regional, signature, via } = run;
  const request = { operation: run.name, message, regional, signature, via };
  const events: AccountEvent[] = [];
  const context: OperationContext<Structure> = {
    ...{ input, caller, signature, region },
    ...serviceContext(run, events, depth),
    ...createAccess(
      {
        ...{ message, caller, state, clock, region },
        serviceConditions: () => conditions?.(context, request) ?? {},
        policyOn: (resource) => policyOn?.(resource, context),
      },
      errors,
    ),
  };
  locate?.(context, request);
  authorize(operation, context);
  await intercept?.(input, request, context);
  const output = (await operation.handle(context as never)) as Structure;
  await deliver(events, { state, clock, random }, depth + 1);
  return output;
}

/** Lets the services do what has become due since the last request. */
export async function runDue(account: AccountContext): Promise<void> {
  for (const { onTime } of Object.values(simulatedServices)) {
    if (!onTime) continue;
    const events: AccountEvent[] = [];
    await onTime(serviceContext(account, events, 0));
    await deliver(events, account, 1);
  }
}

function serviceContext(account: AccountContext, events: AccountEvent[], depth: number): ServiceContext {
  const { state, clock, random } = account;
  const publish = (event: AccountEvent) => void events.push(event);
  return {
    state,
    clock,
    random,
    publish,
    call: (call) => callService(call, { state, clock, random }, depth + 1),
  };
}

async function deliver(events: AccountEvent[], account: AccountContext, depth: number): Promise<void> {
  for (const event of events)
    for (const { onEvent } of Object.values(simulatedServices)) {
      if (!onEvent) continue;
      const more: AccountEvent[] = [];
      // Nobody waits for the answer: what is refused is gone.
      await failureOf(Promise.resolve(onEvent(event, serviceContext(account, more, depth))));
      await deliver(more, account, depth + 1);
    }
}

async function callService(call: ServiceCall, account: AccountContext, depth: number): Promise<Structure> {
  const { service, operation: name, input, region, as, via } = call;
  const errors = simulatedServices[service].errors ?? catalogues[metadata[service].protocol];
  if (depth > MAX_DEPTH) throw errors.internal();
  const operation = await findOperation(service, name);
  if (!operation) throw errors.notSimulated(service, name);
  if (call.checked) await checkInput(call, operation, errors);
  const caller = as.kind === 'role' ? assumeForService(as, account) : as;
  const url = new URL(`https://${metadata[service].endpointPrefix}.${region}.amazonaws.com/`);
  const message = {
    method: 'POST',
    host: url.host,
    url,
    path: '/',
    headers: new Headers(),
    body: new Uint8Array(),
  };
  return runOperation({
    ...{ service, name, operation, input, caller, message, region, regional: true, errors, via, depth },
    ...account,
  });
}

/** Checks an input that no protocol has read. Throws a ServiceError. */
async function checkInput(call: ServiceCall, operation: AnyOperation, errors: ErrorCatalogue): Promise<void> {
  const { service, operation: name, input } = call;
  const schema = (await loadService(service)).operation(name);
  if (!schema) throw errors.notSimulated(service, name);
  const violations = findViolations(input, schema, operation, (member) => member);
  if (violations.length > 0) throw errors.invalid(violations);
  const [unread] = simulatedServices[service].undeclared ? [] : unreadMembers(input, operation);
  if (unread !== undefined) throw parameterNotSimulated(service, name, unread);
}

function authorize({ access }: AnyOperation, context: OperationContext<Structure>): void {
  if (access === 'none') return;
  const { action, namesResource } = access;
  context.require({
    action: access.actionFor?.(context as never) ?? action,
    namesResource,
    resource: access.resource(context as never),
    shown: access.shown?.(context as never),
    conditions: access.conditions?.(context as never),
    policy: access.policy?.(context as never),
    policyDecides: access.policyDecides,
  });
}
