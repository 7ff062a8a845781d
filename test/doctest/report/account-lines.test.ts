import { describe, expect, test } from 'vitest';
import { readAccount } from '../../../src/aws/sandbox/index.ts';
import { accountLines } from '../../../src/doctest/report/account-lines.ts';
import { readPage } from '../../../src/procedure/index.ts';
import { IDENTITY } from '../../procedure/page.ts';

const REFUSED =
  'An error occurred (AccessDenied) when calling the ListUsers operation: User: arn:aws:iam::123456789012:user/team/me is not authorized to perform: iam:ListUsers on resource: * because no identity-based policy allows the iam:ListUsers action';

function proposed(script: string, stderr: string, result = 'ok'): string | undefined {
  const { page } = readPage(
    `\`\`\`bash command\n${script}\n\`\`\`\n\n\`\`\`text result\n${result}\n\`\`\`\n`,
    IDENTITY,
  );
  const [step] = page?.steps ?? [];
  if (!step) throw new Error('no step');
  return accountLines(step, { stdout: '', stderr });
}

const error = (code: string, message: string): string =>
  `\nAn error occurred (${code}) when calling the X operation: ${message}\n`;
const noBucket = error('NoSuchBucket', 'The specified bucket does not exist');
const noEntity = (kind: string) => error('NoSuchEntity', `The ${kind} with name it cannot be found.`);

describe('lines that an account file takes', () => {
  test.each([
    ['aws s3 ls s3://my-bucket/a/', noBucket, 'name: my-bucket'],
    ['aws s3api get-bucket-location --bucket my-bucket', noBucket, 'name: my-bucket'],
    ['aws iam get-user --user-name it', noEntity('user'), 'users:\n  - name: it'],
    ['aws iam get-group --group-name it', noEntity('group'), 'groups:\n  - name: it'],
    ['aws iam get-role --role-name it', noEntity('role'), 'roles:\n  - name: it'],
    ['aws iam list-users', REFUSED, "Action: iam:ListUsers\n              Resource: '*'"],
    [
      'aws iam list-users',
      REFUSED.replace(
        'arn:aws:iam::123456789012:user/team/me',
        'arn:aws:sts::123456789012:assumed-role/r/me',
      ),
      'roles:\n  - name: r\n    policies:',
    ],
    ['aws s3 ls', 'Unable to locate credentials. You can configure', 'accessKeys: 1'],
    ['aws ec2 describe-vpcs', 'You must specify a region. You can also configure', 'region: '],
    ['aws s3 ls --profile it', '\nThe config profile (it) could not be found\n', 'profiles:\n  - name: it'],
    ['cat a.json', 'cat: a.json: No such file or directory\n', 'files:\n  - path: a.json'],
    [
      'aws iam create-role --assume-role-policy-document file://a.json',
      "Unable to load paramfile file://a.json: [Errno 2] No such file or directory: 'a.json'",
      'files:\n  - path: a.json',
    ],
  ])('%s', (script, stderr, expected) => {
    const lines = proposed(script, stderr) ?? '';
    expect(lines).toContain(expected);
    const { problems } = readAccount(`id: '123456789012'\n${lines}\n`, '_account.yaml');
    // A role of the file has a trust policy already, and a profile's user is described there.
    const others = problems.filter(({ code }) => !['unknown-name', 'missing-field'].includes(code));
    expect(others).toEqual([]);
  });
});

test.each([
  ['a bucket in a variable', 'aws s3 ls "s3://$BUCKET"', noBucket],
  ['another error', 'aws iam list-users', error('Throttling', 'Rate exceeded')],
  [
    'a policy that denies',
    'aws iam list-users',
    REFUSED.replace('because no identity-based policy allows', 'with an explicit deny in'),
  ],
])('nothing for %s', (_, script, stderr) => expect(proposed(script, stderr)).toBeUndefined());

test('nothing for an error that the page shows', () => {
  expect(
    proposed(
      'cat a.json',
      'cat: a.json: No such file or directory\n',
      'cat: a.json: No such file or directory',
    ),
  ).toBeUndefined();
});
