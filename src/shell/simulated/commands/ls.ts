import { type CustomCommand, defineCommand, type IFileSystem } from 'just-bash';
import { failed } from './exec-results.ts';
import { type ListedFile, longListing } from './long-listing.ts';

const KNOWN = /^-[aAld1tr]+$/;

/**
 * ls(1) with -a, -A, -l, -d, -1, -t and -r, into a pipe: one name a line. just-bash's own names the owner `user` and
 * compares dates with the host's clock; it still serves the other options.
 */
export function lsCommand(userName: string, account: () => Date): CustomCommand {
  return defineCommand('ls', async (args, { origCommand, fs, cwd }) => {
    const options = args.filter((arg) => arg.startsWith('-') && arg !== '--');
    if (options.some((option) => !KNOWN.test(option))) {
      return origCommand ? origCommand(args) : failed('bash: ls: command not found', 127);
    }
    const asked = new Set(options.join(''));
    const named = args.filter((arg) => !arg.startsWith('-'));
    const print = (entries: ListedFile[], total: boolean) => {
      const shown = ordered(entries, asked);
      if (asked.has('l')) return longListing(shown, { userName, now: account(), total });
      return shown.map(({ name }) => `${name}\n`).join('');
    };
    const found: ListedFile[] = [];
    let stderr = '';
    for (const name of named.length === 0 ? ['.'] : named) {
      const entry = await entryAt(fs, fs.resolvePath(cwd, name), name, asked.has('l') || asked.has('d'));
      if (entry) found.push(entry);
      else stderr += `ls: cannot access '${name}': No such file or directory\n`;
    }
    const opens = (entry: ListedFile) => entry.stat.isDirectory && !asked.has('d');
    const files = found.filter((entry) => !opens(entry));
    const blocks = files.length > 0 ? [print(files, false)] : [];
    for (const folder of ordered(found.filter(opens), asked)) {
      const title = named.length > 1 ? `${folder.name}:\n` : '';
      blocks.push(title + print(await entriesIn(fs, folder.path, asked), true));
    }
    return { stdout: blocks.join('\n'), stderr, exitCode: stderr === '' ? 0 : 2 };
  });
}

async function entryAt(
  fs: IFileSystem,
  path: string,
  name: string,
  asLink: boolean,
): Promise<ListedFile | undefined> {
  try {
    const link = await fs.lstat(path);
    if (!link.isSymbolicLink) return { name, path, stat: link };
    const target = await fs.readlink(path);
    const stat = asLink ? link : await fs.stat(path).catch(() => link);
    return { name, path, stat, target };
  } catch {
    return undefined;
  }
}

async function entriesIn(fs: IFileSystem, folder: string, asked: ReadonlySet<string>): Promise<ListedFile[]> {
  const visible = asked.has('a') || asked.has('A');
  const names = (await fs.readdir(folder)).filter((name) => visible || !name.startsWith('.'));
  if (asked.has('a')) names.push('.', '..');
  const entries = await Promise.all(
    names.map((name) => entryAt(fs, fs.resolvePath(folder, name), name, true)),
  );
  return entries.filter((entry) => entry !== undefined);
}

/** By name in the order of bytes, as in the C locale; with -t the newest first. */
function ordered(entries: readonly ListedFile[], asked: ReadonlySet<string>): ListedFile[] {
  const sorted = [...entries].sort((a, b) => (a.name < b.name ? -1 : 1));
  if (asked.has('t')) sorted.sort((a, b) => b.stat.mtime.getTime() - a.stat.mtime.getTime());
  return asked.has('r') ? sorted.reverse() : sorted;
}
