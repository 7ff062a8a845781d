import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const CONFINED = 'shell/bash/confined-command.test.ts';

/** Runs in the table of SECURITY.md, each with tests of what it promises. */
const PROMISES: Readonly<Record<string, readonly (readonly [file: string, title: string])[]>> = {
  'sandbox, simulated shell (the default); recording': [
    ['shell/isolation.test.ts', 'nothing of the host is reached'],
    ['shell/isolation.test.ts', 'its network'],
    ['shell/recovery.test.ts', 'says why, and takes nothing with it'],
    ['security/hostile-input.test.ts', 'a recording'],
  ],
  '`--shell bash` with bubblewrap': [
    [CONFINED, 'does not read files of the host in %s'],
    [CONFINED, 'writes nowhere but in its home and in memory'],
    [CONFINED, 'does not reach a Unix socket of the host'],
    [CONFINED, 'cannot fill the machine with %s'],
    [CONFINED, 'changes no setting of the kernel'],
    ['shell/bash/fork-bomb.test.ts', 'a fork bomb meets a limit of the kernel, and ends'],
  ],
  '`--shell bash --unconfined`': [['doctest/targets/prepare.test.ts', 'is refused on CI']],
  '`--target live`': [
    [CONFINED, 'does not read files of the host in %s'],
    [CONFINED, 'sees no variable of the process that runs it'],
    ['cli/live-record.test.ts', 'without its id, its keys and its tokens'],
  ],
  'the site': [
    ['site/injected.test.ts', 'the policy of the site stops script'],
    ['site/injected.test.ts', 'no markup and no script comes from'],
    ['site/injected.test.ts', 'a page works whatever the browser keeps for it'],
    ['security/tampered-journal.test.ts', 'a journal %s is shown and not run'],
    ['security/tampered-recording.test.ts', 'a recording with %s answers its step, and the practice goes on'],
  ],
  '`tejun sandbox`': [
    ['aws/sandbox/http/control.test.ts', 'a page whose name was made to lead here'],
    ['aws/sandbox/http/control.test.ts', 'a request of a foreign page'],
    ['aws/sandbox/http/limits.test.ts', 'bodies of all connections share one budget'],
    ['cli/sandbox.test.ts', 'files that only their owner can read, gone when the sandbox stops'],
    ['cli/sandbox.test.ts', 'files of a killed sandbox are removed'],
  ],
  '`tejun import`': [
    ['cli/import.test.ts', 'a text of lists in lists without end is refused'],
    ['cli/import.test.ts', 'a text of nothing but %j ends in time'],
    ['project/killed-anywhere.test.ts', 'a kill at any point while %s leaves all files old or all new'],
    ['cli/writers.test.ts', 'killed at any point leaves all files old or all new'],
    ['cli/writers.test.ts', 'on a full disk leaves all files old or all new'],
  ],
  '`tejun i18n`, with files of translators': [
    ['security/hostile-translations.test.ts', 'an XLIFF file'],
    ['security/hostile-translations.test.ts', 'a PO file'],
    ['security/hostile-translations.test.ts', 'whatever a translation holds'],
  ],
};

test('SECURITY.md promises nothing without a test', () => {
  const [, table = ''] = read('SECURITY.md').split('## What each target promises\n\n');
  const rows = table.split('\n\n')[0]?.split('\n').slice(2) ?? [];
  expect(rows.map((row) => row.split(' | ')[0]?.replace(/^\| /, ''))).toEqual(Object.keys(PROMISES));
});

test.each(Object.entries(PROMISES))('%s: its tests are there', (_, tests) => {
  for (const [file, title] of tests) expect(read(`test/${file}`), file).toContain(title);
});
