import type {
  Condition,
  CreateEventBusRequest,
  CreateEventBusResponse,
  DeleteEventBusRequest,
  DescribeEventBusRequest,
  DescribeEventBusResponse,
  EventBus as EventBusShape,
  ListEventBusesRequest,
  ListEventBusesResponse,
  PutPermissionRequest,
  RemovePermissionRequest,
} from '@aws-sdk/client-eventbridge';
import { requestTagConditions } from '../../authorization/index.ts';
import { defineOperation, paginate, sortedBy } from '../../operation/index.ts';
import { policyFaults } from '../../policy-syntax/index.ts';
import {
  busListLimit,
  busName,
  busNameOrArn,
  busPrincipal,
  busStatementId,
  eventsToken,
  eventTags,
  putAction,
  ruleDescription,
} from './events-constraints.ts';
import { busExists, eventsValidationError, invalidEventsToken, noSuchStatement } from './events-errors.ts';
import { type BusStatement, busesIn, DEFAULT_BUS, type EventBus, newBus } from './events-state.ts';
import { busNameOf, busPolicy, findBus, onBus } from './find-bus.ts';

const PAGE = 100;

export default {
  CreateEventBus: defineOperation<CreateEventBusRequest, CreateEventBusResponse>({
    constraints: { Name: busName, Tags: eventTags, Description: ruleDescription },
    access: {
      ...onBus<CreateEventBusRequest>('CreateEventBus', ({ Name }) => Name),
      conditions: ({ input }) => requestTagConditions(input.Tags),
    },
    handle: (context) => {
      const { Name = '', Tags = [], Description } = context.input;
      const buses = busesIn(context);
      if (buses.has(Name)) throw busExists(Name);
      // API reference: a name has no slash but that of a partner's. The text is ours.
      if (Name.includes('/')) throw eventsValidationError("Event bus name must not contain '/'.");
      const bus = newBus(context, Name);
      bus.description = Description;
      for (const { Key = '', Value = '' } of Tags) bus.tags.set(Key, Value);
      buses.set(Name, bus);
      return { EventBusArn: bus.arn, Description };
    },
  }),
  DeleteEventBus: defineOperation<DeleteEventBusRequest, object>({
    constraints: { Name: busName },
    access: onBus('DeleteEventBus', ({ Name }) => Name),
    handle: (context) => {
      const { Name = '' } = context.input;
      if (Name === DEFAULT_BUS) throw eventsValidationError('Cannot delete event bus default.');
      const bus = busesIn(context).get(Name);
      // A text that users of AWS quote. To delete what is not there is no error.
      if (bus && bus.rules.size > 0)
        throw eventsValidationError("Event bus can't be deleted since it has rules.");
      busesIn(context).delete(Name);
      return {};
    },
  }),
  DescribeEventBus: defineOperation<DescribeEventBusRequest, DescribeEventBusResponse>({
    constraints: { Name: busNameOrArn },
    access: onBus('DescribeEventBus', ({ Name }) => Name),
    handle: (context) => describe(findBus(context, context.input.Name)),
  }),
  ListEventBuses: defineOperation<ListEventBusesRequest, ListEventBusesResponse>({
    constraints: { NamePrefix: busName, NextToken: eventsToken, Limit: busListLimit },
    access: {
      action: 'events:ListEventBuses',
      namesResource: true,
      resource: ({ state, region }) => `arn:aws:events:${region}:${state.account.id}:event-bus/*`,
    },
    handle: (context) => {
      const { NamePrefix = '', Limit = PAGE, NextToken } = context.input;
      const found = [...busesIn(context).values()].filter(({ name }) => name.startsWith(NamePrefix));
      const page = paginate(
        sortedBy(found, ({ name }) => name),
        ({ name }) => name,
        Limit,
        NextToken,
      );
      if (!page) throw invalidEventsToken();
      return { EventBuses: page.items.map(describe), NextToken: page.next };
    },
  }),
  PutPermission: defineOperation<PutPermissionRequest, object>({
    constraints: {
      EventBusName: busName,
      Action: putAction,
      Principal: busPrincipal,
      StatementId: busStatementId,
    },
    reads: ['Condition', 'Policy'],
    access: onBus('PutPermission'),
    handle: (context) => {
      const { input, clock } = context;
      const bus = findBus(context, input.EventBusName);
      if (input.Policy !== undefined) bus.statements = readStatements(input.Policy);
      else {
        const added = toStatement(input, bus.arn);
        bus.statements = [...bus.statements.filter(({ Sid }) => Sid !== added.Sid), added];
      }
      bus.modified = clock.account();
      return {};
    },
  }),
  RemovePermission: defineOperation<RemovePermissionRequest, object>({
    constraints: { EventBusName: busName },
    reads: ['StatementId', 'RemoveAllPermissions'],
    access: onBus('RemovePermission'),
    handle: (context) => {
      const { EventBusName, StatementId, RemoveAllPermissions } = context.input;
      const bus = findBus(context, EventBusName);
      const left = RemoveAllPermissions ? [] : bus.statements.filter(({ Sid }) => Sid !== StatementId);
      if (!RemoveAllPermissions && left.length === bus.statements.length) throw noSuchStatement();
      bus.statements = left;
      bus.modified = context.clock.account();
      return {};
    },
  }),
};

function describe(bus: EventBus): EventBusShape {
  const policy = busPolicy(bus);
  return {
    Name: busNameOf(bus.name),
    Arn: bus.arn,
    Description: bus.description,
    Policy: policy === undefined ? undefined : JSON.stringify(policy),
    CreationTime: bus.created,
    LastModifiedTime: bus.modified,
  };
}

function toStatement({ Action, Principal, StatementId, Condition }: PutPermissionRequest, arn: string) {
  // Our wording.
  if (Action === undefined || Principal === undefined || StatementId === undefined)
    throw eventsValidationError('Action, Principal and StatementId must be given where no Policy is.');
  return {
    Sid: StatementId,
    Effect: 'Allow',
    Principal: Principal === '*' ? '*' : { AWS: `arn:aws:iam::${Principal}:root` },
    Action,
    Resource: arn,
    ...(Condition && { Condition: toCondition(Condition) }),
  };
}

function toCondition({ Type = '', Key = '', Value }: Condition) {
  return { [Type]: { [Key]: Value } };
}

/** Problems that the grammar finds in trust policies only. */
const ALLOWED: readonly string[] = ['misplaced-resource', 'trust-action', 'sid'];

function readStatements(text: string): BusStatement[] {
  const document = parse(text);
  const faults = [...policyFaults(document, 'trust')].filter(({ code }) => !ALLOWED.includes(code));
  // Our wording.
  if (faults.length > 0) throw eventsValidationError('Parameter Policy is not valid.');
  return [(document as { Statement: BusStatement | BusStatement[] }).Statement].flat();
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw eventsValidationError('Parameter Policy is not valid.');
  }
}
