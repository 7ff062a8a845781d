import { InMemoryFs } from 'just-bash';
import type { SimulatedShellOptions } from './types.ts';

type Given = Pick<SimulatedShellOptions, 'home' | 'cwd' | 'files' | 'account'>;

/**
 * The home in memory. New and changed entries bear the practice's time, not the host's, and a file needs a folder to be
 * in, which InMemoryFs would make.
 */
export class ClockedFs extends InMemoryFs {
  /** Called with the path of each file to which something was added. */
  appended: ((path: string) => Promise<void>) | undefined;
  readonly #account: () => Date;
  /** InMemoryFs dates what a link leads to, never the link. */
  readonly #links = new Map<string, Date>();

  constructor({ home, cwd, files, account }: Given) {
    const mtime = account();
    super(Object.fromEntries(Object.entries(files).map(([path, content]) => [path, { content, mtime }])));
    this.#account = account;
    for (const path of [home, cwd, '/tmp', '/dev/.run']) {
      this.mkdirSync(path, { recursive: true });
      void this.#date(path);
    }
  }

  override async writeFile(...[path, ...rest]: Parameters<InMemoryFs['writeFile']>): Promise<void> {
    await this.#demandFolder(path);
    await super.writeFile(path, ...rest);
    await this.#date(path);
  }

  override async appendFile(...[path, ...rest]: Parameters<InMemoryFs['appendFile']>): Promise<void> {
    await this.#demandFolder(path);
    await super.appendFile(path, ...rest);
    await this.#date(path);
    await this.appended?.(path);
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
    await super.mkdir(path, ...rest);
    for (const one of made) await this.#date(one);
  }

  override async symlink(target: string, path: string): Promise<void> {
    await super.symlink(target, path);
    this.#links.set(path, this.#account());
  }

  override async lstat(path: string) {
    const stat = await super.lstat(path);
    return stat.isSymbolicLink ? { ...stat, mtime: this.#links.get(path) ?? stat.mtime } : stat;
  }

  /** The folder and those above it that do not exist. */
  async #missing(path: string): Promise<string[]> {
    const missing: string[] = [];
    for (let one = path; one !== '' && !(await this.exists(one)); one = one.slice(0, one.lastIndexOf('/'))) {
      missing.push(one);
    }
    return missing;
  }

  async #demandFolder(path: string): Promise<void> {
    const folder = path.slice(0, path.lastIndexOf('/'));
    if (folder === '' || (await this.exists(folder))) return;
    throw Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), { code: 'ENOENT' });
  }

  #date(path: string): Promise<void> {
    const now = this.#account();
    return this.utimes(path, now, now);
  }
}
