import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { writeScript } from '../../../src/components/Script/write-script.ts';
import { readPage } from '../../../src/procedure/index.ts';

function page(id: string, text: string) {
  const { page: read, problems } = readPage(text, { id, file: `docs/${id}.mdx`, locale: 'en' });
  if (!read) throw new Error(JSON.stringify(problems));
  return read;
}

const FIRST = page(
  'course/first',
  `---
title: 1. First
tejun:
  variables:
    NAME: { default: example-name, label: name }
---

## Say {/* #say */}

\`\`\`bash env
WHO="example-name"
\`\`\`

\`\`\`bash command input="yes"
read ANSWER; echo "\${WHO}: \${ANSWER}"
\`\`\`

\`\`\`bash setup
echo hidden
\`\`\`
`,
);
const SECOND = page(
  'course/second',
  '---\ntitle: 2. Second\n---\n\n```bash command\necho "again ${WHO}"\n```\n',
);

it('is the commands of the pages in their order, with the values of the reader and the answers', () => {
  const script = writeScript('The course', [
    { page: FIRST, values: { NAME: 'mine' } },
    { page: SECOND, values: { NAME: 'another' } },
  ]);
  expect(script).toMatch(/^#!\/usr\/bin\/env bash\n# The course\n\n# == 1\. First ==\n\n# Say\nWHO="mine"\n/);
  expect(script).not.toContain('hidden');
  expect(execFileSync('bash', { input: script, encoding: 'utf8' })).toBe('mine: yes\nagain mine\n');
});

it('names a page once where it is the only one', () => {
  expect(writeScript('2. Second', [{ page: SECOND, values: {} }])).toBe(
    '#!/usr/bin/env bash\n# 2. Second\n\necho "again ${WHO}"\n',
  );
});
