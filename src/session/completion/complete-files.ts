import type { SessionView } from '../../shell/index.ts';
import type { CommandWords } from './command-words.ts';

/** Commands that take folders only. */
const OF_FOLDERS = new Set(['cd', 'rmdir', 'pushd']);
/** The CLI reads a parameter's value from a file so named. */
const SCHEME = /^(?:file|fileb):\/\//;

/** Paths that the word begins, as they must be written; what is hidden only where the word asks for it. */
export async function completeFiles(
  { before, word, quote }: CommandWords,
  view: SessionView,
): Promise<string[]> {
  const scheme = SCHEME.exec(word)?.[0] ?? '';
  const path = word.slice(scheme.length);
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const name = path.slice(folder.length);
  const entries = await view.list(absolute(folder, view));
  return entries
    .filter((entry) => entry.name.startsWith(name) && (name !== '' || !entry.name.startsWith('.')))
    .filter(({ isFolder }) => isFolder || !OF_FOLDERS.has(before[0] ?? ''))
    .map(({ name: found, isFolder }) => `${scheme}${folder}${found}${isFolder ? '/' : ''}`)
    .map((text) => written(text, quote));
}

function absolute(folder: string, view: SessionView): string {
  const { env, cwd } = view.host();
  const expanded = folder
    .replace(/^~(?=\/)/, env.HOME ?? '/')
    .replace(/\$\{?(\w+)\}?/g, (whole, name: string) => env[name] ?? whole);
  return expanded.startsWith('/') ? expanded : `${cwd}/${expanded}`;
}

/** With the quote that the reader began, else with backslashes. */
function written(text: string, quote: CommandWords['quote']): string {
  if (quote === "'") return `'${text.replaceAll("'", "'\\''")}${text.endsWith('/') ? '' : "'"}`;
  if (quote === '"') return `"${text.replace(/["\\`]/g, '\\$&')}${text.endsWith('/') ? '' : '"'}`;
  return text.replace(/[\s'"\\`&|;()<>*?[\]#!]/g, '\\$&');
}
