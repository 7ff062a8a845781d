import { type CommandContext, type CustomCommand, defineCommand } from 'just-bash';
import { failed } from './exec-results.ts';

const USAGE = 'zip: this shell knows `zip [-r] [-j] [-q] ARCHIVE FILE...`';
/** Info-ZIP's statuses. */
const MISUSED = 16;
const NOTHING_TO_DO = 12;

/** zip(1) of Info-ZIP: makes an archive, or adds files to one and replaces those that it has. */
export function zipCommand(): CustomCommand {
  return defineCommand('zip', async (args, context) => {
    const asked = parse(args);
    if (!asked) return failed(USAGE, MISUSED);
    const { fs, cwd } = context;
    const { flags, archive } = asked;
    const place = fs.resolvePath(cwd, archive);
    const { deflateSync, unzipSync, zipSync } = await import(/* webpackChunkName: "shell-tools" */ 'fflate');
    const [files, missing] = await gather(asked.files, flags, context);
    const known = (await fs.exists(place)) ? unzipSync(await fs.readFileBuffer(place)) : {};
    const lines = missing.map((name) => `\tzip warning: name not matched: ${name}\n`);
    if (files.length === 0) {
      const stdout = `${lines.join('')}\nzip error: Nothing to do! (${archive})\n`;
      return { stdout, stderr: '', exitCode: NOTHING_TO_DO };
    }
    const entry = (bytes: Uint8Array, mtime: Date, deflated = deflateSync(bytes).length) =>
      [bytes, { level: deflated < bytes.length ? 6 : 0, mtime: asLocal(mtime) }] as const;
    const time = Object.keys(known).length > 0 ? (await fs.stat(place)).mtime : new Date(0);
    const entries = Object.entries(known).map(([name, bytes]) => [name, entry(bytes, time)] as const);
    const packed = new Map(entries);
    for (const { name, bytes, mtime } of files) {
      const deflated = deflateSync(bytes).length;
      packed.set(name, entry(bytes, mtime, deflated));
      const verb = name in known ? 'updating' : '  adding';
      if (!flags.has('q')) lines.push(`${verb}: ${name} (${saving(bytes.length, deflated)})\n`);
    }
    await fs.writeFile(place, zipSync(Object.fromEntries(packed) as Parameters<typeof zipSync>[0]));
    return { stdout: lines.join(''), stderr: '', exitCode: 0 };
  });
}

function parse(args: readonly string[]) {
  const flags = new Set(args.filter((arg) => arg.startsWith('-')).flatMap((arg) => [...arg.slice(1)]));
  const [archive = '', ...files] = args.filter((arg) => !arg.startsWith('-'));
  if (archive === '' || [...flags].some((flag) => !'rjq'.includes(flag))) return undefined;
  return { flags, archive: /\.[^/]*$/.test(archive) ? archive : `${archive}.zip`, files };
}

interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mtime: Date;
}

/** Files that are packed, with their names in the archive, and the names that there are none for. */
async function gather(
  names: readonly string[],
  flags: ReadonlySet<string>,
  { fs, cwd }: CommandContext,
): Promise<[PackedFile[], string[]]> {
  const files: PackedFile[] = [];
  const missing: string[] = [];
  const add = async (name: string): Promise<void> => {
    const place = fs.resolvePath(cwd, name);
    const { isDirectory, mtime } = await fs.stat(place);
    const inArchive = flags.has('j') ? name.replace(/.*\//, '') : name.replace(/^(\.?\/)+/, '');
    if (!isDirectory) {
      files.push({ name: inArchive, bytes: await fs.readFileBuffer(place), mtime });
      return;
    }
    const folder = inArchive.replace(/\/*$/, '/');
    if (!flags.has('j') && !/^\.?\/$/.test(folder))
      files.push({ name: folder, bytes: new Uint8Array(), mtime });
    if (flags.has('r'))
      for (const child of (await fs.readdir(place)).sort()) await add(`${name.replace(/\/*$/, '')}/${child}`);
  };
  for (const name of names)
    if (await fs.exists(fs.resolvePath(cwd, name))) await add(name);
    else missing.push(name);
  return [files, missing];
}

/** `deflated 11%`, or `stored 0%` where a file would not become smaller. */
function saving(size: number, deflated: number): string {
  return deflated < size ? `deflated ${Math.round((100 * (size - deflated)) / size)}%` : 'stored 0%';
}

/** An archive has the local time of day; this shell's is UTC, whatever that of the machine is. */
function asLocal(time: Date): Date {
  const [year, month, day] = [Math.max(1980, time.getUTCFullYear()), time.getUTCMonth(), time.getUTCDate()];
  return new Date(year, month, day, time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds());
}
