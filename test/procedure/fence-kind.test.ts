import { expect, test } from 'vitest';
import { classifyFence } from '../../src/procedure/fence-kind.ts';
import { createReporter } from '../../src/procedure/problems.ts';
import { fenceOf, placed } from './page.ts';

function use(info: string) {
  const reporter = createReporter('page.mdx');
  const { kind, ...rest } = classifyFence(fenceOf(info), reporter);
  return [kind, ...Object.values(rest), ...placed(reporter.problems)].join(' ');
}

test.each([
  ['bash command', 'step command'],
  ['bash env', 'step env'],
  ['bash check id=a', 'step check'],
  ['bash setup', 'step setup'],
  ['bash cleanup', 'step cleanup'],
  ['json result', 'result json'],
  ['text result', 'result text'],
  ['json file=policy.json', 'step file'],
  ['python file=a.py', 'step file'],
  ['json', 'plain'],
  ['python', 'plain'],
  ['env', 'plain'],
  ['', 'plain'],
  ['bash', 'unmarked'],
  ['console', 'unmarked'],
  ['SH', 'unmarked'],
])('"%s" is: %s', (info, found) => {
  expect(use(info)).toBe(found);
});

test.each([
  ['bash comand', 'wrong unknown-role 1:9'],
  ['bash command check', 'wrong several-roles 1:16'],
  ['sh command', 'wrong role-language 1:1'],
  ['python check', 'wrong role-language 1:1'],
  ['yaml result', 'wrong role-language 1:1'],
  ['command', 'wrong role-as-language 1:4'],
  ['result', 'wrong role-as-language 1:4'],
  ['file=a.json', 'wrong role-as-language 1:4'],
  ['bash:command', 'wrong joined-words 1:4'],
  ['bash\u3000command', 'wrong joined-words 1:4'],
  ['jsonresult', 'wrong joined-words 1:4'],
  ['json reslt', 'wrong unknown-role 1:9'],
  ['json match=contains', 'wrong missing-role 1:9'],
])('"%s" was meant for us and is %s', (info, found) => {
  expect(use(info)).toBe(found);
});

test.each([
  ['bash command extra', 'step command unknown-word 1:17'],
  ['json file=a.json extra', 'step file unknown-word 1:21'],
])('"%s" is a step with a word too many', (info, found) => {
  expect(use(info)).toBe(found);
});
