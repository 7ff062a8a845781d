import type {
  DeleteMetricFilterRequest,
  DescribeMetricFiltersRequest,
  DescribeMetricFiltersResponse,
  MetricFilter,
  MetricTransformation,
  PutMetricFilterRequest,
} from '@aws-sdk/client-cloudwatch-logs';
import { defineOperation, type OperationContext, paginate, sortedBy } from '../../operation/index.ts';
import { parseFilterPattern } from './filter-pattern/index.ts';
import { findLogGroup, onLogGroup } from './find-log-group.ts';
import * as rules from './logs-constraints.ts';
import {
  invalidLogsParameter,
  invalidLogsToken,
  logsLimitExceeded,
  noSuchLogGroup,
  noSuchMetricFilter,
} from './logs-errors.ts';
import { type LogGroup, type LogMetricFilter, logsIn } from './logs-state.ts';

/** Most filters of a group, and dimensions of a filter: API reference, PutMetricFilter. */
const MOST_FILTERS = 100;
const MOST_DIMENSIONS = 3;
/** Default of a limit: API reference, DescribeMetricFilters. */
const PAGE = 50;

export default {
  PutMetricFilter: defineOperation<PutMetricFilterRequest, object>({
    constraints: {
      logGroupName: rules.logGroupName,
      filterName: rules.filterName,
      filterPattern: rules.filterPattern,
      metricTransformations: rules.metricTransformations,
    },
    access: onLogGroup('PutMetricFilter'),
    handle: (context) => {
      const { filterName: name = '', filterPattern: pattern = '', metricTransformations } = context.input;
      const { metricFilters } = findLogGroup(context);
      parseFilterPattern(pattern);
      const [transformation] = metricTransformations ?? [];
      if (!transformation) return {};
      checkTransformation(transformation);
      if (!metricFilters.has(name) && metricFilters.size >= MOST_FILTERS) throw logsLimitExceeded();
      const created = context.clock.account().getTime();
      metricFilters.set(name, { name, pattern, created, transformation });
      return {};
    },
  }),
  DescribeMetricFilters: defineOperation<DescribeMetricFiltersRequest, DescribeMetricFiltersResponse>({
    constraints: {
      logGroupName: rules.logGroupName,
      filterNamePrefix: rules.filterName,
      metricName: rules.metricName,
      metricNamespace: rules.metricNamespace,
      limit: rules.describeLimit,
      nextToken: rules.nextLogsToken,
    },
    access: onLogGroup('DescribeMetricFilters'),
    handle: (context) => {
      const { limit = PAGE, nextToken } = context.input;
      const keyOf = ({ group, filter }: Found) => JSON.stringify([filter.name, group.name]);
      const page = paginate(sortedBy(foundIn(context), keyOf), keyOf, limit, nextToken);
      if (!page) throw invalidLogsToken();
      return { metricFilters: page.items.map(describe), nextToken: page.next };
    },
  }),
  DeleteMetricFilter: defineOperation<DeleteMetricFilterRequest, object>({
    constraints: { logGroupName: rules.logGroupName, filterName: rules.filterName },
    access: onLogGroup('DeleteMetricFilter'),
    handle: (context) => {
      const { metricFilters } = findLogGroup(context);
      if (!metricFilters.delete(context.input.filterName ?? '')) throw noSuchMetricFilter();
      return {};
    },
  }),
};

/** Texts that users of AWS quote, but for what a line says. */
function checkTransformation(transformation: MetricTransformation): void {
  const { metricValue = '', metricNamespace = '', dimensions = {}, defaultValue } = transformation;
  const selectors = Object.values(dimensions);
  if (selectors.length > 0 && defaultValue !== undefined)
    throw invalidTransformation('dimensions and default value are mutually exclusive properties');
  if (!selectors.every(isSelector)) throw invalidTransformation('dimension value must be valid selector');
  // The three texts below are ours.
  if (selectors.length > MOST_DIMENSIONS)
    throw invalidTransformation(`at most ${MOST_DIMENSIONS} dimensions can be given`);
  if (!isSelector(metricValue) && !isNumber(metricValue))
    throw invalidTransformation('metric value must be a number or a valid selector');
  if (metricNamespace.startsWith('AWS/'))
    throw invalidTransformation('metric namespace must not begin with AWS/');
}

const invalidTransformation = (why: string) => invalidLogsParameter(`Invalid metric transformation: ${why}`);

const isSelector = (text: string): boolean => /^\$[\w.[]/.test(text);
const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

interface Found {
  readonly group: LogGroup;
  readonly filter: LogMetricFilter;
}

function foundIn(context: OperationContext<DescribeMetricFiltersRequest>): Found[] {
  const { logGroupName, filterNamePrefix = '', metricName, metricNamespace } = context.input;
  // API reference: each needs the other. The wording is ours.
  if ((metricName === undefined) !== (metricNamespace === undefined))
    throw invalidLogsParameter('metricName and metricNamespace must be given together.');
  const { groups } = logsIn(context);
  const named = logGroupName === undefined ? undefined : groups.get(logGroupName);
  if (logGroupName !== undefined && !named) throw noSuchLogGroup();
  return (named ? [named] : [...groups.values()])
    .flatMap((group) => [...group.metricFilters.values()].map((filter) => ({ group, filter })))
    .filter(
      ({ filter: { name, transformation } }) =>
        // API reference: the prefix counts beside a group only.
        (!named || name.startsWith(filterNamePrefix)) &&
        (metricName === undefined ||
          (transformation.metricName === metricName && transformation.metricNamespace === metricNamespace)),
    );
}

const describe = ({ group, filter }: Found): MetricFilter => ({
  filterName: filter.name,
  filterPattern: filter.pattern,
  metricTransformations: [filter.transformation],
  creationTime: filter.created,
  logGroupName: group.name,
  applyOnTransformedLogs: false,
});
