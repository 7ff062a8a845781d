import { NormalizedSchema } from '@smithy/core/schema';
import { isServiceId, loadService, type ServiceId, serviceIds } from '../../wire/models/index.ts';
import type { OptionSpec } from '../argparse/index.ts';
import { kebabName } from '../commands/arguments.ts';
import { deployOptions } from '../commands/cloudformation-deploy.ts';
import { tailOptions } from '../commands/logs-tail.ts';
import { fileOutput, operationArguments } from '../commands/operation-options.ts';
import { waiterNamed } from '../commands/service.ts';
import { configureCommands } from '../configure/index.ts';
import { loadCliModel } from '../model/index.ts';
import { shapeOf } from '../parameters/index.ts';
import { s3CommandOptions } from '../s3/index.ts';

/** Completions that the words before the cursor allow. */
export interface Grammar {
  /** Subcommands that may stand here; undefined where there are none. */
  readonly subcommands?: readonly string[];
  /** The command's own options, without those of every command. */
  readonly options: readonly OptionSpec[];
}

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

/** Regions of the partition `aws` (endpoints.json of botocore in AWS CLI 2.9.19). */
export const regions: readonly string[] = [
  'af-south-1',
  'ap-east-1',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-south-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ca-central-1',
  'eu-central-1',
  'eu-central-2',
  'eu-north-1',
  'eu-south-1',
  'eu-south-2',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'me-central-1',
  'me-south-1',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
];
