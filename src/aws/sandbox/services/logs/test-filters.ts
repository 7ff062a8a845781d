import type { TestMetricFilterRequest, TestMetricFilterResponse } from '@aws-sdk/client-cloudwatch-logs';
import { defineOperation } from '../../operation/index.ts';
import { extractValues, matchesFilter, parseFilterPattern } from './filter-pattern/index.ts';
import { onAllLogs } from './find-log-group.ts';
import { filterPattern, testMessages } from './logs-constraints.ts';

export default {
  TestMetricFilter: defineOperation<TestMetricFilterRequest, TestMetricFilterResponse>({
    constraints: { filterPattern, logEventMessages: testMessages },
    access: onAllLogs('TestMetricFilter'),
    handle: ({ input }) => {
      const pattern = parseFilterPattern(input.filterPattern ?? '');
      const matches = (input.logEventMessages ?? []).flatMap((eventMessage, index) =>
        matchesFilter(pattern, eventMessage)
          ? [{ eventNumber: index + 1, eventMessage, extractedValues: extractValues(pattern, eventMessage) }]
          : [],
      );
      return { matches };
    },
  }),
};
