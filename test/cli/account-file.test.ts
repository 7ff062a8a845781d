import { appendFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf } from '../project/folders.ts';
import { needCliV2 } from '../real-clients.ts';
import { projectRoot, tejun } from './tejun.ts';

const project = join(projectRoot, 'test/fixtures/account-file/project');

describe('a page finds what its account file describes: region, profiles, files, objects, devices', () => {
  test.each([
    ['in the simulated shell', (): string[] => []],
    [
      'in bash with AWS CLI v2',
      (): string[] => ['--shell', 'bash', '--aws', join(needCliV2().folder, 'aws')],
    ],
  ])(
    '%s',
    async (_, args) => {
      const { stdout, exitCode } = await tejun(['doctest', ...args()], project);
      expect(stdout).toContain('6 passed (6 steps, 6 compared)');
      expect(exitCode).toBe(0);
    },
    120_000,
  );
});

const ACCOUNT = `id: '123456789012'
users:
  - name: reader
    accessKeys: 1
    policies:
      - name: all
        document:
          Version: '2012-10-17'
          Statement: { Effect: Allow, Action: '*', Resource: '*' }
`;
const PAGE = `---
title: A page that takes things for granted
---

\`\`\`bash command
cat policy.json
\`\`\`

\`\`\`bash command
aws s3api head-bucket --bucket my-bucket --query BucketRegion
aws s3 ls s3://my-bucket
\`\`\`

\`\`\`bash command
aws ec2 describe-vpcs --query 'length(Vpcs)'
\`\`\`
`;

test('lines for what the account lacks make the page pass when they are added', async () => {
  const root = folderOf({ 'docs/a/_account.yaml': ACCOUNT, 'docs/a/page.mdx': PAGE });
  const failed = await tejun(
    ['doctest', '--reporter', 'default', '--reporter', 'json', '--output-file', 'json=run.json'],
    root,
  );
  expect(failed.exitCode).toBe(1);
  expect(failed.stdout).toContain(
    'account file  If readers have it before the course, write in the account file:\n        files:\n          - path: policy.json\n',
  );
  const { pages } = JSON.parse(await readFile(join(root, 'run.json'), 'utf8')) as {
    pages: { steps: { accountLines?: string }[] }[];
  };
  const lines = pages.flatMap(({ steps }) => steps.flatMap(({ accountLines = [] }) => accountLines));
  expect(lines).toHaveLength(3);
  appendFileSync(join(root, 'docs/a/_account.yaml'), `${lines.join('\n')}\n`);
  expect(await tejun(['doctest'], root)).toMatchObject({ exitCode: 0 });
});
