/** From MDX to the typed model of a procedure. Pure: the same in Node and in a browser. */
export { type ExtractOptions, extractPage } from './extract.ts';
export { identifyPage } from './identify.ts';
export { type InfoAttribute, parseInfo } from './info.ts';
export { nearestFew } from './nearest.ts';
export { parsePage } from './parse.ts';
export { checkPages, orderPages, prerequisites } from './plan.ts';
export { formatProblem } from './problems.ts';
export { readPage } from './read.ts';
export type * from './types.ts';
export { substitute } from './variables.ts';
