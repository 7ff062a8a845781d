export { parseKnown } from './parse-arguments.ts';
export type { OptionSpec, ParsedArguments, Value } from './types.ts';
