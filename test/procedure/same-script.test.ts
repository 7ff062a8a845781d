import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameScript } from '../../src/procedure/index.ts';

describe('isSameScript', () => {
  it.each([
    ['spaces', 'aws s3 ls', '  aws   s3\tls  '],
    ['needless quotes', "export A='x-1'", 'export A="x-1"'],
    ['no quotes', "export A='x-1'", 'export A=x-1'],
    ['a continued line', 'aws s3 ls \\\n  --output text', 'aws s3 ls --output text'],
    ['a line break and a semicolon', 'A=1\nB=2', 'A=1; B=2'],
    ['a comment', 'aws s3 ls', 'aws s3 ls # all of them'],
    ['empty lines', 'A=1\n\nB=2\n', 'A=1\nB=2'],
  ])('takes no notice of %s', (_what, one, other) => {
    expect(isSameScript(one, other)).toBe(true);
  });

  it.each([
    ['another word', 'aws s3 ls', 'aws s3 lss'],
    ['a space inside quotes', "echo 'a b'", "echo 'a  b'"],
    ['quotes that keep a variable', "echo '$A'", 'echo "$A"'],
    ['quotes that keep words together', "echo 'a b'", 'echo a b'],
    ['a line break inside quotes', "echo 'a\nb'", "echo 'a;b'"],
    ['the text of a heredoc', 'cat << E\na  b\nE', 'cat << E\na b\nE'],
    ['one command less', 'A=1\nB=2', 'A=1'],
    ['a pipe', 'a | b', 'a; b'],
  ])('tells apart %s', (_what, one, other) => {
    expect(isSameScript(one, other)).toBe(false);
  });

  it('finds each script the same as itself with more space around it', () => {
    fc.assert(fc.property(fc.string(), (script) => isSameScript(script, script)));
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z"' -]{1,20}$/), (script) => isSameScript(script, `${script}\n`)),
    );
  });
});
