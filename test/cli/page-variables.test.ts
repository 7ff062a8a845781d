import { join } from 'node:path';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { planWithValues, variableValues, withVariableOptions } from '../../src/cli/page-variables.ts';
import type { Plan } from '../../src/doctest/index.ts';
import { type Page, readPage } from '../../src/procedure/index.ts';
import { folderOf } from '../project/folders.ts';

const text =
  '---\ntejun: { variables: { BUCKET: { default: example-bucket } } }\n---\n\n```bash command\naws s3 mb s3://example-bucket\n```\n';
const { page = {} as Page } = readPage(text, { id: 'c/p', file: 'p.mdx', locale: 'ja' });
const script = ({ steps: [step] }: Page) => (step && 'script' in step ? step.script : '');

test('options are collected, the last of a name wins', () => {
  const command = withVariableOptions(
    new Command().exitOverride().configureOutput({ writeErr: () => undefined }),
  );
  const { var: values } = command
    .parse(['--var', 'A=1', '--var', 'B=x=y', '--var', 'A=2'], { from: 'user' })
    .opts();
  expect(values).toEqual({ A: '2', B: 'x=y' });
  expect(() => command.parse(['--var', 'A'], { from: 'user' })).toThrow('Write NAME=value');
});

test('a file may hold more than pages declare; --var wins over it', () => {
  const envFile = join(folderOf({ '.env': 'BUCKET=from-file\nOTHER=x\n' }), '.env');
  expect(variableValues({ envFile }, [page])).toEqual({ BUCKET: 'from-file' });
  expect(variableValues({ envFile, var: { BUCKET: 'mine' } }, [page])).toEqual({ BUCKET: 'mine' });
});

test.each([
  [{ NONE: 'x' }, 'No page declares the variable NONE. Declared are: BUCKET.'],
  [{ BUCKET: '$(rm -rf)' }, 'cannot stand for BUCKET in commands'],
  [{ BUCKET: '' }, 'cannot stand for BUCKET in commands'],
])('%j is refused', (values, reason) => {
  expect(() => variableValues({ var: values }, [page])).toThrow(reason);
});

test('values stand in all pages of a plan; without any it stays as it is', () => {
  const planned = { page, prerequisites: [page], chain: '', accountFile: '' };
  const plan: Plan = { root: '/', pages: [planned], library: [planned], locales: ['ja'] };
  const filled = planWithValues(plan, { var: { BUCKET: 'mine' } }).pages[0];
  expect(filled && [script(filled.page), script(filled.prerequisites[0] as Page)]).toEqual(
    Array(2).fill('aws s3 mb s3://mine'),
  );
  expect(planWithValues(plan, {})).toBe(plan);
});
