import type {
  PutEventsRequest,
  PutEventsRequestEntry,
  PutEventsResponse,
  PutEventsResultEntry,
  TestEventPatternRequest,
  TestEventPatternResponse,
} from '@aws-sdk/client-eventbridge';
import { parseEventPattern } from '../../event-pattern/index.ts';
import { matchesBody } from '../../filter-policy/index.ts';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { deliverToBus } from './deliver.ts';
import { eventEntries } from './events-constraints.ts';
import { eventsValidationError } from './events-errors.ts';
import { busArn, busesIn } from './events-state.ts';
import { busNameOf, busPolicy } from './find-bus.ts';
import { SESSION_NAME, toBusEvent } from './target-input.ts';

/** User Guide, "Calculating PutEvents event entry size": 256 KB in all. */
const MOST_BYTES = 262_144;

type Context = OperationContext<PutEventsRequest>;

export default {
  PutEvents: defineOperation<PutEventsRequest, PutEventsResponse>({
    constraints: { Entries: eventEntries },
    access: {
      action: 'events:PutEvents',
      namesResource: true,
      resource: (context) => accessTo(context, context.input.Entries?.[0]).resource,
      policy: (context) => accessTo(context, context.input.Entries?.[0]).policy,
      conditions: (context) => accessTo(context, context.input.Entries?.[0]).conditions,
    },
    handle: async (context) => {
      const entries = context.input.Entries ?? [];
      for (const entry of entries.slice(1))
        context.require({ action: 'events:PutEvents', namesResource: true, ...accessTo(context, entry) });
      const size = entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
      if (size > MOST_BYTES)
        throw eventsValidationError('Total size of the entries in the request is over the limit.');
      const Entries: PutEventsResultEntry[] = [];
      for (const entry of entries) Entries.push(await put(entry, context));
      return { FailedEntryCount: Entries.filter(({ ErrorCode }) => ErrorCode !== undefined).length, Entries };
    },
  }),
  TestEventPattern: defineOperation<TestEventPatternRequest, TestEventPatternResponse>({
    reads: ['EventPattern', 'Event'],
    access: { action: 'events:TestEventPattern', namesResource: false, resource: () => '*' },
    handle: ({ input: { EventPattern = '', Event = '' } }) => {
      const pattern = parseEventPattern(EventPattern);
      if (!isObject(Event)) throw eventsValidationError('Parameter Event is not valid.');
      return { Result: matchesBody(pattern, Event) };
    },
  }),
};

/** The bus of an entry, with its policy and the condition keys of the entry. */
function accessTo(context: Context, { EventBusName, Source, DetailType }: PutEventsRequestEntry = {}) {
  const name = busNameOf(EventBusName);
  return {
    resource: busArn(context, name),
    policy: busPolicy(busesIn(context).get(name)),
    conditions: { 'events:source': Source, 'events:detail-type': DetailType },
  };
}

async function put(entry: PutEventsRequestEntry, context: Context): Promise<PutEventsResultEntry> {
  const refused = refusalOf(entry);
  if (refused) return refused;
  const { clock, region } = context;
  const { Source = '', DetailType = '', Detail = '', Resources = [], EventBusName, Time } = entry;
  const happened = {
    source: Source,
    detailType: DetailType,
    region,
    resources: Resources,
    detail: JSON.parse(Detail),
  };
  const event = toBusEvent(happened, Time ?? clock.account(), context);
  // As recorded on AWS: an event for a bus that is not there succeeds, and goes nowhere.
  await deliverToBus(event, busNameOf(EventBusName), region, context, isBus(context.caller));
  return { EventId: event.id };
}

/** Tells whether EventBridge itself puts the event: a rule whose target is this bus. */
function isBus(caller: Context['caller']): boolean {
  if (caller.kind === 'service') return caller.name === 'events.amazonaws.com';
  return caller.kind === 'assumed-role' && caller.sessionName === SESSION_NAME;
}

/** Texts that users of AWS quote, and for a malformed detail as recorded. */
function refusalOf({ Source, DetailType, Detail }: PutEventsRequestEntry): PutEventsResultEntry | undefined {
  for (const [name, value] of Object.entries({ Source, DetailType, Detail }))
    if (!value)
      return {
        ErrorCode: 'InvalidArgument',
        ErrorMessage: `Parameter ${name} is not valid. Reason: ${name} is a required argument.`,
      };
  if (Source?.startsWith('aws.'))
    return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' };
  if (!isObject(Detail ?? '')) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  return undefined;
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** User Guide: the time counts 14 bytes, then the UTF-8 of the other members. */
function sizeOf({ Source = '', DetailType = '', Detail = '', Resources = [], Time }: PutEventsRequestEntry) {
  const encoder = new TextEncoder();
  const texts = [Source, DetailType, Detail, ...Resources];
  return (Time ? 14 : 0) + texts.reduce((sum, text) => sum + encoder.encode(text).length, 0);
}
