import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Document, isCollection, parse, visit } from 'yaml';

/** A command and the world it runs in. */
export interface Case {
  readonly args: readonly string[];
  /** Exported variables beside HOME and TZ. */
  readonly env?: Readonly<Record<string, string>>;
  /** Files by path relative to the home; in place of `defaultFiles`. */
  readonly files?: Readonly<Record<string, FileContent>>;
  /** The CLI does several things at a time: the order of requests and lines says nothing. */
  readonly unordered?: boolean;
  /** Content of stdin. */
  readonly stdin?: string;
  /** Answers of AWS, in order. */
  readonly responses?: readonly CannedResponse[];
  /** Why the built-in prints something else than the AWS CLI; what it prints is then in `ours`. */
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

/** A file of `test/fixtures/aws/cli`: a case, what AWS CLI 2.9.19 does in it, and what the built-in does if it differs. */
export interface RecordedCase {
  readonly one: Case;
  readonly recorded: Recorded;
  readonly ours?: Recorded;
}

export const HOME = '/home/ec2-user';
const ROOT = path.resolve(import.meta.dirname, '../../fixtures/aws/cli');

/** Example keys of the AWS documentation. */
export const defaultFiles: Readonly<Record<string, string>> = {
  '.aws/credentials':
    '[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n',
};

/** @throws Error for anything that is no case: it would be tested by nothing */
export function caseNames(): string[] {
  return readdirSync(ROOT).map((file) => {
    if (file.endsWith('.yaml')) return file.slice(0, -'.yaml'.length);
    throw new Error(`${path.join(ROOT, file)}: a case is one file, <name>.yaml; see test/aws/cli/cases.ts`);
  });
}

const fileOf = (name: string) => path.join(ROOT, `${name}.yaml`);

/** A new case has no more than a command and its world: it is recorded as what prints nothing. */
export function readCase(name: string): RecordedCase {
  const {
    exit = 0,
    stdout = '',
    stderr = '',
    requests = '',
    changed = '',
    ours,
    ...one
  } = parse(readFileSync(fileOf(name), 'utf8'));
  return { one, recorded: { exit, stdout, stderr, requests, changed }, ours };
}

/** Writes a case for people to read: a command in one line, texts as they were printed. */
export function writeCase(name: string, { one, recorded, ours }: RecordedCase): void {
  const { requests, changed, ...printed } = recorded;
  const document = new Document({
    ...one,
    ...printed,
    requests: requests || undefined,
    changed: changed || undefined,
    ours,
  });
  const args = document.get('args');
  if (isCollection(args)) args.flow = true;
  visit(document, {
    Scalar: (key, node) => {
      const { value } = node;
      // A carriage return would be lost in a block.
      if (key !== 'key' && typeof value === 'string' && value.includes('\n') && !value.includes('\r'))
        node.type = 'BLOCK_LITERAL';
    },
  });
  writeFileSync(fileOf(name), document.toString({ lineWidth: 0, flowCollectionPadding: false }));
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
  // Writers of XML may escape quotes or not.
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

/** Describes the changes of a command to the files of its home. */
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
