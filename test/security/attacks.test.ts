import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const CONFINED = 'shell/bash/confined-command.test.ts';
const CONTROL = 'aws/sandbox/http/control.test.ts';
const LINEAR = 'security/linear-time.test.ts';

/** Attacks that succeeded once, and the tests (below `test`) that show each refused. */
const ATTACKS: Readonly<Record<string, readonly (readonly [file: string, title: string])[]>> = {
  'a link in place of an output stream makes the host read a file': [
    [CONFINED, 'cannot make the host read another file in place of its output'],
    [CONFINED, 'cannot hang the host, nor make it read another file, by what it leaves in its home'],
  ],
  'a Unix socket of the host is reached': [[CONFINED, 'does not reach a Unix socket of the host']],
  'a pipe in place of an output stream hangs doctest': [
    [CONFINED, 'cannot hang the host with a pipe in place of its output'],
  ],
  'a confined page reads the disk': [
    [CONFINED, 'does not read files of the host in %s'],
    [CONFINED, 'sees no %s, where keys and tokens are kept'],
  ],
  'a page reads the variables of doctest': [
    [CONFINED, 'sees no variable of the process that runs it'],
    ['doctest/targets/prepare.test.ts', 'is refused on CI'],
  ],
  'a web page reaches the sandbox by DNS rebinding': [[CONTROL, 'a page whose name was made to lead here']],
  'bodies without a signature fill the memory': [
    ['aws/sandbox/http/limits.test.ts', 'bodies of all connections share one budget'],
    [
      'aws/sandbox/http/limits.test.ts',
      'a claimed key that the account does not know gets no large body read',
    ],
  ],
  'a web page uses the known keys of the sandbox': [[CONTROL, 'a request of a foreign page']],
  'a link leads what is written out of the project': [
    ['project/change-files.test.ts', 'one is a link out of the project'],
    ['project/change-files.test.ts', 'is not looked for behind a link'],
    ['project/write-file.test.ts', 'a link out of the project is refused'],
    ['project/real-target.test.ts', 'a file that a person names is what it seems'],
    ['project/parse-cache.test.ts', 'a linked folder is no cache'],
    ['doctest/live/logbook.test.ts', 'is not followed to another folder'],
    ['project/writers.test.ts', 'only the writers of the project change its files'],
  ],
  'a killed sandbox leaves its secret and keys': [
    ['cli/sandbox.test.ts', 'files of a killed sandbox are removed'],
    ['aws/sandbox/http/leftovers.test.ts', 'of a process that had its number before'],
  ],
  'a link of a project leads what is read out of it': [
    ['project/read-text.test.ts', 'that leads out of the project is not read'],
    ['recording/files/store.test.ts', 'one that a link has outside of the project is not read'],
    ['plugins/docusaurus/post-build/redirects.test.ts', '../../../outside'],
  ],
  'a confined page reaches the host of a virtual machine': [
    [CONFINED, 'has no socket that leads to the host of a virtual machine'],
  ],
  "a translator's file is hostile": [
    ['security/hostile-translations.test.ts', 'an XLIFF file'],
    ['security/hostile-translations.test.ts', 'a PO file'],
    ['security/hostile-translations.test.ts', 'whatever a translation holds'],
  ],
  'a text makes lint or import take for ever, or ends them': [
    [LINEAR, 'every literal takes linear time'],
    [LINEAR, 'a later one has its reason'],
    ['procedure/deep-line.test.ts', 'are refused before they are parsed'],
    ['procedure/long-paragraph.test.ts', 'is refused before it is parsed'],
    ['cli/import.test.ts', 'a text of nothing but %j ends in time'],
  ],
  'a confined page fills the machine, or leaves its namespaces': [
    [CONFINED, 'cannot fill the machine with %s'],
    ['shell/bash/fork-bomb.test.ts', 'a fork bomb meets a limit of the kernel, and ends'],
    [CONFINED, 'has no memory that no process holds'],
    [CONFINED, 'is refused %s'],
    ['shell/bash/consumption.test.ts', 'counts memory once that many share'],
  ],
  'a name makes a folder that Windows cannot check out': [
    ['authoring/new/file-changes.test.ts', 'is the name of a device on Windows'],
  ],
  'a confined page of root changes the kernel': [[CONFINED, 'changes no setting of the kernel']],
  'a confined page has a descriptor of what started doctest': [
    [CONFINED, 'has no descriptor that its host inherited'],
  ],
  'a page leaves a folder that cannot be removed': [
    ['shell/bash/process-reaper.test.ts', 'a folder that a page has closed to everyone is removed'],
  ],
  'a tampered journal runs by itself': [
    ['security/tampered-journal.test.ts', 'a journal %s is shown and not run'],
  ],
  'an altered record of a practice, or an altered recording, breaks the practice': [
    ['security/hostile-input.test.ts', 'with an instant that no clock shows'],
    ['security/tampered-recording.test.ts', 'answers its step, and the practice goes on'],
    ['site/injected.test.ts', 'a page works whatever the browser keeps for it'],
  ],
  'a page takes memory or time without end in the simulated shell': [
    ['shell/recovery.test.ts', 'it is bounded, and the shell goes on'],
    ['doctest/engine/supervise.test.ts', 'could not be stopped'],
  ],
  'a kill or a full disk while a command writes leaves half of it': [
    ['cli/writers.test.ts', 'killed at any point leaves all files old or all new'],
    ['cli/writers.test.ts', 'on a full disk leaves all files old or all new'],
  ],
  'a text becomes markup or script on the site': [
    ['security/hostile-input.test.ts', 'no text becomes markup or code in the browser'],
    ['site/injected.test.ts', 'the policy of the site stops script'],
  ],
};

test.each(Object.entries(ATTACKS))('%s: a test refuses it', (_, tests) => {
  for (const [file, title] of tests)
    expect(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'), file).toContain(title);
});
