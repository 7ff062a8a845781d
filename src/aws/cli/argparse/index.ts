export { parseKnown } from './parse.ts';
export type { OptionSpec, Parsed, Value } from './types.ts';
