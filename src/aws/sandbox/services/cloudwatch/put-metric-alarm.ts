import type { PutMetricAlarmInput } from '@aws-sdk/client-cloudwatch';
import { requestTagConditions } from '../../authorization/index.ts';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { addHistoryItem } from './alarm-history.ts';
import { type AlarmRecord, alarmArnOf, alarmsIn } from './alarm-state.ts';
import * as rules from './cloudwatch-constraints.ts';
import { invalidAlarm, metricNotSimulated } from './cloudwatch-errors.ts';
import { onAlarm, tagConditions } from './find-alarm.ts';

export default {
  PutMetricAlarm: defineOperation<PutMetricAlarmInput, object>({
    constraints: rules.alarmConstraints,
    reads: ['ActionsEnabled', 'Threshold'],
    access: { ...onAlarm('PutMetricAlarm'), conditions: conditionsOf },
    handle: (context) => {
      const { AlarmName = '', Tags = [] } = context.input;
      checkAlarm(context.input);
      // "You must be signed on with both" permissions to tag an alarm as it is created (API reference).
      if (Tags.length > 0 && !alarmsIn(context).alarms.has(AlarmName))
        context.require({
          ...{ action: 'cloudwatch:TagResource', namesResource: true },
          resource: alarmArnOf(context, AlarmName),
          conditions: conditionsOf(context),
        });
      putAlarm(context);
      return {};
    },
  }),
};

/** Condition keys of Service Authorization Reference, "Amazon CloudWatch". */
function conditionsOf(context: OperationContext<PutMetricAlarmInput>) {
  const { AlarmName = '', AlarmActions, Tags } = context.input;
  return {
    ...tagConditions(context, AlarmName),
    ...requestTagConditions(Tags),
    'cloudwatch:AlarmActions': AlarmActions,
  };
}

/** Makes an alarm, or changes one, which keeps its state and its tags. */
function putAlarm(context: OperationContext<PutMetricAlarmInput>): void {
  const { Tags = [], ...given } = context.input;
  const settings: PutMetricAlarmInput = { ActionsEnabled: true, ...given };
  const { AlarmName: name = '' } = settings;
  const { alarms } = alarmsIn(context);
  const now = context.clock.account();
  const known = alarms.get(name);
  const alarm: AlarmRecord = known ?? {
    ...{ name, arn: alarmArnOf(context, name), region: context.region, settings, configured: now },
    ...{ state: 'INSUFFICIENT_DATA', reason: 'Unchecked: Initial alarm creation' },
    ...{ updated: now, transitioned: now, evaluatedUntil: now.getTime() },
    tags: new Map(Tags.map(({ Key = '', Value = '' }) => [Key, Value])),
  };
  Object.assign(alarm, { settings, configured: now });
  alarms.set(name, alarm);
  const [done, type] = known ? ['updated', 'Update'] : ['created', 'Create'];
  addHistoryItem(alarm, 'ConfigurationUpdate', `Alarm "${name}" ${done}`, { type }, context);
}

const DAY = 86_400;
const MISSING = ['breaching', 'notBreaching', 'ignore', 'missing'];

/**
 * Refuses what AWS would refuse of an alarm, and what the account cannot keep. Wordings are ours, but for
 * what a line says.
 */
function checkAlarm(input: PutMetricAlarmInput): void {
  for (const name of ['Namespace', 'MetricName', 'Period', 'Statistic', 'Threshold'] as const)
    if (input[name] === undefined) throw invalidAlarm(`The parameter ${name} must be specified.`);
  if (input.ComparisonOperator && !/ToThreshold$|ThanThreshold$/.test(input.ComparisonOperator))
    throw metricNotSimulated('anomaly detection');
  checkPeriods(input);
  // As LocalStack has it, whose answers are checked against AWS.
  if (input.TreatMissingData !== undefined && !MISSING.includes(input.TreatMissingData))
    throw invalidAlarm(
      `The value ${input.TreatMissingData} is not supported for TreatMissingData parameter. Supported values are [${MISSING.join(', ')}].`,
    );
  for (const action of actionsOf(input)) checkAction(action);
}

function checkPeriods({
  Period = 60,
  EvaluationPeriods = 1,
  DatapointsToAlarm = 1,
}: PutMetricAlarmInput): void {
  if (Period !== 10 && Period !== 20 && Period !== 30 && Period % 60 !== 0)
    throw invalidAlarm('Period must be 10, 20, 30 or a multiple of 60.');
  // Texts that users of AWS quote.
  if (Period < 3600 && Period * EvaluationPeriods > DAY)
    throw invalidAlarm(
      `Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= ${DAY}).`,
    );
  if (Period * EvaluationPeriods > 7 * DAY)
    throw invalidAlarm(
      `Metrics cannot be checked across more than a week (EvaluationPeriods * Period must be <= ${7 * DAY}) for alarms using period >= 3600`,
    );
  if (DatapointsToAlarm > EvaluationPeriods)
    throw invalidAlarm('DatapointsToAlarm must not be greater than EvaluationPeriods.');
}

const actionsOf = ({
  OKActions = [],
  AlarmActions = [],
  InsufficientDataActions = [],
}: PutMetricAlarmInput) => [...OKActions, ...AlarmActions, ...InsufficientDataActions];

function checkAction(arn: string): void {
  const [prefix, , service, , , ...rest] = arn.split(':');
  if (prefix !== 'arn' || rest.length === 0) throw invalidAlarm(`Invalid arn syntax: ${arn}`);
  if (service !== 'sns' && service !== 'lambda') throw metricNotSimulated(`the action ${arn} of an alarm`);
}
