import { expect, test } from 'vitest';
import { endlessSyntax } from '../../../src/shell/simulated/endless-syntax.ts';
import { createParser } from '../../../src/shell/simulated/simulated-syntax.ts';

test.each([
  ['echo $(($))', 'bash: line 1: syntax error: operand expected (error token is "$")\n'],
  ['X=1\n((X=1|$ ))', 'bash: line 2: syntax error: operand expected (error token is "$")\n'],
  ['if ((x + $)); then echo 1; fi', 'bash: line 1: syntax error: operand expected (error token is "$")\n'],
  ['echo 1\necho $((${', "bash: line 2: unexpected EOF while looking for matching `)'\n"],
  ['echo $(($x', "bash: line 1: unexpected EOF while looking for matching `)'\n"],
  ['x(( x|$))', 'bash: line 1: syntax error: operand expected (error token is "$")\n'],
  ['echo $(("$"))', 'bash: line 1: syntax error: operand expected (error token is "$")\n'],
  ['echo $[$]', 'bash: line 1: syntax error: operand expected (error token is "$")\n'],
  ['echo ${X:$}', 'bash: line 1: syntax error: operand expected (error token is "$")\n'],
  ['}x${[[esac`(', "bash: line 1: unexpected EOF while looking for matching `}'\n"],
])('%j, which the parser would never end to read, is refused', async (script, message) => {
  expect(await createParser()(script)).toEqual({ message });
});

test.each([
  'echo $(( $X + ${Y} + $(date +%s) + $# + $? + $$ ))',
  '(( i++ )); echo "$ 5"',
  "[[ -n $X ]] && grep '${' file",
  'echo "(( cost: $ 5 ))"',
  '((grep "a$" file); grep "b$" file)',
  'echo 1 # not ((',
  `echo "it's" '$((' "it's"`,
  'echo $(( $(grep -c "a$" file) + 1 ))',
  'echo "${X:-cost: $ 5}" ${X%$}',
  `[[ -n \${X} ]] && echo '$(($))'`,
])('%j is not', (script) => {
  expect(endlessSyntax(script)).toBeUndefined();
});
