import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { shown, snippetsOf } from '../../test/shell/recorded.ts';
import { runInBash } from './real-bash.ts';

const FOLDER = 'test/fixtures/shell';

/** Runs the snippets of the cases named, or of all, in this machine's bash and writes `output.txt` of each. */
export async function recordBash(names: readonly string[]): Promise<void> {
  const cases = readdirSync(FOLDER).filter((name) => existsSync(`${FOLDER}/${name}/script.sh`));
  for (const name of cases) {
    if (names.length > 0 && !names.includes(name)) continue;
    const snippets = snippetsOf(readFileSync(`${FOLDER}/${name}/script.sh`, 'utf8'));
    writeFileSync(`${FOLDER}/${name}/output.txt`, shown(snippets, await runInBash(snippets)));
  }
}
