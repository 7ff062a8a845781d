import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findAws } from '../../../src/doctest/targets/find-aws.ts';
import { UsageError } from '../../../src/project/index.ts';

const SYSTEM = '/usr/bin:/bin';
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tejun-find-aws-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A program called aws, in a folder of its own. */
function program(body: string): { file: string; path: string } {
  const path = mkdtempSync(join(folder, 'bin-'));
  const file = join(path, 'aws');
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
  return { file, path };
}

async function refusal(named: string | undefined, path: string, patienceMs?: number): Promise<string> {
  const error = await findAws(named, path, patienceMs).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UsageError);
  const { message } = error as UsageError;
  expect(message.split('\n')).toHaveLength(1);
  expect(message).toMatch(/apt-get install awscli.*--aws/);
  return message;
}

test('the first one on the PATH, with its version', async () => {
  const [one, two] = [program('echo aws-cli/2.9.19 Python/3'), program('echo aws-cli/1.0')];
  expect(await findAws(undefined, `/none:${one.path}:${two.path}:${SYSTEM}`)).toEqual({
    file: one.file,
    version: 'aws-cli/2.9.19 Python/3',
  });
});

test('the one that was named, which says its version on stderr', async () => {
  const { file } = program('echo aws-cli/1.15 >&2');
  expect(await findAws(file, SYSTEM)).toEqual({ file, version: 'aws-cli/1.15' });
});

test('none on the PATH', async () => {
  expect(await refusal(undefined, '/none:')).toMatch('There is no aws on the PATH.');
});

test('a name that no program bears', async () => {
  expect(await refusal('/none/aws', SYSTEM)).toMatch('/none/aws is no program that can be run.');
  expect(await refusal(folder, SYSTEM)).toMatch('is no program that can be run.');
});

test('one whose interpreter is missing', async () => {
  const { file } = program(':');
  writeFileSync(file, '#!/none/python\n');
  expect(await refusal(file, SYSTEM)).toMatch('the program that its first line names is not there.');
});

test.each<[what: string, body: string, says: RegExp]>([
  ['hangs', 'exec sleep 1000', /did not answer within 0\.3 s/],
  ['dies by a signal', 'kill -SEGV $$', /ended by SIGSEGV/],
  ['fails', 'echo broken >&2; exit 3', /exit code 3: "broken"/],
  ['says nothing', ':', /it said nothing/],
  ['prints garbage', "printf '\\001\\377garbage'", /it said ".*garbage"/],
  ['prints without end', 'exec yes', /does not work: it prints without end\. /],
  ['is another program', 'echo GNU coreutils', /is not the AWS CLI.*"GNU coreutils"/],
])('one that %s', async (_what, body, says) => {
  const { file } = program(body);
  expect(await refusal(file, SYSTEM, body.includes('sleep') ? 300 : 20_000)).toMatch(says);
});
