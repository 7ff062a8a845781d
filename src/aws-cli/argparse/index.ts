export { parseKnown } from './parse.ts';
export type { OptionSpec, Parsed, ParserSpec, PositionalSpec, Value } from './types.ts';
