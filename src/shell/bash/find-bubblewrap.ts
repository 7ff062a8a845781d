import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { confinedCommand } from './confined-command.ts';
import { openSessionDirectory } from './session-dir.ts';

const run = promisify(execFile);

/** Whether this machine lets bubblewrap confine a shell, or why not: a text without a full stop. */
export type Bubblewrap = { readonly works: true } | { readonly works: false; readonly reason: string };

/** Tries what a session needs, once. */
export async function findBubblewrap(home: string): Promise<Bubblewrap> {
  if (process.platform !== 'linux') return { works: false, reason: 'bubblewrap exists for Linux only' };
  const folder = await openSessionDirectory();
  try {
    const command = await confinedCommand({ folder, home, env: {} }, {});
    const [file = '', ...args] = command.slice(0, command.indexOf('--'));
    await run(file, [...args, '--unshare-net', '--', 'true'], { timeout: 10_000 });
    return { works: true };
  } catch (error) {
    return { works: false, reason: reasonOf(error as NodeJS.ErrnoException & { stderr?: string }) };
  } finally {
    await folder.reaper.close();
  }
}

function reasonOf({ code, stderr, message }: NodeJS.ErrnoException & { stderr?: string }): string {
  if (code === 'ENOENT') return 'bubblewrap is not installed (Debian, Ubuntu: apt-get install bubblewrap)';
  return (stderr?.trim().split('\n').at(-1) || message).replace(/\.$/, '');
}
