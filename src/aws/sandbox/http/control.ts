import { createHash, timingSafeEqual } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { isLeftOver, markOfProcess, secretsFolder } from './leftovers.ts';
import { plainRefusal } from './refusals.ts';
import type { Head } from './request-head.ts';
import type { ServedClock } from './served-clock.ts';

/** No bucket's name begins with an underscore, so no request to S3 means this. */
export const CONTROL_PATH = '/_tejun/';
/** Carries the secret of the run: neither a web page nor another user of this machine knows it. */
export const CONTROL_HEADER = 'x-tejun-control';

/** State of the clock at the control endpoint. */
export interface ClockState {
  readonly account: string;
  readonly aheadMs: number;
}

/** Answers `GET` and `POST /_tejun/clock`; a POST's body is the milliseconds to let pass. */
export async function answerControl(
  head: Head,
  body: Uint8Array,
  { clock, secret }: { readonly clock: ServedClock; readonly secret: string },
): Promise<Response> {
  if (!isEqual(head.headers.get(CONTROL_HEADER) ?? '', secret))
    return plainRefusal(403, `Tejun sandbox: ${CONTROL_HEADER} must be the secret of this run.`);
  if (head.path !== `${CONTROL_PATH}clock`) return plainRefusal(404, 'Tejun sandbox: no such control.');
  if (head.method === 'POST') {
    const milliseconds = Number(new TextDecoder().decode(body) || Number.NaN);
    if (!Number.isSafeInteger(milliseconds) || milliseconds < 0 || !staysInRange(clock, milliseconds))
      return plainRefusal(400, 'Tejun sandbox: the body must be the milliseconds to let pass.');
    await clock.elapse(milliseconds);
  } else if (head.method !== 'GET') return plainRefusal(405, 'Tejun sandbox: GET or POST.');
  const state: ClockState = { account: clock.account().toISOString(), aheadMs: clock.offset() };
  return Response.json(state);
}

/** Compares in a time that tells nothing of the secret. */
function isEqual(given: string, secret: string): boolean {
  const [a, b] = [given, secret].map((text) => createHash('sha256').update(text).digest()) as [
    Buffer,
    Buffer,
  ];
  return timingSafeEqual(a, b);
}

/** A year of more than four digits has no form in AWS's timestamps. */
function staysInRange(clock: ServedClock, milliseconds: number): boolean {
  return clock.account().getTime() + milliseconds < Date.UTC(9999, 0);
}

/** Holds the secret of the running sandbox that a terminal talks to. */
export const SECRET_VARIABLE = 'TEJUN_SANDBOX_SECRET';

/** Keeps a run's secret where this user's other terminals find it. @returns a function that removes it */
export function keepSecret(port: number, secret: string): () => void {
  mkdirSync(secretsFolder(), { recursive: true, mode: 0o700 });
  assertPrivate();
  const file = join(secretsFolder(), `${beginning(port)}${markOfProcess()}`);
  rmSync(file, { force: true });
  writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
  return () => rmSync(file, { force: true });
}

/** Reads the secret of the sandbox on a port; undefined where this user runs none there. */
export function readSecret(port: number): string | undefined {
  try {
    assertPrivate();
    const names = readdirSync(secretsFolder()).filter((name) => name.startsWith(beginning(port)));
    const name = names.find((one) => !isLeftOver(one));
    return name && readFileSync(join(secretsFolder(), name), 'utf8');
  } catch {
    return undefined;
  }
}

/** Refuses a folder that another user has put in our place. */
function assertPrivate(): void {
  const folder = secretsFolder();
  const status = lstatSync(folder);
  const isOurs = process.getuid === undefined || status.uid === process.getuid();
  if (!status.isDirectory() || !isOurs || (process.platform !== 'win32' && (status.mode & 0o077) !== 0))
    throw new Error(`${folder} is not a private folder of ${userInfo().username}: remove it.`);
}

const beginning = (port: number): string => `sandbox-${port}_`;
