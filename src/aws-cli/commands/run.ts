import { isServiceId } from '../../wire/models/index.ts';
import { notBuiltIn } from '../failures.ts';
import type { AwsHost } from '../types.ts';
import { firstPass, parseGlobals } from './globals.ts';
import { helpText } from './help.ts';
import { runS3 } from './s3.ts';
import { runService } from './service.ts';

/** In the shape of the real one, but named for what it is. */
const VERSION = 'aws-cli/2.9.19 tejun/0.1.0 built-in\n';

/** Runs a command line: stdout. Throws a CliFailure. */
export async function runCommand(args: readonly string[], host: AwsHost): Promise<string> {
  firstPass(args);
  if (args.includes('--version')) return VERSION;
  if (args.length === 1 && (args[0] === '--help' || args[0] === '-h')) return helpText('');
  const { globals, command, rest } = parseGlobals(args);
  if (command === 'help') return helpText('');
  if (command === 's3') return runS3(rest, globals, host);
  const id = command === 's3api' ? 's3' : command;
  if (isServiceId(id)) return runService(command, id, rest, globals, host);
  throw notBuiltIn(command, 'it has sts, iam, s3, s3api and ec2.');
}
