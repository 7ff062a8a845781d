import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { caseArguments, contents, doctestFixtures, projectRoot, tejun, withoutTimes } from './tejun.ts';

const cases = readdirSync(doctestFixtures).filter((name) => name !== 'throws');

describe.concurrent('runs of small projects', () => {
  test.for(cases)('%s', async (name, { expect }) => {
    const directory = join(doctestFixtures, name);
    const before = contents(join(directory, 'project'));
    const run = await tejun(['doctest', '--root', 'project', ...caseArguments(directory)], directory);
    const printed = [
      `${run.stdout}\n`,
      run.stderr && `--- stderr\n${run.stderr}\n`,
      `--- exit code ${run.exitCode}\n`,
    ];
    const text = withoutTimes(printed.join('')).replaceAll(projectRoot, '<project>/');
    await expect(text).toMatchFileSnapshot(join(directory, 'output.txt'));
    expect(contents(join(directory, 'project'))).toEqual(before);
  });
});
