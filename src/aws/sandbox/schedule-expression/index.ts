export { parseSchedule, type Schedule, timesBetween } from './parse-schedule.ts';
