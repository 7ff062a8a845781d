import { type CommandContext, type CustomCommand, defineCommand, type ExecResult } from 'just-bash';
import type { SimulatedShellOptions } from '../types.ts';
import { failed, succeeded } from './exec-results.ts';
import { instantOf } from './instant.ts';

/**
 * date(1) on the practice's clock. just-bash does the formatting (`+FORMAT`, `-u`, `-I`, `-R`, `TZ`); what time it
 * is and what `-d` means is said here.
 */
export function dateCommand(account: () => Date): CustomCommand {
  return defineCommand('date', async (given, context) => {
    const { origCommand, env } = context;
    if (!origCommand) return failed('bash: date: command not found', 127);
    const asked = separated(given);
    const { rest } = asked;
    if (rest.includes('--help')) return origCommand(given);
    if (rest.some((arg) => arg === '-s' || arg.startsWith('--set'))) {
      return failed('date: cannot set date: Operation not permitted');
    }
    const formats = rest.map(isoFormat);
    const instant = await askedInstant(asked, account, context);
    if (typeof instant === 'string') return failed(`date: ${instant}`);
    const shown = ['-d', instant.toISOString(), ...formats.filter((arg) => !arg.startsWith('+'))];
    const format = formats.find((arg) => arg.startsWith('+'));
    if (format === undefined) return origCommand(shown);
    const zone = format.includes('%:z') ? (await origCommand([...shown, '+%z'])).stdout.trim() : '';
    const isUtc = rest.some((arg) => arg === '-u' || arg === '--utc' || arg === '--universal');
    const named = isUtc ? format : format.replaceAll('%Z', ZONES[env.get('TZ') ?? ''] ?? '%Z');
    return withoutPadding(extended(named, instant, zone), (text) => origCommand([...shown, text]));
  });
}

/** The time of a file, what `-d` says, or now; a text says why there is none. */
async function askedInstant(
  { wanted, file }: Separated,
  account: () => Date,
  { fs, cwd }: Pick<CommandContext, 'fs' | 'cwd'>,
): Promise<Date | string> {
  if (file !== undefined) {
    const found = await fs.stat(fs.resolvePath(cwd, file)).catch(() => undefined);
    return found?.mtime ?? `${file}: No such file or directory`;
  }
  if (wanted === undefined) return account();
  return instantOf(wanted, account()) ?? `invalid date ‘${wanted}’`;
}

/** Zones that Intl names by their distance from GMT; the abbreviations are those of the time zone database. */
const ZONES: Readonly<Record<string, string>> = { Japan: 'JST', 'Asia/Tokyo': 'JST', 'Asia/Seoul': 'KST' };

/** `%-d` and `%_d` are printed without zeros: just-bash knows `%d` alone. */
async function withoutPadding(
  format: string,
  print: (format: string) => Promise<ExecResult>,
): Promise<ExecResult> {
  const result = await print(format.replace(/%([-_])([a-zA-Z])/g, `${MARK}$1%$2${MARK}`));
  const stdout = result.stdout.replace(PADDED, (_, flag: string, text: string) =>
    text.replace(/^0+(?=\d)/, (zeros) => (flag === '-' ? '' : ' '.repeat(zeros.length))),
  );
  return { ...result, stdout };
}

/** A character of private use, which no format holds. */
const MARK = '\uf8ff';
const PADDED = /\uf8ff([-_])([^\uf8ff]*)\uf8ff/g;

interface Separated {
  readonly wanted: string | undefined;
  /** The file whose time is asked for. */
  readonly file: string | undefined;
  readonly rest: string[];
}

function separated(given: readonly string[]): Separated {
  const args = given.flatMap((arg) => (/^-u[dr]$/.test(arg) ? ['-u', `-${arg[2]}`] : [arg]));
  let wanted: string | undefined;
  let file: string | undefined;
  const rest: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    const inline = /^(?:--date=|-d)(.+)$/s.exec(arg)?.[1];
    if (inline !== undefined) wanted = inline;
    else if (arg === '-d' || arg === '--date') wanted = args[++index] ?? '';
    else if (arg === '-r' || arg === '--reference') file = args[++index] ?? '';
    else if (arg.startsWith('--reference=')) file = arg.slice('--reference='.length);
    else rest.push(arg);
  }
  return { wanted, file, rest };
}

/** Expands the formats that just-bash does not know: `%N`, `%3N` and `%:z`. */
function extended(format: string, instant: Date, zone: string): string {
  const nanoseconds = `${String(instant.getUTCMilliseconds()).padStart(3, '0')}000000`;
  return format
    .replace(/%(\d?)N/g, (_, digits: string) => nanoseconds.slice(0, digits === '' ? 9 : Number(digits)))
    .replaceAll('%:z', `${zone.slice(0, 3)}:${zone.slice(3)}`);
}

const ISO_FORMATS: Readonly<Record<string, string>> = {
  '': '+%Y-%m-%d',
  date: '+%Y-%m-%d',
  hours: '+%Y-%m-%dT%H%:z',
  minutes: '+%Y-%m-%dT%H:%M%:z',
  seconds: '+%Y-%m-%dT%H:%M:%S%:z',
};

const RFC_3339_FORMATS: Readonly<Record<string, string>> = {
  date: '+%Y-%m-%d',
  seconds: '+%Y-%m-%d %H:%M:%S%:z',
};

/** `-I`, `-Iseconds`, `--iso-8601=minutes`, `--rfc-3339=seconds` as the format they stand for. */
function isoFormat(arg: string): string {
  const spaced = RFC_3339_FORMATS[/^--rfc-3339=(.*)$/.exec(arg)?.[1] ?? ''];
  if (spaced !== undefined) return spaced;
  const unit = /^(?:-I|--iso-8601=?)(.*)$/.exec(arg)?.[1];
  return unit === undefined ? arg : (ISO_FORMATS[unit] ?? arg);
}

type Elapse = SimulatedShellOptions['elapse'];

const DURATION = /^(\d+(?:\.\d*)?|\.\d+)([smhd]?)$/;

const SECONDS: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

/** Checks its operands like sleep(1). The practice's time passes at once, so that a loop sees a state change. */
export const sleepCommand = (elapse: Elapse | undefined) =>
  defineCommand('sleep', async (args) => {
    if (args.length === 0) return failed("sleep: missing operand\nTry 'sleep --help' for more information.");
    for (const arg of args) {
      if (!DURATION.test(arg)) return failed(`sleep: invalid time interval ‘${arg}’`);
    }
    const seconds = args.reduce((sum, arg) => sum + secondsOf(arg), 0);
    await letPass(elapse, seconds * 1000);
    return succeeded('');
  });

function secondsOf(arg: string): number {
  const [, number = '', unit = ''] = DURATION.exec(arg) ?? [];
  return Number(number) * (SECONDS[unit] ?? 1);
}

/** Lets so many milliseconds of the practice's time pass at once. */
export async function letPass(elapse: Elapse | undefined, milliseconds: number): Promise<void> {
  elapse?.(milliseconds);
  // Lets timers fire: a loop that waits for ever can then be stopped by its time-out.
  await new Promise((resolve) => setTimeout(resolve, 0));
}
