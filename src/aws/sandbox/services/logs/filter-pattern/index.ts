export { extractValues } from './fields.ts';
export { matchesFilter } from './match.ts';
export { parseFilterPattern } from './parse-filter-pattern.ts';
