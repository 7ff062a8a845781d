import { expect, test } from 'vitest';
import { bashSyntaxProblem } from '../../../src/shell/bash/bash-syntax.ts';

test.each(['', 'aws s3 ls', 'echo "a" | cat', 'case a in @(a|b)) ;; esac'])(
  '"%s" has no problem',
  async (script) => {
    expect(await bashSyntaxProblem(script)).toBeUndefined();
  },
);

test('the first line of what bash says is the problem', async () => {
  const problem = await bashSyntaxProblem('echo a\nfi\ndone');
  expect(problem).toMatch(/^bash: line 2: syntax error near unexpected token `fi'\n$/);
});

test('an open here-document is one, though only a warning to bash', async () => {
  expect(await bashSyntaxProblem('cat << EOF\na\n')).toBe(
    "bash: line 2: syntax error: here-document is not closed: no line reads `EOF'\n",
  );
});
