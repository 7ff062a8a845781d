import type { Value } from '../argparse/index.ts';
import { printedOutput } from '../commands/custom.ts';
import type { Globals } from '../commands/globals.ts';
import type { AwsCredentials } from '../config/index.ts';
import { CliFailure, configurationError } from '../failures.ts';
import { openConfigSession } from '../session/index.ts';
import type { AwsHost, AwsOutput } from '../types.ts';

const lines: Readonly<Record<string, (name: string, value: string) => string>> = {
  env: (name, value) => `export ${name}=${value}\n`,
  'env-no-export': (name, value) => `${name}=${value}\n`,
  powershell: (name, value) => `$Env:${name}="${value}"\n`,
  'windows-cmd': (name, value) => `set ${name}=${value}\n`,
};

export const formats = ['process', ...Object.keys(lines)];

/** `aws configure export-credentials [--format process|env|env-no-export|powershell|windows-cmd]`. */
export async function runExport(
  values: ReadonlyMap<string, Value>,
  globals: Globals,
  host: AwsHost,
): Promise<AwsOutput> {
  const credentials = await find(globals, host);
  const line = lines[String(values.get('format'))];
  return printedOutput(line ? asLines(credentials, line) : asJson(credentials));
}

async function find(globals: Globals, host: AwsHost): Promise<AwsCredentials> {
  const unable = (why: string) => configurationError(`Unable to retrieve credentials: ${why}`);
  const session = await openConfigSession(host, globals);
  try {
    const source = session.credentials();
    if (source) return await source.get();
  } catch (error) {
    if (error instanceof CliFailure) throw unable(`${error.message.trim()}\n`);
    throw error;
  }
  throw unable('no credentials found');
}

function asLines(credentials: AwsCredentials, line: (name: string, value: string) => string): string {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = credentials;
  return [
    line('AWS_ACCESS_KEY_ID', accessKeyId),
    line('AWS_SECRET_ACCESS_KEY', secretAccessKey),
    ...(sessionToken ? [line('AWS_SESSION_TOKEN', sessionToken)] : []),
    ...(expiration ? [line('AWS_CREDENTIAL_EXPIRATION', expiration)] : []),
  ].join('');
}

function asJson({ accessKeyId, secretAccessKey, sessionToken, expiration }: AwsCredentials): string {
  const shown = {
    ...{ Version: 1, AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey },
    ...(sessionToken ? { SessionToken: sessionToken } : {}),
    ...(expiration ? { Expiration: expiration } : {}),
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}
