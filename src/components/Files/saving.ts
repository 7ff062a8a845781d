import { readFileName, writingScript } from '../../procedure/file-step.ts';
import type { HomeFiles } from '../../session/index.ts';

/** The path as one would type it: below the working directory, or below the home. */
export function shownPath(path: string, { home, cwd }: Pick<HomeFiles, 'home' | 'cwd'>): string {
  if (path.startsWith(`${cwd}/`)) return path.slice(cwd.length + 1);
  return path.startsWith(`${home}/`) ? `~/${path.slice(home.length + 1)}` : path;
}

/** The absolute path of what was typed. */
export function expandHome(shown: string, { home, cwd }: Pick<HomeFiles, 'home' | 'cwd'>): string {
  if (shown.startsWith('~/')) return home + shown.slice(1);
  return shown.startsWith('/') ? shown : `${cwd}/${shown}`;
}

/**
 * The command that saves a file, as a reader would type it: so the terminal shows it, the session keeps it, and it is
 * the step of a page that asks for it. Undefined for a name that a shell would read otherwise.
 */
export function savingScript(shown: string, content: string): string | undefined {
  const start = /^(?:~?\/)?/.exec(shown)?.[0] ?? '';
  if (readFileName(shown.slice(start.length)) === undefined) return undefined;
  return writingScript(shown, content.replace(/\n$/, ''));
}
