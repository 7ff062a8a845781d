import { type CustomCommand, defineCommand, type ExecResult } from 'just-bash';
import { ClockedFs } from '../clocked-fs.ts';
import { failed, succeeded } from './exec-results.ts';

/** Commands of just-bash, made to say and do what coreutils' do; and `realpath`, which it lacks. */
export function fileCommands(account: () => Date): CustomCommand[] {
  return [touch(account), mkdir, remove, realpath, ...[copy, move].map(intoFolders)];
}

/** Without a time of its own, `touch` takes the practice's. */
function touch(account: () => Date): CustomCommand {
  return defineCommand('touch', async (args, { origCommand, fs, cwd }) => {
    if (!origCommand) return failed('bash: touch: command not found', 127);
    const dated = stamped(args, account());
    const result = plainly(await origCommand(dated));
    if (dated.some((arg) => /^-\w*[dtr]|^--(date|reference)/.test(arg))) return result;
    for (const arg of args.filter((one) => !one.startsWith('-'))) {
      const path = fs.resolvePath(cwd, arg);
      if (await fs.exists(path)) await fs.utimes(path, account(), account());
    }
    return result;
  });
}

/** `-t 202601050000.30` -> `-d`, which just-bash knows. */
function stamped(args: readonly string[], now: Date): string[] {
  const at = args.indexOf('-t');
  const [, century = '', year = '', month, day, hour, minute, second = '00'] =
    /^(?:(\d\d)?(\d\d))?(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d\d))?$/.exec(args[at + 1] ?? '') ?? [];
  if (at < 0 || month === undefined) return [...args];
  const full =
    year === '' ? String(now.getUTCFullYear()) : (century || (Number(year) < 69 ? '20' : '19')) + year;
  const date = `${full}-${month}-${day}T${hour}:${minute}:${second}Z`;
  return [...args.slice(0, at), '-d', date, ...args.slice(at + 2)];
}

/** `-m MODE` is done here: just-bash does not know it. */
const mkdir = defineCommand('mkdir', async (args, { origCommand, fs, cwd }) => {
  if (!origCommand) return failed('bash: mkdir: command not found', 127);
  const { mode, rest } = withoutMode(args);
  const result = await origCommand(rest);
  if (mode !== undefined && result.exitCode === 0)
    for (const folder of rest.filter((arg) => !arg.startsWith('-')))
      await fs.chmod(fs.resolvePath(cwd, folder), Number.parseInt(mode, 8));
  const { stderr } = plainly(result);
  return {
    ...result,
    stderr: stderr.replace(/cannot create directory '(.*)':/g, 'cannot create directory ‘$1’:'),
  };
});

/** `-i` is done here: just-bash does not know it. One answer a line of standard input, as coreutils takes them. */
const remove = defineCommand('rm', async (args, { origCommand, fs, cwd, stdin }) => {
  if (!origCommand) return failed('bash: rm: command not found', 127);
  const isAsking = (arg: string) => /^-(?=[a-zA-Z]*i)[a-zA-Z]+$|^--interactive(?:=always)?$/.test(arg);
  if (!args.some(isAsking)) return origCommand(args);
  const flags = args.flatMap((arg) => {
    if (!arg.startsWith('-')) return [];
    if (!isAsking(arg)) return [arg];
    const others = arg.startsWith('--') ? '-' : arg.replaceAll('i', '');
    return others === '-' ? [] : [others];
  });
  const answers = String(stdin).split('\n');
  let asked = '';
  const chosen: string[] = [];
  for (const name of args.filter((arg) => !arg.startsWith('-'))) {
    const found = await fs.stat(fs.resolvePath(cwd, name)).catch(() => undefined);
    if (!found) {
      chosen.push(name);
      continue;
    }
    const kind = found.isDirectory ? 'directory' : found.size === 0 ? 'regular empty file' : 'regular file';
    asked += `rm: remove ${kind} '${name}'? `;
    if (/^[yY]/.test(answers.shift() ?? '')) chosen.push(name);
  }
  if (chosen.length === 0) return { stdout: '', stderr: asked, exitCode: 0 };
  const result = await origCommand([...flags, ...chosen]);
  return { ...result, stderr: asked + result.stderr };
});

function withoutMode(args: readonly string[]): { mode?: string; rest: string[] } {
  const at = args.findIndex((arg) => /^(-\w*m|--mode)$/.test(arg));
  const mode = at < 0 ? undefined : args[at + 1];
  if (mode === undefined || !/^[0-7]{3,4}$/.test(mode)) return { rest: [...args] };
  const others = (args[at] ?? '').replace(/^--mode$|m$/, '');
  return {
    mode,
    rest: [...args.slice(0, at), others, ...args.slice(at + 2)].filter((arg) => !/^-?$/.test(arg)),
  };
}

interface Placing {
  readonly name: string;
  /** Writes the error where the folder of the target is missing. */
  readonly complaint: (source: string, target: string) => string;
}

const copy: Placing = { name: 'cp', complaint: (_, target) => `cannot create regular file '${target}'` };
const move: Placing = { name: 'mv', complaint: (source, target) => `cannot move '${source}' to '${target}'` };

/** just-bash blames the source where the target cannot be made. */
function intoFolders({ name, complaint }: Placing): CustomCommand {
  return defineCommand(name, async (args, { origCommand, fs, cwd }) => {
    if (!origCommand) return failed(`bash: ${name}: command not found`, 127);
    const result = plainly(await origCommand(args));
    if (result.stderr.endsWith(': Not a directory\n'))
      return { ...result, stderr: `${name}: cannot stat '${args.at(-1)}': Not a directory\n` };
    const blamed = /^\w+: cannot stat '(.*)'/m.exec(result.stderr)?.[1];
    if (blamed === undefined || !(await fs.exists(fs.resolvePath(cwd, blamed)))) return result;
    const stderr = result.stderr.replace(`cannot stat '${blamed}'`, complaint(blamed, args.at(-1) ?? ''));
    return { ...result, stderr };
  });
}

const realpath = defineCommand('realpath', async (paths, { fs, cwd }) => {
  if (paths.length === 0) return failed('realpath: missing operand');
  let stdout = '';
  let stderr = '';
  for (const path of paths) {
    const absolute = fs.resolvePath(cwd, path);
    const isFound = await fs.exists(fs.resolvePath(absolute, '..'));
    const found = await fs.realpath(absolute).catch(() => (isFound ? absolute : undefined));
    if (found === undefined) stderr += `realpath: ${path}: No such file or directory\n`;
    else stdout += `${found}\n`;
  }
  return { stdout, stderr, exitCode: stderr === '' ? 0 : 1 };
});

/** Errors of the file system in memory -> the words that follow them. */
function plainly(result: ExecResult): ExecResult {
  const stderr = result.stderr
    .replace(/ENOENT: .*$/gm, 'No such file or directory')
    .replace(/ENOTDIR: .*$/gm, 'Not a directory');
  return { ...result, stderr };
}

const WHO = { u: 6, g: 3, o: 0 } as const;

/** Keeps and shows the mask of new files and folders. */
export const umaskCommand = defineCommand('umask', async ([first], { fs }) => {
  if (!(fs instanceof ClockedFs)) return failed('bash: umask: this file system has no modes');
  if (first === undefined) return succeeded(`${fs.umask.toString(8).padStart(4, '0')}\n`);
  if (first === '-S') return succeeded(`${symbolic(fs.umask)}\n`);
  if (!/^[0-7]{1,4}$/.test(first)) return failed(`bash: umask: ${first}: octal number out of range`);
  fs.umask = Number.parseInt(first, 8);
  return succeeded('');
});

function symbolic(mask: number): string {
  return Object.entries(WHO)
    .map(
      ([who, shift]) => `${who}=${[...'rwx'].filter((_, bit) => !((mask >> shift) & (4 >> bit))).join('')}`,
    )
    .join(',');
}
