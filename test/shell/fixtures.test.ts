import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Recorded, shown, snippetsOf } from './recorded.ts';
import { openShell } from './simulated.ts';

const folder = fileURLToPath(new URL('../fixtures/shell/', import.meta.url));
const cases = readdirSync(folder).filter((name) => existsSync(`${folder}${name}/script.sh`));

async function runSimulated(snippets: readonly string[]): Promise<Recorded[]> {
  const shell = openShell();
  const outputs: Recorded[] = [];
  for (const snippet of snippets) outputs.push(await shell.run(snippet));
  await shell.close();
  return outputs;
}

/**
 * Each script.sh was run in bash 5.2, which gave output.txt; no update of snapshots touches it. Where the simulated
 * shell differs, simulated.txt holds what it prints instead, and why.txt says why.
 */
describe.each(cases)('%s', (name) => {
  const file = (base: string) => `${folder}${name}/${base}`;
  const snippets = snippetsOf(readFileSync(file('script.sh'), 'utf8'));

  test('is as in bash, or differs as told', async () => {
    const output = shown(snippets, await runSimulated(snippets));
    const recorded = readFileSync(file('output.txt'), 'utf8');
    if (!existsSync(file('why.txt'))) return expect(output).toBe(recorded);
    await expect(output).toMatchFileSnapshot(file('simulated.txt'));
    expect(blocksIn(output).filter((block) => blocksIn(recorded).includes(block))).toEqual([]);
  });
});

/** The snippets of a case, each with its output. */
function blocksIn(text: string): string[] {
  return text.split(/\n(?=\$ )/);
}
