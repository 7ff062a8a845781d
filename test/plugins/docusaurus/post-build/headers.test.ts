import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inlineScriptHashes } from '../../../../plugins/docusaurus/post-build/csp.ts';
import { writeHeaders } from '../../../../plugins/docusaurus/post-build/headers.ts';
import { folderOf } from '../../../project/folders.ts';

test('one file for all pages names the scripts that stand in any of them', async () => {
  const [one, two] = ['<script>a()</script>', '<script>b()</script>'];
  const root = folderOf({ 'index.html': one, 'en/index.html': two });
  await writeHeaders({ folder: join(root, 'en'), root, locale: 'en', baseUrl: '/en/', others: [] });
  const text = readFileSync(join(root, '_headers'), 'utf8');
  const policy = /^\/\*\n {2}Content-Security-Policy: (.*)$/m.exec(text)?.[1] ?? '';
  for (const hash of [...inlineScriptHashes(one), ...inlineScriptHashes(two)])
    expect(policy).toContain(`'${hash}'`);
  expect(policy).toContain("'wasm-unsafe-eval'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/'unsafe-(?:inline|eval)'.*script-src|script-src[^;]*'unsafe-/);
  expect(text).toContain('\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n');
});
