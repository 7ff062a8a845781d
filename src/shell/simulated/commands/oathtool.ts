import { type CustomCommand, defineCommand } from 'just-bash';
import { Secret, TOTP } from 'otpauth';
import { failed, succeeded } from './exec-results.ts';
import { instantOf } from './instant.ts';

const USAGE =
  'oathtool: this shell knows `oathtool --totp [-b] [-d DIGITS] [-s SECONDS] [-N TIME] [-w COUNT] KEY`, with SHA-1';

/** oathtool(1) for one-time codes of virtual MFA devices (RFC 6238), by the account's clock. */
export function oathtoolCommand(account: () => Date): CustomCommand {
  return defineCommand('oathtool', async (args) => {
    const options = parse(args);
    if (!options) return failed(USAGE);
    const now = options.now === undefined ? account() : instantOf(options.now, account());
    if (!now) return failed(`oathtool: cannot parse time \`${options.now}'`);
    const secret = secretOf(options.key, options.isBase32);
    if (!secret) return failed(`oathtool: ${options.isBase32 ? 'base32' : 'hex'} decoding failed`);
    const { digits, period, window } = options;
    const totp = new TOTP({ secret, digits, period });
    const codes = Array.from({ length: window + 1 }, (_, next) =>
      totp.generate({ timestamp: now.getTime() + next * period * 1000 }),
    );
    return succeeded(`${codes.join('\n')}\n`);
  });
}

/** Our limit: the real one runs for as long as it is allowed to. */
const MOST_CODES = 1000;

interface Options {
  readonly isBase32: boolean;
  readonly digits: number;
  /** Seconds that a code is valid. */
  readonly period: number;
  /** How many codes to print after the one of now. */
  readonly window: number;
  readonly now?: string;
  readonly key: string;
}

const VALUES: Readonly<Record<string, 'digits' | 'period' | 'now' | 'window'>> = {
  '-d': 'digits',
  '--digits': 'digits',
  '-s': 'period',
  '--time-step-size': 'period',
  '-N': 'now',
  '--now': 'now',
  '-w': 'window',
  '--window': 'window',
};
const FLAGS: Readonly<Record<string, 'totp' | 'base32'>> = {
  '--totp': 'totp',
  '-b': 'base32',
  '--base32': 'base32',
};

function parse(args: readonly string[]): Options | undefined {
  const flags = new Set<string>();
  const values: { digits?: string; period?: string; now?: string; window?: string } = {};
  const keys: string[] = [];
  // `--now=TIME` -> `--now TIME`; SHA-1 is the only mode of `--totp=MODE` here.
  const rest = args.flatMap((arg) => (/^--[a-z-]+=./.test(arg) ? arg.split(/=(.*)/s, 2) : [arg]));
  for (let index = 0; index < rest.length; index += 1) {
    const arg = rest[index] ?? '';
    const [flag, value] = [FLAGS[arg], VALUES[arg]];
    if (flag) flags.add(flag);
    else if (value) values[value] = rest[++index] ?? '';
    else if (arg.startsWith('-')) return undefined;
    else if (arg !== 'sha1') keys.push(arg);
  }
  const [key] = keys;
  const digits = Number(values.digits ?? 6);
  const period = Number.parseInt(values.period ?? '30', 10);
  if (!flags.has('totp') || key === undefined || keys.length > 1) return undefined;
  const window = Number(values.window ?? 0);
  if (![6, 7, 8].includes(digits) || !(period > 0)) return undefined;
  if (!Number.isInteger(window) || window < 0 || window > MOST_CODES) return undefined;
  return { isBase32: flags.has('base32'), digits, period, window, now: values.now, key };
}

/** oathtool takes base32 in any case, with spaces and with or without padding. */
function secretOf(key: string, isBase32: boolean): Secret | undefined {
  const text = key.replace(/[\s=]/g, '');
  try {
    return isBase32 ? Secret.fromBase32(text.toUpperCase()) : hexSecret(text);
  } catch {
    return undefined;
  }
}

const hexSecret = (text: string): Secret | undefined =>
  /^([0-9a-f]{2})+$/i.test(text) ? Secret.fromHex(text) : undefined;
