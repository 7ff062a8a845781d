import type { Page, RunnableStep } from '../procedure/index.ts';
import type { ShellState } from '../shell/index.ts';
import { usedVariables } from './used-variables.ts';

const USED_IN_PATH = /\$\{([A-Za-z_]\w*)\}|\$([A-Za-z_]\w*)/g;
const FILE = /\bfileb?:\/\/([^\s"']+)/g;
const ASSIGNED = /(?:^|[\s;&|(])(?:export\s+)?([A-Za-z_]\w*)=("[^"]*"|'[^']*'|[^\s;&|]*)/g;

/** Contents of the shell after a step. */
export interface ShellContents {
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
  const above = page.steps.slice(0, page.steps.findIndex(({ id }) => id === step.id) + 1);
  const scripts = above.flatMap((other) => ('script' in other ? [other.script] : []));
  const values = new Map([...assignments(scripts), ...held]);
  const texts = [step.script];
  const seen = new Set<string>();
  for (const text of texts) {
    const names = usedVariables(text).filter((name) => values.has(name));
    for (const name of names) if (unseen(seen, name)) texts.push(values.get(name) ?? '');
    for (const [, path = ''] of text.matchAll(FILE)) {
      if (!unseen(seen, path)) continue;
      const file = await readFile(expanded(path, values));
      texts.push(...(file === undefined ? writtenTo(path, scripts) : [file]));
    }
  }
  return texts.join('\n');
}

/** A path with the variables and the tilde in it replaced. */
export const expanded = (path: string, values: ReadonlyMap<string, string>): string =>
  path
    .replace(USED_IN_PATH, (_, braced, plain) => values.get(braced ?? plain) ?? '')
    .replace(/^~(?=\/)/, values.get('HOME') ?? '~');

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
