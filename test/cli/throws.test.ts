import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { caseArguments, contents, doctestFixtures, tejun } from './tejun.ts';

const folder = join(doctestFixtures, 'throws');

describe.concurrent('bad input and wrong usage', () => {
  test.for(readdirSync(folder))('%s', async (name, { expect: expectHere }) => {
    const directory = join(folder, name);
    const before = contents(join(directory, 'project'));
    const run = await tejun(['doctest', '--root', 'project', ...caseArguments(directory)], directory);
    await expectHere(`${run.stderr}\n`).toMatchFileSnapshot(join(directory, 'stderr.txt'));
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    expect(contents(join(directory, 'project'))).toEqual(before);
  });
});
