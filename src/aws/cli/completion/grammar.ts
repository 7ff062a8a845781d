import { NormalizedSchema } from '@smithy/core/schema';
import { isServiceId, loadService, type ServiceId, serviceIds } from '../../wire/models/index.ts';
import type { OptionSpec } from '../argparse/index.ts';
import { deployOptions } from '../commands/cloudformation-deploy.ts';
import { kebabName } from '../commands/command-names.ts';
import { fileOutput } from '../commands/file-output.ts';
import { tailOptions } from '../commands/logs-tail.ts';
import { operationArguments } from '../commands/operation-arguments.ts';
import { waiterNamed } from '../commands/wait.ts';
import { configureCommands } from '../configure/index.ts';
import { loadCliModel } from '../model/index.ts';
import { shapeOf } from '../parameters/index.ts';
import { s3CommandOptions } from '../s3/index.ts';
import type { Grammar } from './types.ts';

/** Commands that the built-in has and offers: fewer than the real CLI knows by name. */
const commands: readonly string[] = [
  ...serviceIds.filter((id) => id !== 's3'),
  ...['configure', 's3', 's3api'],
].sort();

/** Returns what may follow the words of a command: `[]`, `['sts']`, `['sts', 'get-caller-identity']`. */
export async function grammarOf([command, subcommand, waiter]: readonly string[]): Promise<Grammar> {
  if (command === undefined) return { subcommands: commands, options: [] };
  if (command === 'configure') return words(configureCommands, {}, subcommand);
  if (command === 's3') return words(Object.keys(s3CommandOptions), s3CommandOptions, subcommand);
  const id = command === 's3api' ? 's3' : command;
  return isServiceId(id) ? operation(id, subcommand, waiter) : { options: [] };
}

function words(
  names: readonly string[],
  options: Readonly<Record<string, readonly OptionSpec[]>>,
  subcommand: string | undefined,
): Grammar {
  return subcommand === undefined
    ? { subcommands: names, options: [] }
    : { options: Object.hasOwn(options, subcommand) ? (options[subcommand] ?? []) : [] };
}

async function operation(
  id: ServiceId,
  subcommand: string | undefined,
  waiter: string | undefined,
): Promise<Grammar> {
  const [service, model] = await Promise.all([loadService(id), loadCliModel(id)]);
  const names = new Map(service.operationNames.map((name) => [kebabName(name), name]));
  const waiters = Object.keys(model.waiters).map(kebabName).sort();
  const isOffered = (name: string) =>
    names.has(name) || (name === 'wait' && waiters.length > 0) || customOptions(id, name) !== undefined;
  if (subcommand === undefined)
    return { subcommands: model.commands.split(' ').filter(isOffered), options: [] };
  if (subcommand === 'wait' && waiter === undefined) return { subcommands: waiters, options: [] };
  const operationName =
    subcommand === 'wait' ? waiterNamed(model, waiter ?? '')?.operation : names.get(subcommand);
  const custom = customOptions(id, subcommand);
  if (custom) return { options: custom };
  const schema = service.operation(operationName ?? '');
  if (!schema) return { options: [] };
  const shape = shapeOf(NormalizedSchema.of(schema[4] as never), model);
  const table = operationArguments(schema, shape, model, false);
  return { options: [...table.map(({ option }) => option), ...fileOutput(schema).options] };
}

/** Options of a command that is no operation of its service. */
function customOptions(id: ServiceId, command: string): readonly OptionSpec[] | undefined {
  if (id === 'logs' && command === 'tail') return tailOptions;
  return id === 'cloudformation' && command === 'deploy' ? deployOptions : undefined;
}
