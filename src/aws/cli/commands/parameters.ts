import type { ParsedArguments, Value } from '../argparse/index.ts';
import { invalidParameterFailure } from '../failures.ts';
import type { Paginator } from '../model/index.ts';
import type { PagingOptions } from '../paging/index.ts';
import { loadFile, loadStream, unpack } from '../parameters/index.ts';
import type { AwsHost } from '../types.ts';
import { type Argument, kebabName } from './arguments.ts';
import { cliInput } from './cli-input.ts';

export interface CallParameters {
  readonly parameters: Record<string, unknown>;
  /** Undefined: one request, whatever more there is. */
  readonly paging?: PagingOptions;
}

/** Makes parameters of the options given. Throws for one that cannot be read. */
export async function buildParameters(
  table: readonly Argument[],
  parsed: ParsedArguments,
  paginator: Paginator | undefined,
  paginate: boolean,
  host: AwsHost,
): Promise<CallParameters> {
  const pages = paginator !== undefined && paginate && !namesPageItself(paginator, parsed);
  if (paginator && !pages) refusePaging(table, parsed);
  const parameters: Record<string, unknown> = {};
  const paging: Record<string, Value> = {};
  for (const argument of table) {
    const given = parsed.values.get(argument.option.dest);
    if (given === undefined) continue;
    const value = await load(argument, given, host);
    if (argument.contribute) argument.contribute(parameters, value, (name) => parsed.values.has(name));
    else addValue(argument, value, parameters, pages ? paging : undefined);
  }
  const input = await cliInput(parsed, host);
  const merged = { ...parameters, ...withoutGiven(input, parameters) };
  const tokens = paginator ? [...paginator.inputToken, paginator.limitKey ?? ''] : [];
  const namedInside = tokens.some((name) => name in merged);
  return { parameters: merged, paging: pages && !namedInside ? (paging as PagingOptions) : undefined };
}

/** Adds the value of an option to the parameters or, where the CLI pages itself, to its paging. */
function addValue(
  argument: Argument,
  value: Value | Uint8Array,
  parameters: Record<string, unknown>,
  paging: Record<string, Value> | undefined,
): void {
  if (argument.paging && paging) {
    paging[argument.paging] = value as Value;
    return;
  }
  const parameter = argument.paging ? argument.shadows : argument.parameter;
  if (parameter) parameters[parameter.name] = parameterValue(argument, value);
}

const load = ({ option, parameter }: Argument, given: Value, host: AwsHost) =>
  parameter?.shape.streaming ? loadStream(option.flag, given, host) : loadFile(option.flag, given, host);

function parameterValue(argument: Argument, value: Value | Uint8Array): unknown {
  const { option, parameter, shadows, wraps } = argument;
  if (wraps && (value === null || typeof value === 'boolean')) return { Value: value ?? true };
  const shape = parameter?.shape ?? shadows?.shape;
  if (!shape || typeof value === 'number' || value instanceof Uint8Array) return value;
  return unpack(option.flag, shape, value);
}

/** Options with which a user asks for one page of the service's own. */
function namesPageItself(paginator: Paginator, parsed: ParsedArguments): boolean {
  const names = [...paginator.inputToken, ...(paginator.limitKey ? [paginator.limitKey] : [])].map(kebabName);
  return names.some((name) => name !== 'max-items' && parsed.values.has(name));
}

function refusePaging(table: readonly Argument[], parsed: ParsedArguments): void {
  const order = ['starting-token', 'page-size', 'max-items'];
  const used = order.filter((name) => {
    const argument = table.find(({ option, paging }) => paging && option.dest === name);
    return argument && !argument.shadows && parsed.values.has(name);
  });
  if (used.length > 0) {
    const flags = used.map((name) => `--${name}`).join(', ');
    throw invalidParameterFailure(`Cannot specify --no-paginate along with pagination arguments: ${flags}`);
  }
}

const withoutGiven = (input: Record<string, unknown>, given: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(input).filter(([name]) => !(name in given)));
