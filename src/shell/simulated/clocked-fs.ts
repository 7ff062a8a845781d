import { InMemoryFs } from 'just-bash';
import type { SimulatedShellOptions } from './types.ts';

type Write = InMemoryFs['writeFile'];

/** The home in memory. New and changed entries bear the practice's time, not the host's. */
export class ClockedFs extends InMemoryFs {
  readonly #account: () => Date;

  constructor({
    home,
    cwd,
    files,
    account,
  }: Pick<SimulatedShellOptions, 'home' | 'cwd' | 'files' | 'account'>) {
    const mtime = account();
    const initial = Object.entries(files).map(([path, content]) => [path, { content, mtime }] as const);
    super(Object.fromEntries(initial));
    this.#account = account;
    for (const path of [home, cwd, '/tmp', '/dev/.run']) this.mkdirSync(path, { recursive: true });
  }

  override async writeFile(...[path, ...rest]: Parameters<Write>): Promise<void> {
    await super.writeFile(path, ...rest);
    await this.#date(path);
  }

  override async appendFile(...[path, ...rest]: Parameters<Write>): Promise<void> {
    await super.appendFile(path, ...rest);
    await this.#date(path);
  }

  override async mkdir(...[path, ...rest]: Parameters<InMemoryFs['mkdir']>): Promise<void> {
    const made: string[] = [];
    for (let one = path; one !== '' && !(await this.exists(one)); one = one.slice(0, one.lastIndexOf('/')))
      made.push(one);
    await super.mkdir(path, ...rest);
    for (const one of made) await this.#date(one);
  }

  #date(path: string): Promise<void> {
    const now = this.#account();
    return this.utimes(path, now, now);
  }
}
