import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Account, readAccount } from '../../src/aws/sandbox/index.ts';
import { openPractice } from '../../src/practice/index.ts';
import { applyVariables, type Page, readPage } from '../../src/procedure/index.ts';

const file = 'docs/sts-session-token/_account.yaml';
const account = readAccount(readFileSync(file, 'utf8'), file).account as Account;
const source = `---
title: Answers
tejun: { variables: { USER_NAME: { default: alice } } }
---

\`\`\`bash command input="alice\\n"
read -p 'Name: ' NAME
read -p 'Group: ' GROUP
\`\`\`

\`\`\`bash command id=shown
echo "$NAME/$GROUP."
\`\`\`

\`\`\`text result
alice/.
\`\`\`

\`\`\`bash command input="AKIAIOSFODNN7EXAMPLE\\nsecret\\nap-northeast-1\\njson"
aws configure --profile other
\`\`\`

\`\`\`bash command id=configured
aws configure get region --profile other
\`\`\`

\`\`\`text result
ap-northeast-1
\`\`\`

\`\`\`bash command id=removed input="y\\nn"
touch one two
rm -i one two
ls
\`\`\`

\`\`\`text result match=contains
two
\`\`\`

\`\`\`bash command id=waiting
read -p 'Code: ' CODE
\`\`\`
`;
const page = readPage(source, { id: 'c/p', file: 'docs/c/p.mdx', locale: 'en' }).page as Page;

it('a step gets its answers, and without them it is not run', async () => {
  const practice = openPractice({ account });
  const outcomes = [];
  for (const step of page.steps) outcomes.push(await practice.run(page, step));
  expect(outcomes.map(({ status }) => status)).toEqual([...Array(5).fill('passed'), 'failed']);
  expect(outcomes[4]).toMatchObject({
    output: { stdout: 'two\n', stderr: expect.stringContaining("rm: remove regular empty file 'one'? ") },
  });
  expect(outcomes[5]).toMatchObject({
    reason: expect.stringMatching(/`read -p 'Code: ' CODE` waits for an answer\. .*input="yes"/),
  });
  await practice.close();
});

it("answers take the reader's values", () => {
  const [step] = page.steps;
  expect(step && applyVariables(step, page.variables, { USER_NAME: 'bob' })).toMatchObject({
    input: ['bob', ''],
  });
});
