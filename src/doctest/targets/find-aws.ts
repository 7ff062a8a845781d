import { execFile } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { say } from '../../language/index.ts';
import { UsageError } from '../../project/usage-error.ts';

const run = promisify(execFile);
const install = (): string =>
  say`Install it (Debian, Ubuntu: apt-get install awscli; others: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html), name one with --aws, or leave --shell bash out.`;
/** A CLI that takes longer to say its version would not get through a page. */
const PATIENCE_MS = 20_000;

/** A real AWS CLI that answers. */
export interface FoundAws {
  /** Absolute path. */
  readonly file: string;
  /** `aws-cli/2.9.19 Python/3.11.2 ...`, in one line. */
  readonly version: string;
}

/** The AWS CLI that was named, or the first on the PATH. @throws UsageError, in one line, where there is none. */
export async function findAws(
  named: string | undefined,
  path: string,
  patienceMs = PATIENCE_MS,
): Promise<FoundAws> {
  const file = named === undefined ? findProgram('aws', path) : resolve(named);
  if (file === undefined) throw new UsageError(say`There is no aws on the PATH. ${install()}`);
  if (!isProgram(file))
    throw new UsageError(say`${named || '""'} is no program that can be run. ${install()}`);
  const printed = await versionOf(file, path, patienceMs);
  const version = /^aws-cli\/\d\S*.*$/m.exec(printed)?.[0];
  if (version === undefined)
    throw new UsageError(
      say`${file} is not the AWS CLI: to --version it said ${excerpt(printed)}. ${install()}`,
    );
  return { file, version };
}

/** The first program of a name on a PATH. */
export function findProgram(name: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

async function versionOf(file: string, path: string, timeout: number): Promise<string> {
  try {
    // Versions before 1.16 of the CLI print it on stderr.
    const { stdout, stderr } = await run(file, ['--version'], {
      timeout,
      killSignal: 'SIGKILL',
      env: { PATH: path, LANG: 'C.UTF-8' },
    });
    return `${stdout}\n${stderr}`;
  } catch (error) {
    const { killed, signal, code, stderr } = error as {
      killed?: boolean;
      signal?: string;
      code?: number | string;
      stderr?: string;
    };
    const end = endOf({ killed, signal, code }, timeout);
    const said = stderr ? `: ${excerpt(stderr)}` : '';
    throw new UsageError(say`${file} --version does not work: ${end}${said}. ${install()}`);
  }
}

interface Ending {
  readonly killed?: boolean;
  readonly signal?: string;
  /** A word where it could not be started, or was not left to go on. */
  readonly code?: number | string;
}

function endOf({ killed, signal, code }: Ending, timeout: number): string {
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return say`it prints without end`;
  if (code === 'ENOENT') return say`the program that its first line names is not there`;
  if (killed) return say`it did not answer within ${timeout / 1000} s`;
  if (signal) return say`it was ended by ${signal}`;
  return typeof code === 'number'
    ? say`it ended with exit code ${code}`
    : say`it cannot be started (${code})`;
}

/** Shortens a message to one line. */
function excerpt(text: string): string {
  const line = text.trim().split('\n').at(-1) ?? '';
  return line === '' ? 'nothing' : JSON.stringify(line.slice(0, 80));
}
