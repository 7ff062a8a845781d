import { InvalidArgumentError } from 'commander';
import { say } from '../language/index.ts';

/** The port unless another is asked for; `tejun sandbox clock` looks there too. */
export const DEFAULT_PORT = 4599;

export interface SandboxCliOptions {
  readonly port: number;
  readonly account?: string;
  readonly upstream?: URL;
  readonly seed: string;
}

export function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError(say`Write a number from 1 to 65535, or 0 for any free port.`);
}

export function parseUpstream(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError(say`Write the emulator's URL, as in http://127.0.0.1:5000.`);
  if (/(^|\.)(amazonaws\.com(\.cn)?|api\.aws)$/.test(url.hostname))
    throw new InvalidArgumentError(say`That is AWS itself: what the sandbox lacks must go to an emulator.`);
  if (url.pathname !== '/' || url.search !== '')
    throw new InvalidArgumentError(
      say`Write scheme, host and port only: paths and queries are those of the requests.`,
    );
  return url;
}

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `+15m` -> 900000 */
export function parseAmount(text: string): number {
  if (/^-\d/.test(text))
    throw new InvalidArgumentError(say`Time only goes forward: +${text.slice(1)} lets it pass.`);
  if (text.startsWith('-')) throw new InvalidArgumentError(say`There is no such option.`);
  const [, count, unit] = /^\+?(\d{1,6})([smhd])$/.exec(text) ?? [];
  if (count === undefined || unit === undefined)
    throw new InvalidArgumentError(say`Write a number with s, m, h or d, as in +15m.`);
  return Number(count) * (UNITS[unit] ?? 0);
}
