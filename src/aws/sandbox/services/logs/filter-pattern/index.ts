export { extractValues } from './extract-values.ts';
export { matchesFilter } from './match.ts';
export { parseFilterPattern } from './parse-filter-pattern.ts';
