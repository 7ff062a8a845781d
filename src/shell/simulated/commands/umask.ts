import { type CustomCommand, defineCommand } from 'just-bash';
import { failed, succeeded } from './exec-results.ts';

const DEFAULT_MASK = 0o022;
const WHO = { u: 6, g: 3, o: 0 } as const;

/** Keeps and shows the mask. It has no effect: the files of this shell have one reader, the session itself. */
export function umaskCommand(): CustomCommand {
  let mask = DEFAULT_MASK;
  return defineCommand('umask', async (args) => {
    const [first] = args;
    if (first === undefined) return succeeded(`${mask.toString(8).padStart(4, '0')}\n`);
    if (first === '-S') return succeeded(`${symbolic(mask)}\n`);
    if (!/^[0-7]{1,4}$/.test(first)) return failed(`bash: umask: ${first}: octal number out of range`);
    mask = Number.parseInt(first, 8);
    return succeeded('');
  });
}

function symbolic(mask: number): string {
  return Object.entries(WHO)
    .map(
      ([who, shift]) => `${who}=${[...'rwx'].filter((_, bit) => !((mask >> shift) & (4 >> bit))).join('')}`,
    )
    .join(',');
}
