import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Account, readAccount } from '../../src/aws/sandbox/index.ts';
import { openPractice } from '../../src/practice/index.ts';
import { type Page, readPage } from '../../src/procedure/index.ts';

const file = 'docs/sts-session-token/_account.yaml';
const account = readAccount(readFileSync(file, 'utf8'), file).account as Account;
const key = 'aws sts get-session-token | grep -o "ASIA[A-Z0-9]*"';
const source = `---
title: x
---

\`\`\`bash command id=get
KEY=$(${key}); echo $KEY
\`\`\`

\`\`\`text result
ASIAIOSFODNN7EXAMPLE
\`\`\`

\`\`\`bash command id=show
echo $KEY
\`\`\`

\`\`\`text result
ASIAIOSFODNN7EXAMPLE
\`\`\`

\`\`\`bash command id=other
${key}
\`\`\`

\`\`\`text result
ASIAIOSFODNN7EXAMPLE
\`\`\`
`;
const page = readPage(source, { id: 'c/p', file: 'docs/c/p.mdx', locale: 'ja' }).page as Page;

it('a step that is run again may stand for a new value; what stands below it must follow', async () => {
  const practice = openPractice({ account });
  const run = async (id: string) => {
    const step = page.steps.find((one) => one.id === id);
    return step && (await practice.run(page, step)).status;
  };
  expect([await run('get'), await run('show'), await run('other')]).toEqual(['passed', 'passed', 'failed']);
  expect([await run('get'), await run('show')]).toEqual(['passed', 'passed']);
  await practice.close();
});
