import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jmespathError } from '../../../../src/aws/cli/output/query-errors.ts';

// As jmespath.py 1.0.1 of AWS CLI 2.9.19 says them.
describe('jmespathError', () => {
  it.each([
    ['', 'Invalid JMESPath expression: cannot be empty.'],
    ["a == 'b", "Bad jmespath expression: Unclosed ' delimiter:\na == 'b\n     ^"],
    ['a # b', 'Bad jmespath expression: Unknown token #:\na # b\n  ^'],
    ['a = b', "Bad jmespath expression: Unknown token '=':\na = b\n  ^"],
    ['a[', 'Invalid jmespath expression: Incomplete expression:\n"a["\n   ^'],
    ['a]', 'Unexpected token: ]: Parse error at column 1, token "]" (RBRACKET), for expression:\n"a]"\n  ^'],
  ])('%j', (expression, message) => expect(jmespathError(expression)).toBe(message));

  it.each(['a', 'a.b[*].c', "[?a=='b']", '{a: b}', 'a || `1`', 'sort_by(@, &a)[0]', '"quoted name"'])(
    '%s can be read',
    (expression) => expect(jmespathError(expression)).toBeUndefined(),
  );

  it('has an answer for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab.[]{}*?&|!=<>()\'"`,: 01-#') }), (text) => {
        const error = jmespathError(text);
        expect(error === undefined || error.length > 0).toBe(true);
      }),
    );
  });
});
