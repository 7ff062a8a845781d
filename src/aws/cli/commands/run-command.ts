import { isServiceId, serviceIds } from '../../wire/models/index.ts';
import { readSharedFiles } from '../config/index.ts';
import { runConfigure } from '../configure/index.ts';
import { notBuiltIn } from '../failures.ts';
import { runS3 } from '../s3/index.ts';
import type { AwsHost, AwsOutput } from '../types.ts';
import { CLI_VERSION, helpText, printedOutput } from './custom.ts';
import { firstPass, parseGlobals } from './globals.ts';
import { runService } from './service.ts';

/** In the shape of the real one, but named for what it is. */
const VERSION = `aws-cli/${CLI_VERSION} tejun/0.1.0 built-in\n`;

/** Runs a command line. Throws a CliFailure. */
export async function runCommand(args: readonly string[], host: AwsHost): Promise<AwsOutput> {
  const firstHelp = firstPass(args);
  if (firstHelp !== undefined) return printedOutput(firstHelp);
  await readSharedFiles(host); // the CLI refuses a broken file before it looks at anything else
  if (args.includes('--version')) return printedOutput(VERSION);
  const { globals, command, rest } = parseGlobals(args);
  if (command === 'help') return printedOutput(helpText(''));
  if (command === 's3') return runS3(rest, globals, host);
  if (command === 'configure') return runConfigure(rest, globals, host);
  if (command === 'history') throw notBuiltIn('history', 'it records no calls.');
  const id = command === 's3api' ? 's3' : command;
  if (isServiceId(id)) return printedOutput(await runService(command, id, rest, globals, host));
  throw notBuiltIn(command, `it has ${serviceIds.join(', ')}, s3api and configure.`);
}
