import { loadService, type ServiceId } from '../../wire/models/index.ts';
import { parseKnown } from '../argparse/index.ts';
import { notBuiltIn } from '../failures.ts';
import { loadCliModel } from '../model/index.ts';
import type { AwsHost } from '../types.ts';
import { runDeploy } from './cloudformation-deploy.ts';
import { kebabName } from './command-names.ts';
import type { Globals } from './globals.ts';
import { helpText } from './help.ts';
import { runLogsTail } from './logs-tail.ts';
import { callOperation } from './operation.ts';
import { runWait } from './wait.ts';

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
