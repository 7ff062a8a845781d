import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { caseArguments, contents, projectRoot, tejun, withoutTimes } from './tejun.ts';

const folder = join(projectRoot, 'test/fixtures/mistakes');
const throws = readdirSync(join(folder, 'throws')).map((name) => `throws/${name}`);
const silentlyPassed = readdirSync(folder).filter((name) => name !== 'throws');
const IN_LANGUAGES = { en: 'told.txt', ja: 'told.ja.txt' } as const;

/** Runs the command of a case; what was printed on both streams, one after the other. */
async function told(name: string, language: keyof typeof IN_LANGUAGES) {
  const directory = join(folder, name);
  const run = await tejun([...caseArguments(directory), '--lang', language], directory, { COLUMNS: '110' });
  const printed = [run.stderr, run.stdout].filter((text) => text !== '').join('\n\n');
  // Services come to be simulated one after another.
  const text = withoutTimes(`${printed}\n`).replace(/(no glacier: it has )[^"]+/, '$1...');
  return { ...run, text, file: join(directory, IN_LANGUAGES[language]) };
}

describe.concurrent.each(['en', 'ja'] as const)(
  'mistakes of writers and translators, told in %s',
  (language) => {
    test.for(throws)('%s', async (name, { expect: expectHere }) => {
      const before = contents(join(folder, name, 'project'));
      const { text, file, exitCode } = await told(name, language);
      await expectHere(text).toMatchFileSnapshot(file);
      // The line of the file, and a way out below it.
      expectHere(text).toMatch(/(?:^| {2})(?:docs|i18n)\/\S+\.mdx?:\d+/m);
      expectHere(exitCode).toBeGreaterThan(0);
      expectHere(contents(join(folder, name, 'project'))).toEqual(before);
    });

    test.for(silentlyPassed)('%s passes, with a notice', async (name, { expect: expectHere }) => {
      const { text, file, exitCode } = await told(name, language);
      await expectHere(text).toMatchFileSnapshot(file);
      expectHere(text).toMatch(/^ {4}(?:notice|お知らせ)\s+docs\/course\/page\.mdx:\d+ /m);
      expectHere(exitCode).toBe(0);
    });
  },
);
