export { parseEventPattern } from './parse-event-pattern.ts';
