import { InMemoryFs } from 'just-bash';
import { createDevices, DEVICE_PATHS, type Devices } from './devices.ts';
import type { SimulatedShellOptions } from './types.ts';

export const DEFAULT_UMASK = 0o022;

type Given = Pick<SimulatedShellOptions, 'home' | 'cwd' | 'files' | 'account' | 'seed'>;

/**
 * The home in memory. New and changed entries bear the practice's time, not the host's, and a file needs a folder to be
 * in, which InMemoryFs would make.
 */
export class ClockedFs extends InMemoryFs {
  /** Listeners by path: what is appended there goes to them, and to no file. */
  listeners: ReadonlyMap<string, (bytes: Uint8Array) => void> = new Map();
  readonly devices: Devices;
  /** Permissions that new files and folders do not get. */
  umask = DEFAULT_UMASK;
  readonly #account: () => Date;
  /** InMemoryFs dates what a link leads to, never the link. */
  readonly #links = new Map<string, Date>();

  constructor({ home, cwd, files, account, seed = '' }: Given) {
    const mtime = account();
    super(Object.fromEntries(Object.entries(files).map(([path, content]) => [path, { content, mtime }])));
    this.#account = account;
    this.devices = createDevices(seed);
    for (const path of DEVICE_PATHS) this.writeFileSync(path, '');
    for (const path of [home, cwd, '/tmp', '/dev/.run']) {
      this.mkdirSync(path, { recursive: true });
      void this.#date(path);
    }
  }

  override async readFileBuffer(path: string): Promise<Uint8Array> {
    return this.devices.read(path) ?? super.readFileBuffer(path);
  }

  override async readFile(...[path, options]: Parameters<InMemoryFs['readFile']>): Promise<string> {
    const bytes = this.devices.read(path);
    return bytes ? String.fromCharCode(...bytes.subarray(0, 32_768)) : super.readFile(path, options);
  }

  override async writeFile(...[path, ...rest]: Parameters<InMemoryFs['writeFile']>): Promise<void> {
    await this.#demandFolder(path);
    await this.#withUmask(path, 0o666, () => super.writeFile(path, ...rest));
    await this.#date(path);
  }

  override async appendFile(...[path, ...rest]: Parameters<InMemoryFs['appendFile']>): Promise<void> {
    const listener = this.listeners.get(path);
    if (listener) return listener(bytesOf(...rest));
    await this.#demandFolder(path);
    await this.#withUmask(path, 0o666, () => super.appendFile(path, ...rest));
    await this.#date(path);
  }

  override async cp(...[source, path, ...rest]: Parameters<InMemoryFs['cp']>): Promise<void> {
    await this.#demandFolder(path);
    await super.cp(source, path, ...rest);
  }

  override async mv(source: string, path: string): Promise<void> {
    await this.#demandFolder(path);
    await super.mv(source, path);
  }

  override async mkdir(...[path, ...rest]: Parameters<InMemoryFs['mkdir']>): Promise<void> {
    const made = await this.#missing(path);
    await this.#demandFolder(made.at(-1) ?? path, path);
    await super.mkdir(path, ...rest);
    for (const one of made) {
      await this.#date(one);
      if (this.umask !== DEFAULT_UMASK) await this.chmod(one, 0o777 & ~this.umask);
    }
  }

  override async symlink(target: string, path: string): Promise<void> {
    await super.symlink(target, path);
    this.#links.set(path, this.#account());
  }

  override async lstat(path: string) {
    const stat = await super.lstat(path);
    return stat.isSymbolicLink ? { ...stat, mtime: this.#links.get(path) ?? stat.mtime } : stat;
  }

  /** InMemoryFs gives new files the mode that they have with the default mask. */
  async #withUmask(path: string, mode: number, write: () => Promise<void>): Promise<void> {
    const isNew = this.umask !== DEFAULT_UMASK && !(await this.exists(path));
    await write();
    if (isNew) await this.chmod(path, mode & ~this.umask);
  }

  /** The folder and those above it that do not exist. */
  async #missing(path: string): Promise<string[]> {
    const missing: string[] = [];
    for (let one = path; one !== '' && !(await this.exists(one)); one = one.slice(0, one.lastIndexOf('/'))) {
      missing.push(one);
    }
    return missing;
  }

  /** Refuses an entry where there is no folder for it; InMemoryFs would put one below a file. `asked`: as it is told. */
  async #demandFolder(path: string, asked = path): Promise<void> {
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (folder === '') return;
    const found = await this.stat(folder).catch(() => undefined);
    if (found?.isDirectory) return;
    const [code, text] = found ? ['ENOTDIR', 'not a directory'] : ['ENOENT', 'no such file or directory'];
    throw Object.assign(new Error(`${code}: ${text}, open '${asked}'`), { code });
  }

  #date(path: string): Promise<void> {
    const now = this.#account();
    return this.utimes(path, now, now);
  }
}

/** Encodes what is appended: bytes, text, or bytes as a text with a character for each. */
function bytesOf(...[content, options]: ParametersAfterPath): Uint8Array {
  if (typeof content !== 'string') return content;
  const encoding = typeof options === 'object' ? options?.encoding : options;
  const isBinary = encoding === 'binary' || encoding === 'latin1';
  return isBinary
    ? Uint8Array.from(content, (char) => char.charCodeAt(0))
    : new TextEncoder().encode(content);
}

type ParametersAfterPath =
  Parameters<InMemoryFs['appendFile']> extends [string, ...infer Rest] ? Rest : never;
