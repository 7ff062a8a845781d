import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What stands in a case's `case.json`: a command and the world it runs in. */
export interface Case {
  readonly args: readonly string[];
  /** Exported variables beside HOME and TZ. */
  readonly env?: Readonly<Record<string, string>>;
  /** Files by path relative to the home; in place of `defaultFiles`. */
  readonly files?: Readonly<Record<string, string>>;
  /** What AWS answers, in order. */
  readonly responses?: readonly CannedResponse[];
  /** Why the built-in prints something else than the AWS CLI; what it prints is then in `ours.txt`. */
  readonly differs?: string;
}

export interface CannedResponse {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Recorded {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
  readonly requests: string;
}

export const HOME = '/home/ec2-user';
export const ROOT = path.resolve(import.meta.dirname, '../fixtures/aws-cli');

/** Example keys of the AWS documentation. */
export const defaultFiles: Readonly<Record<string, string>> = {
  '.aws/credentials':
    '[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n',
};

export function caseNames(): string[] {
  return readdirSync(ROOT).filter((name) => existsSync(path.join(ROOT, name, 'case.json')));
}

export function readCase(name: string): Case {
  return JSON.parse(readFileSync(path.join(ROOT, name, 'case.json'), 'utf8'));
}

export function readRecorded(name: string): Recorded {
  const read = (file: string) => readFileSync(path.join(ROOT, name, file), 'utf8');
  return {
    stdout: read('stdout'),
    stderr: read('stderr'),
    exit: Number(read('exit')),
    requests: existsSync(path.join(ROOT, name, 'requests')) ? read('requests') : '',
  };
}

/** A request as a few lines that do not vary: method and address, who signed for what, the body. */
export function describeRequest(request: {
  method: string;
  url: string;
  headers: ReadonlyMap<string, string>;
  body: string;
}): string {
  const { headers } = request;
  const signed = /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)\//.exec(headers.get('authorization') ?? '');
  const token = headers.get('x-amz-security-token');
  const url = new URL(request.url);
  url.searchParams.sort();
  const form = headers.get('content-type')?.startsWith('application/x-www-form-urlencoded');
  const body = form
    ? [...new URLSearchParams(request.body)].map(([k, v]) => `  ${k}=${v}`).sort()
    : [request.body];
  return [
    `${request.method} ${url.href}`,
    signed ? `  signed by ${signed.slice(1).join(' for ')}${token ? ` with ${token}` : ''}` : '  not signed',
    ...body.filter(Boolean),
    '',
  ].join('\n');
}
