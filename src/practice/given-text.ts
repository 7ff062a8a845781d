import type { Page, RunnableStep } from '../procedure/index.ts';

const USED = /\$\{?([A-Za-z_]\w*)/g;
const FILE = /\bfileb?:\/\/([^\s"']+)/g;
const ASSIGNED = /(?:^|[\s;&|(])(?:export\s+)?([A-Za-z_]\w*)=("[^"]*"|'[^']*'|[^\s;&|]*)/g;

/**
 * The text of a step's script with what it reads: the values that scripts above assign to its variables, and the
 * files that they write from a here document. What only a run knows (`$(...)`) is left out.
 */
export function givenText(page: Page, step: RunnableStep): string {
  const above = page.steps.slice(0, page.steps.findIndex(({ id }) => id === step.id) + 1);
  const scripts = above.flatMap((other) => ('script' in other ? [other.script] : []));
  const values = assignments(scripts);
  const texts = [step.script];
  const seen = new Set<string>();
  for (const text of texts) {
    const names = [...text.matchAll(USED)].map(([, name = '']) => name).filter((name) => values.has(name));
    const files = [...text.matchAll(FILE)].map(([, path = '']) => path);
    for (const name of names) if (unseen(seen, name)) texts.push(values.get(name) ?? '');
    for (const path of files) if (unseen(seen, path)) texts.push(...writtenTo(path, scripts));
  }
  return texts.join('\n');
}

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
