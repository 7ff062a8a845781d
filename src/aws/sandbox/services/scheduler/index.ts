import type { SimulatedService } from '../../operation/index.ts';
import { enabledSchedules } from './scheduler-state.ts';

export const scheduler: SimulatedService = {
  resources: [
    {
      load: () => import(/* webpackChunkName: "events" */ './schedules.ts'),
      names: ['CreateSchedule', 'DeleteSchedule', 'GetSchedule', 'ListSchedules', 'UpdateSchedule'],
    },
    {
      load: () => import(/* webpackChunkName: "events" */ './schedule-groups.ts'),
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
      await (await import(/* webpackChunkName: "events" */ './fire-schedules.ts')).fireSchedules(context);
  },
};
