import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';

const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  readonly forbidden: readonly {
    name: string;
    from: { path?: string };
    to: { pathNot?: string | string[] };
  }[];
};

/** `src/aws/sandbox/…` -> aws/sandbox: the folder that a row of the table names. */
const folderOf = (path: string): string => /^((?:aws|authoring)\/[a-z]+|[a-z]+)/.exec(path)?.[1] ?? path;

/** Folders that each rule of one folder allows, by the name of the folder. */
const allowed = new Map(
  forbidden.flatMap(({ from, to }) => {
    const folder = /^\^src\/([a-z]+(?:\/[a-z]+)?)\/$/.exec(from.path ?? '')?.[1];
    if (folder === undefined || !Array.isArray(to.pathNot)) return [];
    const others = to.pathNot.map((path) => folderOf(path.slice('^src/'.length)));
    return [[folder, new Set(others.filter((other) => other !== folder))] as const];
  }),
);

const names = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');

/** Reads what a table of layers says of each folder. */
const told = (file: string) =>
  new Map(
    [...readFileSync(file, 'utf8').matchAll(/^\|( `[^|]*)\|([^|]*)\|[^|]*\|$/gm)].flatMap(
      ([, folders = '', imports = '']) =>
        names(folders).map((name) => [name, new Set(names(imports))] as const),
    ),
  );

test('rules of many folders were found', () => expect(allowed.size).toBeGreaterThan(15));

describe.each(['CONTRIBUTING.md', 'CONTRIBUTING.ja.md'])('%s', (file) => {
  const table = told(file);

  test.each([...allowed])('says what %s may import', (folder, others) => {
    expect(table.get(folder)).toEqual(others);
  });
});

test('the picture of ARCHITECTURE shows every folder of src', () => {
  const labels = [...readFileSync('ARCHITECTURE.md', 'utf8').matchAll(/\["([^"<]+)</g)];
  const shown = labels.flatMap(([, label = '']) => label.split(', '));
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  // Styles are no code; aws is shown by its parts.
  const layers = folders.map(({ name }) => name).filter((name) => !['css', 'aws'].includes(name));
  const parts = readdirSync('src/aws').map((name) => `aws/${name}`);
  expect([...layers, ...parts].filter((name) => !shown.includes(name))).toEqual([]);
});
