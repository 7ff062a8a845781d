import { expect, test } from 'vitest';
import { roleOfScript } from '../../../../src/authoring/import/rules/script-rule.ts';

test.each([
  ['env', ["A='x'", 'B=1 C=2']],
  ['env', ['export A=1', 'unset B', 'readonly C', 'declare -x D=1']],
  ['check', ['cat << END', '  # 1. NAME:"x"', '     NAME="y"', 'END']],
  ['command', ['aws s3 ls']],
  ['command', ['A=1 aws s3 ls']],
  ['command', ['export']],
  ['command', ['export -p']],
  ['command', ['unset']],
  ['command', ['export A=1 > file']],
  ['env', ['# NAME:"x"', 'OTHER="y"']],
  ['command', ['']],
])('%s: %j', (role, body) => {
  expect(roleOfScript(body)).toBe(role);
});
