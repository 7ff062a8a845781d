import { describe, expect, it } from 'vitest';
import { matchCheck } from '../../src/matching/index.ts';
import { printed } from './run.ts';

const CHECK = `
  # 0. AWS_SHARED_CREDENTIALS_FILE:"/home/ec2-user/handson.ini"
       AWS_SHARED_CREDENTIALS_FILE="/home/ec2-user/handson.ini"
  #    AWS_PROFILE:"handson"
       AWS_PROFILE="handson"

`;

describe('matchCheck', () => {
  it.each([
    ['the published check', CHECK],
    ['a step number of several levels', '# 1.2. A:"x"\nA="x"\n'],
    ['an empty value that is expected', '# A:""\nA=""\n'],
    ['a comment that has a colon', `# NOTE: both are needed\n${CHECK}`],
    ['quotes within a value', '# A:"say "x""\nA="say "x""\n'],
  ])('passes %s', (_, stdout) => expect(matchCheck(printed(stdout)).passed).toBe(true));

  it.each([
    ['another value', CHECK.replace('PROFILE="handson"', 'PROFILE="handsome"'), 'value'],
    ['an empty value', CHECK.replace('PROFILE="handson"', 'PROFILE=""'), 'value'],
    ['a missing line', '# A:"x"\n', 'missing'],
    ['the line of another variable', '# A:"x"\nB="x"\n', 'missing'],
    ['two expected values in a row', '# A:"x"\n# B:"x"\nA="x"\n', 'missing'],
    ['a space before the expected value', `${CHECK}# B: "x"\nB="y"\n`, 'form'],
    ['an expected value without quotes', `${CHECK}# B:x\n  B="y"\n`, 'form'],
    ['a wide colon', `${CHECK}  # 2. B："x"\n       B="y"\n`, 'form'],
    ['no pair at all', 'all is well\n', 'form'],
    ['nothing', '', 'form'],
  ])('fails %s', (_, stdout, kind) => {
    expect(matchCheck(printed(stdout)).differences[0]?.kind).toBe(kind);
  });

  it('fails with another exit code or something on stderr', () => {
    expect(matchCheck(printed(CHECK, { exitCode: 1 })).passed).toBe(false);
    expect(matchCheck(printed(CHECK, { stderr: 'cat: x' })).passed).toBe(false);
  });

  it('says what a variable should be and is', () => {
    const [difference] = matchCheck(printed('# A:"x"\nA=""\n')).differences;
    expect(difference).toMatchObject({ path: 'A', expected: 'x', actual: '' });
    expect(difference?.message).toBe('A should be "x", but it is empty.');
  });
});
