import { describe, expect, it } from 'vitest';
import { accountHint } from '../../src/practice/diagnosis.ts';
import { createEmptyVariables, emptyReason } from '../../src/practice/empty-variables.ts';
import type { Page, RunnableStep } from '../../src/procedure/index.ts';

const page = { id: 'p', file: 'docs/p.mdx' } as Page;
const step = (line: number, script: string): RunnableStep =>
  ({ id: `s${line}`, role: 'command', script, span: { start: { line } } }) as unknown as RunnableStep;
const none = new Map<string, string>();

describe('an empty variable', () => {
  it('explains the failures of steps that use it, back to the first failure', () => {
    const { learn } = createEmptyVariables();
    learn(page, step(81, 'VPC_ID=$(aws ec2 create-vpc)'), { hasFailed: true, values: none });
    const { cause } = learn(page, step(90, 'SUBNET_ID=$(aws x --vpc-id ${VPC_ID})'), {
      hasFailed: true,
      values: none,
    });
    expect(cause && emptyReason(cause, page)).toBe('VPC_ID is empty since line 81, which failed.');
    const last = learn(page, step(99, 'aws y --subnet-id "$SUBNET_ID"'), {
      hasFailed: true,
      values: none,
    }).cause;
    expect(last).toMatchObject({ name: 'SUBNET_ID', since: { line: 90 }, root: { line: 81 } });
    const elsewhere = { ...page, file: 'docs/q.mdx' };
    expect(last && emptyReason(last, elsewhere)).toBe(
      'SUBNET_ID is empty since docs/p.mdx:90, which failed.',
    );
  });

  it('is forgotten when it has a value, and explains no other failure', () => {
    const { learn } = createEmptyVariables();
    learn(page, step(1, 'A=$(aws x)'), { hasFailed: true, values: none });
    expect(learn(page, step(2, 'aws y --b $B'), { hasFailed: true, values: none }).cause).toBeUndefined();
    learn(page, step(3, 'A=$(aws x)'), { hasFailed: false, values: new Map([['A', '1']]) });
    expect(
      learn(page, step(4, 'aws y --a $A'), { hasFailed: true, values: new Map([['A', '1']]) }).cause,
    ).toBeUndefined();
  });

  it('is none of a check, which prints assignments', () => {
    const { learn } = createEmptyVariables();
    const check = step(1, 'cat << END\n  # A:""\n    A="${A}"\nEND');
    expect(learn(page, check, { hasFailed: false, values: none }).left).toEqual([]);
  });

  it('is left to the lessons of the site, whose steps have no places', () => {
    const { learn } = createEmptyVariables();
    const { span, ...placeless } = step(1, 'A=$(aws x)');
    expect(span).toBeDefined();
    expect(learn(page, placeless as RunnableStep, { hasFailed: true, values: none })).toEqual({ left: [] });
  });

  it('is worth a notice, unless it was meant', () => {
    const { learn } = createEmptyVariables();
    expect(
      learn(page, step(1, 'A="$(true)"; B=""; export C='), { hasFailed: false, values: none }).left,
    ).toEqual(['A']);
  });
});

describe('accountHint', () => {
  const data = { strings: new Set(['123456789012', 'bucket']), compare: 'equal' } as const;

  it('says what to write for another account', () => {
    expect(accountHint('aws x --arn arn:aws:iam::000000000000:user/a', data)).toContain(
      "write id: '000000000000'",
    );
    expect(accountHint('aws x --arn arn:aws:iam::123456789012:user/a', data)).toBeUndefined();
  });

  it("says nothing on a reader's own account", () => {
    expect(accountHint('aws x 000000000000', { ...data, compare: 'form' })).toBeUndefined();
  });
});
