import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const violating = `${root}test/fixtures/architecture/throws`;

/** The names of the rules that the code below `directory` breaks, each with the arrow that breaks it. */
async function violations(directory: string, folders: string[]): Promise<string[]> {
  const options = await extractOptions(`${root}.dependency-cruiser.cjs`);
  const result = await cruise(
    folders,
    { ...options, baseDir: directory, validate: true },
    {},
    { tsConfig: extractTSConfig(`${root}tsconfig.json`) },
  );
  const { summary } = result.output as ICruiseResult;
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
}

describe('layers', () => {
  test('the project keeps to them', async () => {
    expect(await violations(root, ['src', 'plugins'])).toEqual([]);
  });

  test.each(readdirSync(violating))('%s is noticed when broken', async (rule) => {
    const found = await violations(`${violating}/${rule}`, ['.']);
    expect(found.map((line) => line.split(':')[0])).toContain(rule);
  });

  test('every rule has code that breaks it', async () => {
    const { forbidden } = createRequire(import.meta.url)(`${root}.dependency-cruiser.cjs`) as {
      forbidden: { name: string }[];
    };
    expect(readdirSync(violating).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });
});
