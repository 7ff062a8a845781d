import { loadService, type ServiceId, type ServiceModel } from '../../wire/models/index.ts';
import { parseKnown } from '../argparse/index.ts';
import { notBuiltIn } from '../failures.ts';
import { type CliModel, loadCliModel } from '../model/index.ts';
import type { AwsHost } from '../types.ts';
import { kebabName } from './arguments.ts';
import { runDeploy } from './cloudformation-deploy.ts';
import { helpText, parseSubcommand, tooFewArguments } from './custom.ts';
import type { Globals } from './globals.ts';
import { runLogsTail } from './logs-tail.ts';
import { callOperation } from './operation.ts';

/** `aws sts ...`: finds the operation and runs it. */
export async function runService(
  command: string,
  id: ServiceId,
  words: readonly string[],
  globals: Globals,
  host: AwsHost,
): Promise<string> {
  const [service, model] = await Promise.all([loadService(id), loadCliModel(id)]);
  const byCommand = new Map(service.operationNames.map((name) => [kebabName(name), name]));
  const { name, rest } = findOperation(words, model.commands.split(' '), byCommand);
  if (name === 'help') return helpText(command);
  if (name === 'wait') return runWait(command, { service, model }, rest, globals, host);
  if (id === 'logs' && name === 'tail') return runLogsTail({ service, model }, rest, globals, host);
  if (id === 'cloudformation' && name === 'deploy') return runDeploy({ service, model }, rest, globals, host);
  const schema = service.operation(byCommand.get(name) ?? '');
  if (!schema) throw notBuiltIn(`${command} ${name}`, 'use the real AWS CLI for it.');
  return callOperation({ service, model, schema, command: `${command} ${name}` }, rest, globals, host);
}

/** Operations newer than 2.9.19 run, but are not among the choices it lists. */
function findOperation(
  words: readonly string[],
  choices: readonly string[],
  known: ReadonlyMap<string, string>,
) {
  const positional = { kind: 'positional', dest: 'operation', takes: 'one' } as const;
  const free = parseKnown({ options: [], positionals: [positional] }, words);
  const isNewer = known.has(String(free.values.get('operation')));
  const parsed = isNewer
    ? free
    : parseKnown({ options: [], positionals: [{ ...positional, choices }] }, words);
  return { name: String(parsed.values.get('operation')), rest: parsed.extras };
}

/** Runs `aws ec2 wait vpc-available ...`: the options are those of the operation that it calls; it prints nothing. */
async function runWait(
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
