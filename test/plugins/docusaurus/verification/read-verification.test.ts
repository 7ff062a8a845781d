import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readVerifications } from '../../../../plugins/docusaurus/verification/read-verification.ts';

it('reads what is kept of the runs', () => {
  const kept = readVerifications('verified');
  expect(kept.length).toBeGreaterThan(0);
  for (const { pages } of kept) expect(Object.keys(pages)).toContain('sts-session-token/run-commands');
});

it('is at ease where nothing was ever run', () => {
  expect(readVerifications('verified/nothing')).toEqual([]);
});

it.each([
  ['no JSON', '{'],
  ['another form', '{"date": "yesterday"}'],
])('names the file that holds %s, and what to do', (_, text) => {
  const folder = mkdtempSync(join(tmpdir(), 'tejun-verified-'));
  writeFileSync(join(folder, 'sandbox.json'), text);
  expect(() => readVerifications(folder)).toThrow(/sandbox\.json is not what npm run verify writes/);
  rmSync(folder, { recursive: true });
});
