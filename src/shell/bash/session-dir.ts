import { mkdir, mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startReaper } from './process-reaper.ts';
import type { BashShellOptions, SessionDirectory } from './types.ts';

/** `parent`: where to make it, if not where temporary files belong. */
export async function openSessionDirectory(parent = tmpdir()): Promise<SessionDirectory> {
  const path = await realpath(await mkdtemp(join(parent, 'tejun-')));
  const at = (name: string): string => join(path, name);
  const folder = {
    path,
    home: at('home'),
    readonly: at('readonly'),
    streams: at('streams'),
  };
  for (const name of [folder.home, join(folder.readonly, 'bin'), folder.streams])
    await mkdir(name, { recursive: true });
  return { ...folder, reaper: await startReaper(folder) };
}

/** Paths as pages, bash and this machine see them. Bash sees the home of the pages only where it is confined. */
export interface PathMapping {
  /** A path as pages know it -> as bash knows it. */
  inside(path: string): string;
  /** A path as pages know it -> where it is on this machine. */
  outside(path: string): string;
  /** A script of a page -> one for bash. */
  into(script: string): string;
  /** Maps output of bash to the paths of pages. */
  outOf(text: string): string;
  environment(env: Readonly<Record<string, string>>): Record<string, string>;
}

export function createPathMapping({
  home,
  folder,
  confinement,
}: Pick<BashShellOptions, 'home' | 'folder' | 'confinement'>): PathMapping {
  const outside = (path: string): string =>
    path === home || path.startsWith(`${home}/`) ? join(folder.home, path.slice(home.length)) : path;
  if (confinement) {
    const same = <Value>(value: Value): Value => value;
    return { outside, inside: same, into: same, outOf: same, environment: (env) => ({ ...env }) };
  }
  const homeInside = new RegExp(`${home}(?![\\w.-])`, 'g');
  const into = (script: string): string => script.replace(homeInside, () => folder.home);
  return {
    outside,
    inside: outside,
    into,
    outOf: (text) => text.replaceAll(folder.home, home),
    environment: (env) => Object.fromEntries(Object.entries(env).map(([name, value]) => [name, into(value)])),
  };
}
