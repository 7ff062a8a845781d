import { type CommandContext, type CustomCommand, defineCommand } from 'just-bash';
import { failed } from './exec-results.ts';

const USAGE = 'unzip: this shell knows `unzip [-o | -n] [-p] [-q] [-d DIRECTORY] ARCHIVE [FILE...]`';
/** Info-ZIP's statuses. */
const MISUSED = 10;
const NO_ARCHIVE = 9;
const NOT_MATCHED = 11;

/** unzip(1) of Info-ZIP: unpacks an archive, or prints files of it. It does not ask before it replaces a file: say `-o` or `-n`. */
export function unzipCommand(): CustomCommand {
  return defineCommand('unzip', async (args, context) => {
    const asked = parse(args);
    if (!asked) return failed(USAGE, MISUSED);
    const { flags, archive, members } = asked;
    const entries = await readArchive(archive, context);
    if (typeof entries === 'string') return failed(`unzip:  ${entries}`, NO_ARCHIVE);
    const wanted = new Set(members.length > 0 ? members : entries.map(([name]) => name));
    const names = new Set(entries.map(([name]) => name));
    const unknown = members.filter((name) => !names.has(name));
    const chosen = entries.filter(([name]) => wanted.has(name));
    const { text, problem } = flags.has('p')
      ? { text: chosen.map(([, bytes]) => new TextDecoder().decode(bytes)).join(''), problem: undefined }
      : await unpackAll(chosen, asked, context);
    if (problem !== undefined) return failed(`unzip: ${problem}`, MISUSED);
    const stderr = unknown.map((name) => `caution: filename not matched:  ${name}\n`).join('');
    return { stdout: text, stderr, exitCode: unknown.length > 0 ? NOT_MATCHED : 0 };
  });
}

interface Unpacked {
  readonly text: string;
  readonly problem?: string;
}

async function unpackAll(
  entries: readonly [string, Uint8Array][],
  asked: Asked,
  context: CommandContext,
): Promise<Unpacked> {
  const texts = [`Archive:  ${asked.archive}\n`];
  for (const [name, bytes] of entries) {
    const { text, problem } = await unpack(name, bytes, asked, context);
    if (problem !== undefined) return { text: '', problem };
    texts.push(text);
  }
  return { text: asked.flags.has('q') ? '' : texts.join('') };
}

/** Writes one entry; the line that tells it, or why it cannot be written. */
async function unpack(
  name: string,
  bytes: Uint8Array,
  { flags, folder }: Asked,
  { fs, cwd }: CommandContext,
): Promise<Unpacked> {
  const path = folder === undefined ? name : `${folder.replace(/\/*$/, '')}/${name}`;
  const target = fs.resolvePath(cwd, path);
  if (!isInside(target, fs.resolvePath(cwd, folder ?? '.')))
    return { text: '', problem: `${name} would be written outside of the folder` };
  if (name.endsWith('/')) {
    await fs.mkdir(target, { recursive: true });
    return { text: `   creating: ${path}\n` };
  }
  if ((await fs.exists(target)) && !flags.has('o')) {
    const problem = `${path} is there already: give -o to replace it, or -n to keep it`;
    return flags.has('n') ? { text: '' } : { text: '', problem };
  }
  await fs.mkdir(target.replace(/\/[^/]*$/, '') || '/', { recursive: true });
  await fs.writeFile(target, bytes);
  return { text: `  inflating: ${path}\n` };
}

type Asked = NonNullable<ReturnType<typeof parse>>;

function parse(args: readonly string[]) {
  const flags = new Set<string>();
  const names: string[] = [];
  let folder: string | undefined;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '-d') folder = args[++index];
    else if (arg.startsWith('-')) for (const flag of arg.slice(1)) flags.add(flag);
    else names.push(arg);
  }
  const [archive, ...members] = names;
  if (archive === undefined || [...flags].some((flag) => !'onpq'.includes(flag))) return undefined;
  return { flags, folder, archive, members };
}

/** The entries of an archive, or why they cannot be read. */
async function readArchive(name: string, context: CommandContext): Promise<[string, Uint8Array][] | string> {
  const place = await findArchive(name, context);
  if (place === undefined) return `cannot find or open ${name}, ${name}.zip or ${name}.ZIP.`;
  const { unzipSync } = await import(/* webpackChunkName: "shell-tools" */ 'fflate');
  try {
    return Object.entries(unzipSync(await context.fs.readFileBuffer(place)));
  } catch {
    return `cannot find zipfile directory in ${name}.`;
  }
}

async function findArchive(name: string, { fs, cwd }: CommandContext): Promise<string | undefined> {
  for (const end of ['', '.zip', '.ZIP']) {
    const place = fs.resolvePath(cwd, name + end);
    if ((await fs.exists(place)) && (await fs.stat(place)).isFile) return place;
  }
  return undefined;
}

/** A name such as `../x` may not leave the folder. */
const isInside = (path: string, folder: string) =>
  path === folder || path.startsWith(folder.replace(/\/*$/, '/'));
