import { type CustomCommand, defineCommand } from 'just-bash';
import { failed, succeeded } from './exec-results.ts';

const HOST = 'localhost';
const ID = 1000;
const SYSTEM: Readonly<Record<string, string>> = {
  s: 'Linux',
  n: HOST,
  r: '6.1.0',
  v: '#1 SMP',
  m: 'x86_64',
  o: 'GNU/Linux',
};

/** Creates the commands that name the user and host: nothing of the real host's. */
export function identityCommands(userName: string): CustomCommand[] {
  return [
    defineCommand('whoami', async () => succeeded(`${userName}\n`)),
    defineCommand('hostname', async () => succeeded(`${HOST}\n`)),
    defineCommand('nproc', async () => succeeded('1\n')),
    defineCommand('uname', async (args) => uname(args)),
    defineCommand('id', async (args) => id(args, userName)),
  ];
}

function uname(args: readonly string[]) {
  const letters = args.length === 0 ? ['s'] : args.flatMap((arg) => [...arg.replace(/^-/, '')]);
  const all = letters.includes('a') ? Object.keys(SYSTEM) : letters;
  const unknown = all.find((letter) => !Object.hasOwn(SYSTEM, letter));
  if (unknown !== undefined)
    return failed(`uname: this shell's uname knows -a, -s, -n, -r, -v, -m and -o, not -${unknown}`);
  const shown = Object.keys(SYSTEM).filter((letter) => all.includes(letter));
  return succeeded(`${shown.map((letter) => SYSTEM[letter]).join(' ')}\n`);
}

function id(args: readonly string[], userName: string) {
  switch (args.join('')) {
    case '':
      return succeeded(`uid=${ID}(${userName}) gid=${ID}(${userName}) groups=${ID}(${userName})\n`);
    case '-u':
    case '-g':
      return succeeded(`${ID}\n`);
    case '-un':
    case '-u-n':
    case '-gn':
      return succeeded(`${userName}\n`);
    default:
      return failed(`id: this shell's id knows -u, -g, -un and -gn, not ${args.join(' ')}`);
  }
}
