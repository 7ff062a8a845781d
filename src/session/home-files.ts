import type { SessionView } from '../shell/index.ts';
import type { HomeFiles } from './types.ts';

/** As many as one would look through. */
const MOST = 300;

/** Lists the files of a home and of the working directory, with those in their folders. */
export async function homeFilesOf({ host, list }: Pick<SessionView, 'host' | 'list'>): Promise<HomeFiles> {
  const { env, cwd } = host();
  const home = env.HOME ?? '/';
  const paths = new Set<string>();
  const seen = new Set<string>();
  const collect = async (folder: string) => {
    if (seen.has(folder)) return;
    seen.add(folder);
    for (const { name, isFolder } of await list(folder)) {
      if (paths.size >= MOST) return;
      const path = `${folder}/${name}`;
      if (isFolder) await collect(path);
      else paths.add(path);
    }
  };
  for (const folder of [cwd, home]) if (folder !== '/') await collect(folder);
  return { home, cwd, paths: [...paths].sort() };
}
