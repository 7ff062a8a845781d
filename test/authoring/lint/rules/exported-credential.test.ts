import { expect, test } from 'vitest';
import { exportedCredentialRule } from '../../../../src/authoring/lint/rules/exported-credential.ts';
import { readPage } from '../../../../src/procedure/index.ts';

function found(...scripts: string[]): string[] {
  const text = scripts.map((script) => `\`\`\`bash env\n${script}\n\`\`\`\n`).join('\n');
  const { page } = readPage(text, { id: 'c/p', file: 'p.mdx', locale: 'en' });
  return page ? exportedCredentialRule.find([page]).map((one) => one.text) : ['the page cannot be read'];
}

test.each([
  [['export AWS_ACCESS_KEY_ID=x'], ['AWS_ACCESS_KEY_ID']],
  [['export AWS_ACCESS_KEY_ID=x', 'unset AWS_ACCESS_KEY_ID'], []],
  [['declare -x AWS_PROFILE=x', 'export -n AWS_PROFILE'], []],
  [['AWS_PROFILE=x\nexport AWS_PROFILE', 'export AWS_PROFILE='], []],
  [['(export AWS_PROFILE=x)'], []],
  [['export AWS_REGION=x'], []],
  [
    ['eval "$(aws configure export-credentials --format env)"', 'unset AWS_SESSION_TOKEN'],
    ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
  ],
])('after %j there are left: %j', (scripts, left) => {
  expect(found(...scripts)).toEqual(left);
});
