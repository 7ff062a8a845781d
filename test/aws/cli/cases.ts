import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What stands in a case's `case.json`: a command and the world it runs in. */
export interface Case {
  readonly args: readonly string[];
  /** Exported variables beside HOME and TZ. */
  readonly env?: Readonly<Record<string, string>>;
  /** Files by path relative to the home; in place of `defaultFiles`. */
  readonly files?: Readonly<Record<string, FileContent>>;
  /** The CLI does several things at a time: the order of requests and lines says nothing. */
  readonly unordered?: boolean;
  /** What stdin gives. */
  readonly stdin?: string;
  /** What AWS answers, in order. */
  readonly responses?: readonly CannedResponse[];
  /** Why the built-in prints something else than the AWS CLI; what it prints is then in `ours.txt`. */
  readonly differs?: string;
}

export interface CannedResponse {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: FileContent;
  /** Answers only a request whose address ends so: the CLI sends several at a time. */
  readonly to?: string;
}

/** Text, a text many times, or nothing: a folder. */
export type FileContent = string | { readonly repeat: string; readonly times: number } | null;

export const contentOf = (content: FileContent): string | undefined =>
  content === null ? undefined : typeof content === 'string' ? content : content.repeat.repeat(content.times);

/** When the files of a case were made. */
export const MADE = new Date('2021-12-01T00:00:00Z');

export interface Recorded {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
  readonly requests: string;
  /** Files that were written or removed, as lines; see `describeFiles`. */
  readonly changed: string;
}

export const HOME = '/home/ec2-user';
export const ROOT = path.resolve(import.meta.dirname, '../../fixtures/aws/cli');

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
  const optional = (file: string) => (existsSync(path.join(ROOT, name, file)) ? read(file) : '');
  return {
    stdout: read('stdout'),
    stderr: read('stderr'),
    exit: Number(read('exit')),
    requests: optional('requests'),
    changed: optional('changed'),
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
  // What writes XML may escape quotes or not.
  const text = request.body.replaceAll('&quot;', '"');
  const body = form
    ? [...new URLSearchParams(request.body)].map(([k, v]) => `  ${k}=${withoutEpoch(v)}`).sort()
    : [shorten(text)];
  const told = [...headers].filter(([name]) => isTold(name) && !form).map(([k, v]) => `  ${k}: ${v}`);
  return [
    `${request.method} ${url.href}`,
    signed ? `  signed by ${signed.slice(1).join(' for ')}${token ? ` with ${token}` : ''}` : '  not signed',
    ...told.sort(),
    ...body.filter(Boolean),
    '',
  ].join('\n');
}

/** Headers that say what is asked, beside those that every request has. */
function isTold(name: string): boolean {
  const everywhere = ['x-amz-date', 'x-amz-security-token', 'x-amz-content-sha256', 'x-amz-user-agent'];
  if (name.startsWith('x-amz-')) return !everywhere.includes(name);
  return name.startsWith('content-') ? name !== 'content-length' : name === 'range';
}

/** The name that the CLI gives to a role's session ends with the time of day. */
const withoutEpoch = (text: string) => text.replace(/^botocore-session-\d+$/, 'botocore-session-TIME');

const shorten = (body: string) =>
  body.length > 10_000 ? `${body.slice(0, 8)}... ${body.length} characters` : body;

/** What a command did to the files of its home. */
export function describeFiles(
  before: Readonly<Record<string, FileContent>>,
  after: ReadonlyMap<string, string>,
): string {
  const names = [...new Set([...Object.keys(before), ...after.keys()])].sort();
  return names
    .flatMap((name) => {
      const [was, is] = [contentOf(before[name] ?? null), after.get(name)];
      if (was === is) return [];
      if (is === undefined) return [`- ${name}\n`];
      return [`+ ${name}\n${shorten(is)}${is.endsWith('\n') ? '' : '\n'}`];
    })
    .join('');
}

/** Takes the answer that a request gets. */
export function takeAnswer(answers: CannedResponse[], url: string): CannedResponse {
  const at = answers.findIndex(({ to }) => to === undefined || new URL(url).pathname.endsWith(to));
  return (
    answers.splice(at < 0 ? answers.length : at, 1)[0] ?? { status: 400, body: 'no more canned answers' }
  );
}

/** A result in which the order of requests and lines does not matter. */
export function inAnyOrder<T extends Pick<Recorded, 'stdout' | 'stderr' | 'requests'>>(result: T): T {
  const lines = (text: string) =>
    text
      .split(/(?<=\n)/)
      .sort()
      .join('');
  const requests = result.requests
    .split(/(?<=\n)(?=[A-Z]+ https?:)/)
    .sort()
    .join('');
  return { ...result, stdout: lines(result.stdout), stderr: lines(result.stderr), requests };
}
