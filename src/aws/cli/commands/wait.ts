import type { ServiceModel } from '../../wire/models/index.ts';
import { notBuiltIn } from '../failures.ts';
import type { CliModel } from '../model/index.ts';
import type { AwsHost } from '../types.ts';
import { kebabName } from './command-names.ts';
import { parseSubcommand, tooFewArguments } from './custom.ts';
import type { Globals } from './globals.ts';
import { helpText } from './help.ts';
import { callOperation } from './operation.ts';

/** Runs `aws ec2 wait vpc-available ...`: the options are those of the operation that it calls; it prints nothing. */
export async function runWait(
  command: string,
  { service, model }: { readonly service: ServiceModel; readonly model: CliModel },
  words: readonly string[],
  globals: Globals,
  host: AwsHost,
): Promise<string> {
  const wait = `${command} wait`;
  const { name, rest } = parseSubcommand(words, model.waiterCommands.split(' '));
  if (name === undefined) throw tooFewArguments(wait);
  if (name === 'help') return helpText(wait);
  const waiter = waiterNamed(model, name);
  const schema = waiter && service.operation(waiter.operation);
  if (!schema) throw notBuiltIn(`${wait} ${name}`, 'use the real AWS CLI for it.');
  return callOperation({ service, model, schema, command: `${wait} ${name}`, waiter }, rest, globals, host);
}

/** The waiter of a command (`vpc-available`), with botocore's name for it; undefined where it is not simulated. */
export function waiterNamed(model: CliModel, command: string) {
  const name = Object.keys(model.waiters).find((one) => kebabName(one) === command);
  const waiter = name === undefined ? undefined : model.waiters[name];
  return name === undefined || !waiter ? undefined : { ...waiter, name };
}
