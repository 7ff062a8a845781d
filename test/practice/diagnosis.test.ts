import { describe, expect, it } from 'vitest';
import { readAccount } from '../../src/aws/sandbox/index.ts';
import { judgePasted, openPractice } from '../../src/practice/index.ts';
import { type Page, type RunnableStep, readPage } from '../../src/procedure/index.ts';

const POLICY = `id: '123456789012'
users:
  - name: anna
    accessKeys: 1
    policies:
      - name: no-buckets
        document:
          Version: '2012-10-17'
          Statement:
            - { Effect: Allow, Action: '*', Resource: '*' }
            - { Sid: Shut, Effect: Deny, Action: 's3:ListAllMyBuckets', Resource: '*' }
`;

function pageOf(...fences: string[]): Page {
  const source = `---\ntitle: a\n---\n\n${fences.map((fence) => `\`\`\`${fence}\n\`\`\`\n`).join('\n')}`;
  const { page, problems } = readPage(source, { id: 'a/b', file: 'docs/a/b.mdx', locale: 'ja' });
  expect(problems).toEqual([]);
  return page as Page;
}

async function outcomes(account: string, ...fences: string[]) {
  const read = readAccount(account, 'docs/a/_account.yaml');
  expect(read.problems).toEqual([]);
  const practice = openPractice({ account: read.account as never });
  const page = pageOf(...fences);
  const all = [];
  for (const step of page.steps) all.push(await practice.run(page, step));
  await practice.close();
  return all;
}

describe('a step that fails', () => {
  it('is explained by the statement that decides', async () => {
    const [denied] = await outcomes(POLICY, 'bash command\naws s3 ls');
    expect(denied).toMatchObject({
      status: 'failed',
      diagnosis: {
        id: 'denied-by-named-policy',
        values: {
          policy: 'no-buckets',
          action: 's3:ListAllMyBuckets',
          statement: expect.stringContaining('Shut'),
        },
      },
    });
  });

  it('is not explained by a variable that bash sets', async () => {
    const [random] = await outcomes(POLICY, 'bash command\necho "$RANDOM $SECONDS $PWD"; false');
    expect(random).not.toHaveProperty('diagnosis');
  });

  it('is explained by the policies none of which allows it', async () => {
    const account = POLICY.replace(
      / {12}- \{ Effect: Allow.*\n.*\n/,
      "            - { Effect: Allow, Action: 'sts:*', Resource: '*' }\n",
    );
    const [denied] = await outcomes(account, 'bash command\naws s3 ls');
    expect(denied).toMatchObject({ diagnosis: { id: 'not-allowed', values: { policies: 'no-buckets' } } });
  });

  it('is explained by a variable without a value, and a region that is not set', async () => {
    const [unset, region] = await outcomes(
      POLICY,
      'bash command\naws s3api head-bucket --bucket "${BUCKET}"',
      'bash command\naws ec2 describe-vpcs',
    );
    expect(unset).toMatchObject({ diagnosis: { id: 'unset-variable', values: { names: 'BUCKET' } } });
    expect(region).toMatchObject({ diagnosis: { id: 'no-region' } });
  });

  it('has no explanation where the error is the one that the example shows', async () => {
    const [shown] = await outcomes(
      POLICY,
      'bash command\naws s3 ls\n```\n\n```text result\nAn error occurred (AccessDenied) when calling the ListBuckets operation: Another message',
    );
    expect(shown).toMatchObject({ status: 'failed' });
    expect(shown).not.toHaveProperty('diagnosis');
  });
});

it.each([
  ['bash: aws: command not found', 'aws-not-installed'],
  [
    'Unable to locate credentials. You can configure credentials by running "aws configure".',
    'no-credentials',
  ],
  ['PS C:\\Users\\taro> aws s3 ls\nzsh: command not found: aws\nPS C:\\Users\\taro>', 'aws-not-installed'],
])('explains a pasted result: %s', (pasted, id) => {
  const page = pageOf('bash command\naws s3 ls\n```\n\n```text result\n2021-12-20 09:00:00 example-bucket');
  expect(judgePasted(page.steps[0] as RunnableStep, pasted, new Set())).toMatchObject({
    status: 'failed',
    diagnosis: { id },
  });
});

it.each(['PS C:\\Users\\taro>', 'C:\\Users\\taro>', 'PS C:\\Users\\taro> '])(
  'takes %s after a pasted result for a prompt',
  (prompt) => {
    const page = pageOf('bash command\naws s3 ls\n```\n\n```text result\n2021-12-20 09:00:00 example-bucket');
    const pasted = `${prompt.trim()}aws s3 ls\n2021-12-20 09:00:00 example-bucket\n${prompt}`;
    expect(judgePasted(page.steps[0] as RunnableStep, pasted, new Set())).toMatchObject({ status: 'passed' });
  },
);
