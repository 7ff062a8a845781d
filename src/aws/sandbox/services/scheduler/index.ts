import type { SimulatedService } from '../../operation/index.ts';
import { enabledSchedules } from './scheduler-state.ts';

export const scheduler: SimulatedService = {
  resources: [
    {
      load: () => import(/* webpackChunkName: "scheduler" */ './schedules.ts'),
      names: ['CreateSchedule', 'DeleteSchedule', 'GetSchedule', 'ListSchedules', 'UpdateSchedule'],
    },
    {
      load: () => import(/* webpackChunkName: "scheduler" */ './schedule-groups.ts'),
      names: [
        'CreateScheduleGroup',
        'DeleteScheduleGroup',
        'GetScheduleGroup',
        'ListScheduleGroups',
        'ListTagsForResource',
        'TagResource',
        'UntagResource',
      ],
    },
  ],
  // Without a schedule nothing is loaded.
  onTime: async (context) => {
    if (enabledSchedules(context.state).length > 0)
      await (await import(/* webpackChunkName: "scheduler" */ './fire-schedules.ts')).fireSchedules(context);
  },
};
