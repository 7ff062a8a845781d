import { printedOutput } from '../commands/custom.ts';
import type { Globals } from '../commands/globals.ts';
import { profileName, profileSettings, readSharedFiles } from '../config/index.ts';
import { CliFailure, exitCodes } from '../failures.ts';
import type { AwsHost, AwsOutput } from '../types.ts';
import { runSet } from './set.ts';

const PROMPTS = [
  ['aws_access_key_id', 'AWS Access Key ID'],
  ['aws_secret_access_key', 'AWS Secret Access Key'],
  ['region', 'Default region name'],
  ['output', 'Default output format'],
] as const;

/**
 * Runs `aws configure`: one answer on each line of stdin. An empty answer keeps what there is.
 *
 * @example printf '%s\n' AKIA... SECRET ap-northeast-1 json | aws configure
 */
export async function runPrompts(globals: Globals, host: AwsHost): Promise<AwsOutput> {
  const profile = profileName(host.env, globals) ?? 'default';
  const settings = profileSettings(await readSharedFiles(host), profile);
  const answers = new TextDecoder().decode(host.stdin).split('\n');
  let stdout = '';
  const changes: [name: string, value: string][] = [];
  for (const [index, [name, prompt]] of PROMPTS.entries()) {
    const current = settings?.get(name);
    const known = typeof current === 'string' ? current : undefined;
    stdout += `${prompt} [${shown(name, known)}]: `;
    const answer = answers[index];
    // The text after the last line end is no line.
    if (answer === undefined || (index === answers.length - 1 && answer === ''))
      throw new CliFailure(exitCodes.general, '\nEOF when reading a line\n', stdout);
    if (answer !== '' && answer !== known) changes.push([name, answer]);
  }
  for (const [varname, value] of changes)
    await runSet(new Map(Object.entries({ varname, value })), globals, host);
  return printedOutput(stdout);
}

/** Shows a known value; of a key only its end. */
function shown(name: string, value: string | undefined): string {
  if (value === undefined) return 'None';
  return name.startsWith('aws_') ? `${'*'.repeat(16)}${value.slice(-4)}` : value;
}
