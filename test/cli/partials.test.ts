import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EN, folderOf } from '../project/folders.ts';
import { tejun } from './tejun.ts';

const PART = `## Check the account {/* #account-check */}

\`\`\`bash command
aws sts get-caller-identity --query Account --output text
\`\`\`

\`\`\`text result
123456789012
\`\`\`
`;
const page = (title: string) => `---
title: ${title}
---

import AccountCheck from './_account-check.mdx';

<AccountCheck />

\`\`\`bash command
echo own
\`\`\`

\`\`\`text result
own
\`\`\`
`;
const LOCALES = JSON.stringify({ ja: { label: '日本語' }, en: { label: 'English' } });

/** Two pages that show a partial, one of them in English too. */
const project = (part = PART) =>
  folderOf({
    'i18n/locales.json': LOCALES,
    'docs/c/_account.yaml': "id: '123456789012'\nusers: [{ name: reader, accessKeys: 1 }]\n",
    'docs/c/_account-check.mdx': part.replace('Check the account', 'アカウントの確認'),
    'docs/c/one.mdx': page('1つ目'),
    'docs/c/two.mdx': page('2つ目'),
    [`${EN}/c/_account-check.mdx`]: part,
    [`${EN}/c/one.mdx`]: page('First'),
  });

test('its steps run with each page, and a failure names its own line', async () => {
  expect((await tejun(['doctest'], project())).stdout).toContain('6 passed (6 steps, 6 compared)');
  const failed = await tejun(['doctest', 'c/one'], project(PART.replace('--query Account', '--query Arn')));
  expect(failed.exitCode).toBe(1);
  expect(failed.stdout).toContain('FAIL  docs/c/_account-check.mdx:8  step-1, command');
  expect(failed.stdout).toContain(`FAIL  ${EN}/c/_account-check.mdx:8  step-1, command`);
});

test('a stale result in it is left for a person', async () => {
  const root = project(PART.replace('123456789012', '111122223333'));
  writeFileSync(join(root, 'docs/c/_account-check.mdx'), PART.replace('123456789012', '123456789012 old'));
  const before = readFileSync(join(root, 'docs/c/_account-check.mdx'), 'utf8');
  await tejun(['doctest', '--update'], root);
  expect(readFileSync(join(root, 'docs/c/_account-check.mdx'), 'utf8')).toBe(before);
});

test('a translation cannot break its commands', async () => {
  const root = project();
  expect(
    (await tejun(['i18n', 'accept', 'c/_account-check', 'c/one', '--locale', 'en'], root)).exitCode,
  ).toBe(0);
  expect(await tejun(['i18n', 'check'], root)).toMatchObject({ exitCode: 0 });
  // What accepting wrote into it is no part of the page.
  expect((await tejun(['doctest', '--locale', 'en'], root)).stdout).toContain(
    '2 passed (2 steps, 2 compared)',
  );
  writeFileSync(
    join(root, EN, 'c/_account-check.mdx'),
    PART.replace('get-caller-identity', 'get-caller-identty'),
  );
  const check = await tejun(['i18n', 'check'], root);
  expect(check.exitCode).toBe(1);
  expect(check.stderr).toContain(
    `${EN}/c/_account-check.mdx:3:1  This "bash command" differs from docs/c/_account-check.mdx:3`,
  );
});

test.each([
  ['a file that is missing', '', './_other.mdx', 'docs/c/one.mdx:5:1  There is no file docs/c/_other.mdx.'],
  [
    'one that does not stand alone',
    'See ',
    './_account-check.mdx',
    'docs/c/one.mdx:7:5  <AccountCheck> holds steps, and does not stand alone.',
  ],
])('%s is told', async (_, before, file, told) => {
  const root = project();
  const text = page('1つ目').replace('./_account-check.mdx', file).replace('<Acc', `${before}<Acc`);
  writeFileSync(join(root, 'docs/c/one.mdx'), text);
  const { exitCode, stderr } = await tejun(['doctest', 'c/one'], root);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(told);
});
