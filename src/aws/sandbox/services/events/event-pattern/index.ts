export { matchesEvent, parseEventPattern } from './parse-event-pattern.ts';
