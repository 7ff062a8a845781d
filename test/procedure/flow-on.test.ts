import { describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/aws/sandbox/index.ts';
import { createPractice } from '../../src/practice/index.ts';
import { flowOn } from '../../src/procedure/flow-on.ts';
import { readPage } from '../../src/procedure/index.ts';

const SHOWN = 'vpc-0123456789abcdef0';
const OWN = 'vpc-0fedcba9876543210';

describe('flowOn', () => {
  const bindings = new Map([
    [SHOWN, OWN],
    ['111122223333', '444455556666'],
    ['abc', 'xyz'],
  ]);

  it('replaces whole words only', () => {
    expect(flowOn(`aws x --vpc-id ${SHOWN} --name my${SHOWN}`, bindings).script).toBe(
      `aws x --vpc-id ${OWN} --name my${SHOWN}`,
    );
    expect(flowOn('aws x --arn arn:aws:iam::111122223333:role/r', bindings).script).toContain('444455556666');
  });

  it('leaves short words and what nothing bound', () => {
    expect(flowOn('echo abc vpc-00000000', bindings)).toEqual({
      script: 'echo abc vpc-00000000',
      replacements: [],
    });
  });
});

const TEXT = [
  '# Page',
  '```bash command',
  'aws ec2 create-vpc --query Vpc.VpcId --output text',
  '```',
  '```text result',
  SHOWN,
  '```',
  '```bash command id=literal',
  `aws ec2 delete-vpc --vpc-id ${SHOWN}`,
  '```',
  '```bash command replace=off',
  `echo ${SHOWN}`,
  '```',
  '```text result',
  SHOWN,
  '```',
].join('\n');

describe('a practice', () => {
  it('runs later commands with the value that the run got', async () => {
    const { page, problems } = readPage(TEXT, { id: 'p', file: 'docs/p.mdx', locale: 'ja' });
    if (!page) throw new Error(JSON.stringify(problems));
    const scripts: string[] = [];
    const shell = {
      run: async (script: string) => {
        scripts.push(script);
        const printed = scripts.length === 1 ? OWN : /^echo (.*)/.exec(script)?.[1];
        return { stdout: printed ? `${printed}\n` : '', stderr: '', exitCode: 0 };
      },
      state: { variables: async () => new Map<string, string>(), readFile: async () => undefined },
      close: async () => {},
    };
    const practice = createPractice({
      shell,
      clock: createManualClock(new Date('2026-01-05T00:00:00Z')),
      accountDataOf: () => ({ strings: new Set(), compare: 'equal' }),
    });
    const outcomes = [];
    for (const step of page.steps) outcomes.push(await practice.run(page, step));
    expect(scripts.slice(1)).toEqual([`aws ec2 delete-vpc --vpc-id ${OWN}`, `echo ${SHOWN}`]);
    // A text kept as written is printed as written.
    expect(outcomes[2]).toMatchObject({ status: 'passed' });
    expect(outcomes[1]).toMatchObject({
      status: 'passed',
      verdict: { notices: [{ path: 'command', message: expect.stringContaining(OWN) }] },
    });
  });
});
