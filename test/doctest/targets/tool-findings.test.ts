import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findingsText, toolFindings } from '../../../src/doctest/index.ts';
import { folderOf } from '../../project/folders.ts';

const byName = async (path: string, env: Record<string, string> = {}) =>
  Object.fromEntries(
    (await toolFindings({ path, env: { AWS_CONFIG_FILE: '/none', ...env } })).map((one) => [one.what, one]),
  );

test('what a target lacks is said with what to do', async () => {
  const findings = await byName(folderOf({}));
  expect(findings['--target sandbox, recording']?.works).toBe(true);
  expect(findings['--shell bash']).toMatchObject({ works: false, found: 'no bash on the PATH' });
  const text = findingsText(Object.values(findings), { color: false });
  expect(text).toContain('✗ --shell bash                 no bash on the PATH\n');
  expect(text).toContain('Install bash.');
});

test('credentials alone make no live target; with a CLI they do', async () => {
  const env = { AWS_PROFILE: 'practice' };
  const bin = folderOf({ aws: '#!/bin/sh\necho aws-cli/2.31.0 Python/3.13\n' });
  expect((await byName(bin, env))['--target live']).toMatchObject({
    works: false,
    found: 'credentials (the profile practice), but no --shell bash',
  });
  chmodSync(join(bin, 'aws'), 0o755);
  symlinkSync('/bin/bash', join(bin, 'bash'));
  const found = await byName(bin, env);
  expect(found['--shell bash']).toMatchObject({
    works: true,
    found: `aws-cli/2.31.0 at ${join(bin, 'aws')}`,
  });
  expect(found['--target live']?.works).toBe(true);
});
