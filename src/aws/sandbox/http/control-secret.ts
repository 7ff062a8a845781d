import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** Holds the secret of the running sandbox that a terminal talks to. */
export const SECRET_VARIABLE = 'TEJUN_SANDBOX_SECRET';

/** Keeps a run's secret where this user's other terminals find it. @returns a function that removes it */
export function keepSecret(port: number, secret: string): () => void {
  const file = secretFile(port);
  mkdirSync(folder(), { recursive: true, mode: 0o700 });
  assertPrivate();
  rmSync(file, { force: true });
  writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
  return () => {
    if (readSecret(port) === secret) rmSync(file, { force: true });
  };
}

/** Reads the secret of the sandbox on a port; undefined where this user runs none there. */
export function readSecret(port: number): string | undefined {
  try {
    assertPrivate();
    return readFileSync(secretFile(port), 'utf8');
  } catch {
    return undefined;
  }
}

/** Refuses a folder that another user has put in our place. */
function assertPrivate(): void {
  const status = lstatSync(folder());
  const isOurs = process.getuid === undefined || status.uid === process.getuid();
  if (!status.isDirectory() || !isOurs || (process.platform !== 'win32' && (status.mode & 0o077) !== 0))
    throw new Error(`${folder()} is not a private folder of ${userInfo().username}: remove it.`);
}

const folder = (): string =>
  process.env.XDG_RUNTIME_DIR
    ? join(process.env.XDG_RUNTIME_DIR, 'tejun')
    : join(tmpdir(), `tejun-${process.getuid?.() ?? 'user'}`);
const secretFile = (port: number): string => join(folder(), `sandbox-${port}`);
