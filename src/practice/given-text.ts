import { type Page, type RunnableStep, resultsOf } from '../procedure/index.ts';
import type { ShellState } from '../shell/index.ts';

const USED_IN_PATH = /\$\{([A-Za-z_]\w*)\}|\$([A-Za-z_]\w*)/g;
const FILE = /\bfileb?:\/\/([^\s"']+)/g;
const ASSIGNED = /(?:^|[\s;&|(])(?:export\s+)?([A-Za-z_]\w*)=("[^"]*"|'[^']*'|[^\s;&|]*)/g;

/** Contents of the shell after a step. */
interface ShellContents {
  readonly values: ReadonlyMap<string, string>;
  readonly readFile: ShellState['readFile'];
}

/**
 * The text of a step's script with what it reads: the values of its variables, as the shell holds them or as scripts above
 * assign them, and the files that it names.
 */
export async function givenText(
  page: Page,
  step: RunnableStep,
  { values: held, readFile }: ShellContents,
): Promise<string> {
  let assigned: ReadonlyMap<string, string> | undefined;
  // Mostly the shell holds all that is used: then no script above is read.
  const lookUp = (name: string): string | undefined => {
    const value = held.get(name);
    if (value !== undefined) return value;
    assigned ??= assignments(scriptsUpTo(page, step));
    return assigned.get(name);
  };
  const texts = [step.script];
  const seen = new Set<string>();
  for (const text of texts) {
    for (const name of usedVariables(text)) {
      const value = unseen(seen, `$${name}`) ? lookUp(name) : undefined;
      if (value !== undefined) texts.push(value);
    }
    for (const [, path = ''] of text.matchAll(FILE)) {
      if (!unseen(seen, path)) continue;
      const file = await readFile(expanded(path, lookUp));
      texts.push(...(file === undefined ? writtenTo(path, scriptsUpTo(page, step)) : [file]));
    }
  }
  return texts.join('\n');
}

/** The scripts of a page down to a step. */
const scriptsUpTo = ({ steps }: Page, step: RunnableStep): string[] =>
  steps
    .slice(0, steps.findIndex(({ id }) => id === step.id) + 1)
    .flatMap((other) => ('script' in other ? [other.script] : []));

/** A path with the variables and the tilde in it replaced. */
const expanded = (path: string, lookUp: (name: string) => string | undefined): string =>
  path
    .replace(USED_IN_PATH, (_, braced, plain) => lookUp(braced ?? plain) ?? '')
    .replace(/^~(?=\/)/, () => lookUp('HOME') ?? '~');

/** The last value that each variable is given literally. */
function assignments(scripts: readonly string[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const script of scripts) {
    for (const [, name = '', value = ''] of script.matchAll(ASSIGNED))
      if (!/[`]|\$\(/.test(value)) values.set(name, value.replace(/^(["'])(.*)\1$/s, '$2'));
  }
  return values;
}

/** The bodies of here documents in scripts that name the file. */
function writtenTo(path: string, scripts: readonly string[]): string[] {
  const name = path.split('/').at(-1) ?? path;
  return scripts.filter((script) => script.includes(name) && script.includes('<<'));
}

function unseen(seen: Set<string>, item: string): boolean {
  if (seen.has(item)) return false;
  seen.add(item);
  return true;
}

/** Digests of contents: MD5 or SHA-256 in hexadecimal digits, SHA-256 in base64. */
const DIGEST = /[0-9a-f]{32}|[A-Za-z0-9+/]{43}=/;
/** Words of a script that may name a file. */
const WORD = /[\w./${}~+@-]+/g;

/**
 * The contents of the files that the scripts of a page up to a step name. Only results that show a digest are compared with
 * them; for the others nothing is read.
 */
export async function pageContents(
  page: Page,
  step: RunnableStep,
  { values, readFile }: ShellContents,
): Promise<readonly string[]> {
  if (!resultsOf(step).some(({ body }) => DIGEST.test(body))) return [];
  const words = scriptsUpTo(page, step).flatMap((script) => script.match(WORD) ?? []);
  const paths = new Set(
    words
      .map((word) => expanded(word, (name) => values.get(name)))
      .filter((path) => /\w/.test(path) && !path.startsWith('/dev/')),
  );
  const contents = await Promise.all([...paths].map((path) => readFile(path)));
  return contents.filter((content) => content !== undefined);
}

const USED = /\$\{?([A-Za-z_]\w*)/g;

/**
 * Lists the variables that a text of the shell uses, in order, as often as it does.
 *
 * @example usedVariables('echo "$A ${B:-x}"') // ['A', 'B']
 */
export const usedVariables = (text: string): string[] =>
  [...text.matchAll(USED)].map(([, name = '']) => name);
