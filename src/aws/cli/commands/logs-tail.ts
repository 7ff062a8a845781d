import type { ServiceModel } from '../../wire/models/index.ts';
import { openClient } from '../aws-client.ts';
import { generalError, notBuiltIn } from '../failures.ts';
import type { CliModel } from '../model/index.ts';
import { prepareCall } from '../parameters/prepare-call.ts';
import { toDate } from '../python/timestamps.ts';
import { openConfigSession } from '../session/index.ts';
import type { AwsHost } from '../types.ts';
import { flag, helpText, parseCustom, valued } from './custom.ts';
import type { Globals } from './globals.ts';

export const tailOptions = [
  valued('since'),
  flag('follow'),
  valued('format', { choices: ['detailed', 'short', 'json'] }),
  valued('filter-pattern'),
  valued('log-stream-names', { takes: 'some' }),
  valued('log-stream-name-prefix'),
];

type Data = Record<string, unknown>;

interface TailedEvent {
  readonly logStreamName: string;
  readonly timestamp: number;
  readonly message: string;
}

/** Runs `aws logs tail GROUP` (customizations/logs/tail.py of AWS CLI 2.9.19): prints events of the last minutes. */
export async function runLogsTail(
  { service, model }: { readonly service: ServiceModel; readonly model: CliModel },
  words: readonly string[],
  globals: Globals,
  host: AwsHost,
): Promise<string> {
  const group = { kind: 'positional', dest: 'group_name', takes: 'one' } as const;
  const values = parseCustom(words, [group], tailOptions);
  if (!values) return helpText('logs tail');
  if (values.has('follow'))
    throw notBuiltIn('logs tail --follow', 'run aws logs tail again to see what is new.');
  const client = openClient(service, model, await openConfigSession(host, globals), globals, host);
  const input: Data = {
    logGroupName: values.get('group_name'),
    interleaved: true,
    startTime: startOf(String(values.get('since') ?? '10m'), (host.accountNow ?? host.now)()),
    filterPattern: values.get('filter-pattern'),
    logStreamNames: values.get('log-stream-names'),
    logStreamNamePrefix: values.get('log-stream-name-prefix'),
  };
  const write = writerOf(String(values.get('format') ?? 'detailed'), globals.color === 'on');
  let text = '';
  for (let nextToken: unknown; ; ) {
    const page = await client.call(
      ...prepareCall(service, model, 'FilterLogEvents', { ...input, nextToken }),
    );
    for (const event of page.events as readonly TailedEvent[]) text += `${write(event).trimEnd()}\n`;
    nextToken = page.nextToken ?? undefined;
    if (nextToken === undefined) return text;
  }
}

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** `5m` before now, or a time; in milliseconds of the epoch. */
function startOf(since: string, now: Date): number {
  const [, amount, unit = ''] = /^(\d+)([smhdw])$/.exec(since) ?? [];
  if (amount !== undefined) return now.getTime() - Number(amount) * (SECONDS[unit] ?? 0) * 1000;
  const date = toDate(since);
  if (!date) throw generalError(`Invalid timestamp "${since}": Unknown string format: ${since}`);
  return date.getTime();
}

const GREEN = '\u001b[32m';
const CYAN = '\u001b[36m';
const RESET = '\u001b[0m';

function writerOf(style: string, color: boolean): (event: TailedEvent) => string {
  const paint = (code: string, text: string) => (color ? code + text + RESET : text);
  const line = (time: string, { logStreamName }: TailedEvent, message: string) =>
    `${paint(GREEN, time)} ${paint(CYAN, logStreamName)} ${message}`;
  if (style === 'short')
    return ({ timestamp, message }) =>
      `${paint(GREEN, new Date(timestamp).toISOString().slice(0, 19))} ${message}`;
  if (style === 'json') return (event) => line(isoTime(event.timestamp), event, prettyJson(event.message));
  return (event) => line(microseconds(event.timestamp), event, event.message);
}

/** Python's `isoformat`, which leaves out a fraction of zero. */
function isoTime(timestamp: number): string {
  const text = new Date(timestamp).toISOString();
  return timestamp % 1000 === 0 ? `${text.slice(0, 19)}+00:00` : `${text.slice(0, 23)}000+00:00`;
}

function microseconds(timestamp: number): string {
  return `${new Date(timestamp).toISOString().slice(0, 23)}000+00:00`;
}

/** The message on lines of its own where it is JSON, as Python writes it: letters beyond ASCII are escaped. */
function prettyJson(message: string): string {
  try {
    const pretty = JSON.stringify(JSON.parse(message), null, 4);
    return `\n${pretty.replace(/[\u007f-\uffff]/g, escapeUnit)}`;
  } catch (error) {
    if (error instanceof SyntaxError) return message;
    throw error;
  }
}

const escapeUnit = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
