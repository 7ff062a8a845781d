import { describe, expect, it } from 'vitest';
import { aws } from '../../../../src/aws/cli/index.ts';
import type { Message } from '../../../../src/aws/wire/message/index.ts';
import { memoryHost } from '../host.ts';

const TEMPLATE = 'Parameters: {Name: {Type: String}, Size: {Type: Number}}\nResources: {}\n';
const result = (operation: string, inside: string) =>
  `<${operation}Response><${operation}Result>${inside}</${operation}Result></${operation}Response>`;
const stack = (status: string) =>
  result(
    'DescribeStacks',
    `<Stacks><member><StackName>shop</StackName><StackStatus>${status}</StackStatus></member></Stacks>`,
  );
const MISSING = `<ErrorResponse><Error><Code>ValidationError</Code><Message>Stack with id shop does not exist</Message></Error></ErrorResponse>`;
const MADE = result('CreateChangeSet', '<Id>arn:changes</Id>');
const changes = (status: string, reason = '') =>
  result('DescribeChangeSet', `<Status>${status}</Status><StatusReason>${reason}</StatusReason>`);

/** Runs `deploy` against answers in order; gives its output and the requests. */
async function deploy(answers: readonly (readonly [number, string])[], words: readonly string[] = []) {
  const forms: URLSearchParams[] = [];
  const host = memoryHost(
    { '/home/me/t.yaml': TEMPLATE },
    {
      transport: async (message: Message) => {
        const [status, body] = answers[forms.length] ?? [500, ''];
        forms.push(new URLSearchParams(new TextDecoder().decode(message.body)));
        return new Response(body, { status });
      },
    },
  );
  const fixed = ['--template-file', 't.yaml', '--stack-name', 'shop'];
  return { ...(await aws(['cloudformation', 'deploy', ...fixed, ...words], host)), forms };
}

describe('aws cloudformation deploy', () => {
  it('makes a stack that is not there', async () => {
    const { stdout, exitCode, forms } = await deploy(
      [
        [400, MISSING],
        [200, MADE],
        [200, changes('CREATE_COMPLETE')],
        [200, result('ExecuteChangeSet', '')],
        [200, stack('CREATE_COMPLETE')],
      ],
      ['--parameter-overrides', 'Name=a', '--tags', 'k=v'],
    );
    expect(exitCode).toBe(0);
    expect(stdout).toBe(
      '\nWaiting for changeset to be created..\nWaiting for stack create/update to complete\nSuccessfully created/updated stack - shop\n',
    );
    expect(forms[1]?.get('ChangeSetType')).toBe('CREATE');
    expect([...(forms[1] ?? [])].filter(([name]) => name.startsWith('Parameters'))).toEqual([
      ['Parameters.member.1.ParameterKey', 'Name'],
      ['Parameters.member.1.ParameterValue', 'a'],
    ]);
    expect(forms[1]?.get('Tags.member.1.Key')).toBe('k');
    expect(forms[1]?.get('ChangeSetName')).toBe('awscli-cloudformation-package-deploy-1639990800');
  });

  it('keeps the values of parameters that the stack has, and leaves out new ones', async () => {
    const summary = result(
      'GetTemplateSummary',
      '<Parameters><member><ParameterKey>Size</ParameterKey></member></Parameters>',
    );
    const { forms } = await deploy([
      [200, stack('CREATE_COMPLETE')],
      [200, summary],
      [200, MADE],
    ]);
    expect(forms[2]?.get('ChangeSetType')).toBe('UPDATE');
    expect(forms[2]?.get('Parameters.member.1.ParameterKey')).toBe('Size');
    expect(forms[2]?.get('Parameters.member.1.UsePreviousValue')).toBe('true');
    expect(forms[2]?.has('Parameters.member.2.ParameterKey')).toBe(false);
  });

  const EMPTY = changes('FAILED', "The submitted information didn't contain changes.");
  it.each([
    [
      [],
      0,
      '\nWaiting for changeset to be created..\n\nNo changes to deploy. Stack shop is up to date\n',
      '',
    ],
    [
      ['--fail-on-empty-changeset'],
      255,
      '\nWaiting for changeset to be created..\n',
      '\nNo changes to deploy. Stack shop is up to date\n',
    ],
  ])('tells a change set without changes, with %j', async (words, exitCode, stdout, stderr) => {
    const { forms: _, ...output } = await deploy(
      [
        [400, MISSING],
        [200, MADE],
        [200, EMPTY],
      ],
      words,
    );
    expect(output).toEqual({ stdout, stderr, exitCode });
  });

  it('leaves the change set to be reviewed', async () => {
    const { stdout, forms } = await deploy(
      [
        [400, MISSING],
        [200, MADE],
        [200, changes('CREATE_COMPLETE')],
      ],
      ['--no-execute-changeset'],
    );
    expect(stdout).toContain('aws cloudformation describe-change-set --change-set-name arn:changes\n');
    expect(forms).toHaveLength(3);
  });

  it('says why a change set failed, and how to see what went wrong with a stack', async () => {
    const refused = await deploy([
      [400, MISSING],
      [200, MADE],
      [200, changes('FAILED', 'No such type')],
    ]);
    expect(refused.stderr).toContain('Failed to create the changeset: Waiter ChangeSetCreateComplete failed');
    expect(refused.stderr).toContain('Status: FAILED. Reason: No such type');
    const rolledBack = await deploy([
      ...([
        [400, MISSING],
        [200, MADE],
        [200, changes('CREATE_COMPLETE')],
      ] as const),
      ...([
        [200, result('ExecuteChangeSet', '')],
        [200, stack('ROLLBACK_COMPLETE')],
      ] as const),
    ]);
    expect(rolledBack.stderr).toContain('aws cloudformation describe-stack-events --stack-name shop');
  });

  it('refuses a bucket for large templates', async () => {
    expect((await deploy([], ['--s3-bucket', 'b'])).stderr).toContain(
      'has no cloudformation deploy --s3-bucket',
    );
  });
});
