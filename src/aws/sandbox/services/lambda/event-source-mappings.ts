import type {
  CreateEventSourceMappingRequest,
  DeleteEventSourceMappingRequest,
  EventSourceMappingConfiguration,
  GetEventSourceMappingRequest,
  ListEventSourceMappingsRequest,
  ListEventSourceMappingsResponse,
  UpdateEventSourceMappingRequest,
} from '@aws-sdk/client-lambda';
import {
  defineOperation,
  newRequestId,
  type OperationContext,
  paginate,
  sortedBy,
} from '../../operation/index.ts';
import { checkSource, readEventSource } from './event-source-settings.ts';
import { type EventSourceMapping, eventSources, stateOfEventSource } from './event-source-state.ts';
import { arnOfReference, onAllFunctions, readFunctionName } from './find-function.ts';
import * as rules from './lambda-constraints.ts';
import {
  duplicateEventSource,
  eventSourceInUse,
  invalidLambdaParameter,
  invalidMarker,
  noSuchResource,
} from './lambda-errors.ts';
import { functionsIn, type LambdaPlace } from './lambda-state.ts';
import { isStream } from './stream-source.ts';

/** API reference, ListEventSourceMappings: at most 100 in an answer. */
const PAGE = 100;

const SETTINGS = {
  BatchSize: rules.batchSize,
  MaximumBatchingWindowInSeconds: rules.batchingWindow,
  MaximumRetryAttempts: rules.retryAttempts,
};
const READ = [
  ...['FilterCriteria.Filters', 'FunctionResponseTypes', 'ScalingConfig.MaximumConcurrency', 'Enabled'],
] as const;

type ById = { readonly UUID: string | undefined };

export default {
  CreateEventSourceMapping: defineOperation<CreateEventSourceMappingRequest, EventSourceMappingConfiguration>(
    {
      constraints: {
        EventSourceArn: rules.eventSourceArn,
        FunctionName: rules.functionName,
        StartingPosition: rules.startingPosition,
        ...SETTINGS,
      },
      reads: READ,
      access: {
        ...onAllFunctions('CreateEventSourceMapping'),
        conditions: (context) => functionArnCondition(context.input.FunctionName, context),
      },
      handle: async (context) => {
        const { input, clock, random, region } = context;
        const sourceArn = input.EventSourceArn ?? '';
        const settings = readEventSource(input, sourceArn, context);
        const startingPosition = readStartingPosition(sourceArn, input.StartingPosition);
        const newest = await checkSource(sourceArn, settings, context);
        const { functionName: name, qualifier } = settings;
        const mappings = eventSources(context);
        const known = [...mappings.values()].find(
          (one) =>
            one.sourceArn === sourceArn &&
            one.settings.functionName === name &&
            one.settings.qualifier === qualifier,
        );
        if (known) throw duplicateEventSource(sourceArn, name, known.id);
        const modified = clock.account();
        const mapping: EventSourceMapping = {
          ...{ id: newRequestId(random), region, sourceArn, settings, modified },
          change: 'Creating',
          polled: modified.getTime(),
          startingPosition,
          after: startingPosition === 'LATEST' ? newest : undefined,
        };
        mappings.set(mapping.id, mapping);
        return toConfiguration(mapping, context);
      },
    },
  ),
  GetEventSourceMapping: defineOperation<GetEventSourceMappingRequest, EventSourceMappingConfiguration>({
    reads: ['UUID'],
    access: onMapping('GetEventSourceMapping'),
    handle: (context) => toConfiguration(findMapping(context), context),
  }),
  ListEventSourceMappings: defineOperation<ListEventSourceMappingsRequest, ListEventSourceMappingsResponse>({
    constraints: {
      EventSourceArn: rules.eventSourceArn,
      FunctionName: rules.functionName,
      MaxItems: rules.maxItems,
    },
    reads: ['Marker'],
    access: onAllFunctions('ListEventSourceMappings'),
    handle: (context) => {
      const { EventSourceArn, FunctionName, MaxItems = PAGE, Marker } = context.input;
      const wanted = FunctionName === undefined ? undefined : readFunctionName({ FunctionName }).name;
      const idOf = ({ id }: EventSourceMapping) => id;
      const all = sortedBy([...eventSources(context).values()], idOf).filter(
        ({ region, sourceArn, settings }) =>
          region === context.region &&
          (EventSourceArn === undefined || sourceArn === EventSourceArn) &&
          (wanted === undefined || settings.functionName === wanted),
      );
      const page = paginate(all, idOf, Math.min(MaxItems, PAGE), Marker);
      if (!page) throw invalidMarker();
      return {
        EventSourceMappings: page.items.map((mapping) => toConfiguration(mapping, context)),
        NextMarker: page.next,
      };
    },
  }),
  UpdateEventSourceMapping: defineOperation<UpdateEventSourceMappingRequest, EventSourceMappingConfiguration>(
    {
      constraints: { FunctionName: rules.functionName, ...SETTINGS },
      reads: ['UUID', ...READ],
      access: onMapping('UpdateEventSourceMapping'),
      handle: async (context) => {
        const mapping = changeable(context);
        const before = mapping.settings;
        const settings = readEventSource(context.input, mapping.sourceArn, context, before);
        await checkSource(mapping.sourceArn, settings, context);
        const turned = settings.enabled ? 'Enabling' : 'Disabling';
        mapping.change = settings.enabled === before.enabled ? 'Updating' : turned;
        mapping.settings = settings;
        mapping.modified = context.clock.account();
        return toConfiguration(mapping, context);
      },
    },
  ),
  DeleteEventSourceMapping: defineOperation<DeleteEventSourceMappingRequest, EventSourceMappingConfiguration>(
    {
      reads: ['UUID'],
      access: onMapping('DeleteEventSourceMapping'),
      handle: (context) => {
        const mapping = changeable(context);
        mapping.change = 'Deleting';
        mapping.modified = context.clock.account();
        return toConfiguration(mapping, context);
      },
    },
  ),
};

/** An action on the mapping that the input names. */
function onMapping<Input extends ById>(action: string) {
  return {
    action: `lambda:${action}`,
    resource: (context: OperationContext<Input>) => mappingArn(context.input.UUID ?? '', context),
    namesResource: true,
    conditions: (context: OperationContext<Input>) =>
      functionArnCondition(
        eventSources(context).get(context.input.UUID ?? '')?.settings.functionName,
        context,
      ),
  };
}

/** The condition key `lambda:FunctionArn` of the service authorization reference. */
function functionArnCondition(FunctionName: string | undefined, place: LambdaPlace) {
  return {
    'lambda:FunctionArn':
      FunctionName === undefined
        ? undefined
        : functionsIn(place).arnOf(readFunctionName({ FunctionName }).name),
  };
}

const mappingArn = (id: string, { state, region }: LambdaPlace) =>
  `arn:aws:lambda:${region}:${state.account.id}:event-source-mapping:${id}`;

/** Throws ResourceNotFoundException. */
function findMapping(context: OperationContext<ById>): EventSourceMapping {
  const mapping = eventSources(context).get(context.input.UUID ?? '');
  if (mapping?.region !== context.region) throw noSuchResource();
  return mapping;
}

/** Throws ResourceInUseException while an earlier change goes on. */
function changeable(context: OperationContext<ById>): EventSourceMapping {
  const mapping = findMapping(context);
  if (!['Enabled', 'Disabled'].includes(stateOfEventSource(mapping, context.clock))) throw eventSourceInUse();
  return mapping;
}

/** Texts as recorded on AWS, but for the first. */
function readStartingPosition(
  sourceArn: string,
  stated: string | undefined,
): EventSourceMapping['startingPosition'] {
  if (!isStream(sourceArn)) {
    if (stated !== undefined)
      throw invalidLambdaParameter('StartingPosition is not valid for SQS event sources.');
    return undefined;
  }
  if (stated === undefined)
    throw invalidLambdaParameter(
      "1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: Member must not be null.",
    );
  if (stated !== 'LATEST' && stated !== 'TRIM_HORIZON')
    throw invalidLambdaParameter(`Unsupported starting position for arn type: ${sourceArn}`);
  return stated;
}

/** Members as recorded on AWS for a queue, and for a stream. */
function toConfiguration(
  mapping: EventSourceMapping,
  context: Pick<OperationContext<unknown>, 'state' | 'region' | 'clock'>,
): EventSourceMappingConfiguration {
  const { id, sourceArn, settings, modified, startingPosition } = mapping;
  const { functionName: name, qualifier, filters, maximumConcurrency } = settings;
  return {
    UUID: id,
    StartingPosition: startingPosition,
    BatchSize: settings.batchSize,
    MaximumBatchingWindowInSeconds: settings.windowSeconds,
    EventSourceArn: sourceArn,
    FilterCriteria: filters && { Filters: filters.map((Pattern) => ({ Pattern })) },
    FunctionArn: arnOfReference(context, { name, qualifier }),
    LastModified: modified,
    State: stateOfEventSource(mapping, context.clock),
    StateTransitionReason: startingPosition ? 'User action' : 'USER_INITIATED',
    FunctionResponseTypes: settings.reportsItems ? ['ReportBatchItemFailures'] : [],
    ScalingConfig: maximumConcurrency === undefined ? undefined : { MaximumConcurrency: maximumConcurrency },
    EventSourceMappingArn: mappingArn(id, context),
    ...(startingPosition && streamSettings(mapping)),
  };
}

function streamSettings({ settings, lastResult }: EventSourceMapping) {
  return {
    LastProcessingResult: lastResult ?? 'No records processed',
    DestinationConfig: { OnFailure: {} },
    BisectBatchOnFunctionError: false,
    MaximumRecordAgeInSeconds: -1,
    MaximumRetryAttempts: settings.maximumRetries ?? -1,
    ParallelizationFactor: 1,
    TumblingWindowInSeconds: 0,
  };
}
