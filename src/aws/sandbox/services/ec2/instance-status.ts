import type * as Ec2 from '@aws-sdk/client-ec2';
import { defineOperation, type OperationContext } from '../../operation/index.ts';
import { kinds } from './ec2-kinds.ts';
import { inRegion } from './find.ts';
import { isChecked, STATE_CODES, stateOf } from './lifecycle.ts';
import { type FilterValues, PAGE_LIMITS, refuseIdsWithPages, selectPage } from './select.ts';
import { computeOf, type Instance } from './state/index.ts';
import { permissionToDescribe } from './tagged-resources.ts';
import { toState } from './to-instance.ts';

export default {
  DescribeInstanceStatus: defineOperation<
    Ec2.DescribeInstanceStatusRequest,
    Ec2.DescribeInstanceStatusResult
  >({
    constraints: PAGE_LIMITS,
    reads: ['DryRun', 'InstanceIds', 'Filters', 'NextToken', 'IncludeAllInstances'],
    access: permissionToDescribe('DescribeInstanceStatus'),
    handle: (context) => {
      const { input, state, region, clock } = context;
      refuseIdsWithPages('instancesSet', input.InstanceIds, input);
      const all = inRegion(computeOf(state).instances, region);
      const page = selectPage(all, input.InstanceIds, kinds.instance, input, filters(context));
      // "By default, only running instances are described" (API reference).
      const shown = page.items.filter(
        (instance) => input.IncludeAllInstances || stateOf(instance, clock) === 'running',
      );
      return { InstanceStatuses: shown.map((one) => toStatus(one, context)), NextToken: page.next };
    },
  }),
};

type Context = OperationContext<object>;

/** `ok` once both checks have passed; they are not made of an instance that does not run. */
function summaryOf(instance: Instance, { clock }: Context): Ec2.SummaryStatus {
  if (stateOf(instance, clock) !== 'running') return 'not-applicable';
  return isChecked(instance, clock) ? 'ok' : 'initializing';
}

function toStatus(instance: Instance, context: Context): Ec2.InstanceStatus {
  const summary = summaryOf(instance, context);
  const details: Ec2.InstanceStatusDetails[] = [
    { Name: 'reachability', Status: reachability(instance, context) },
  ];
  const status = summary === 'not-applicable' ? { Status: summary } : { Details: details, Status: summary };
  return {
    AvailabilityZone: instance.availabilityZone,
    InstanceId: instance.id,
    InstanceState: toState(instance, context),
    InstanceStatus: status,
    SystemStatus: status,
  };
}

/** The filters that the API reference lists; no event is ever scheduled. */
const filters = (context: Context): FilterValues<Instance> => ({
  'availability-zone': ({ availabilityZone }) => [availabilityZone],
  'event.code': () => [],
  'event.description': () => [],
  'event.instance-event-id': () => [],
  'event.not-after': () => [],
  'event.not-before': () => [],
  'event.not-before-deadline': () => [],
  'instance-state-code': (instance) => [STATE_CODES[stateOf(instance, context.clock)]],
  'instance-state-name': (instance) => [stateOf(instance, context.clock)],
  'instance-status.reachability': (instance) => [reachability(instance, context)],
  'instance-status.status': (instance) => [summaryOf(instance, context)],
  'system-status.reachability': (instance) => [reachability(instance, context)],
  'system-status.status': (instance) => [summaryOf(instance, context)],
});

const reachability = (instance: Instance, context: Context): 'passed' | 'initializing' =>
  summaryOf(instance, context) === 'ok' ? 'passed' : 'initializing';
