import { expect, test } from 'vitest';
import { classifyCode } from '../../../../src/authoring/import/rules/index.ts';
import type { RuleContext } from '../../../../src/authoring/import/rules/types.ts';
import type { CodeBlock } from '../../../../src/authoring/import/types.ts';

function rolesOf(body: string, code: Partial<CodeBlock> = {}, context: RuleContext = {}): string[] {
  const block: CodeBlock = { kind: 'code', body: body.split('\n'), line: 1, endLine: 9, indent: '', ...code };
  return classifyCode(block, context).map(
    (part) =>
      (part.kind === 'step' ? part.role : part.kind === 'fence' ? `fence ${part.lang}` : part.kind) +
      (part.title ? ` "${part.title}"` : '') +
      (part.doubt ? '?' : ''),
  );
}

test.each([
  ['a label counts more than a look', 'some words', {}, { label: 'command' }, ['command']],
  ['a result without a step is documentation', '{"a": 1}', {}, { label: 'result' }, ['fence json']],
  ['a result after a step', 'some words', {}, { label: 'result', step: 3 }, ['result']],
  ['a label above another language', 'a { }', { lang: 'css' }, { label: 'command' }, ['fence css']],
  ['a title that is a label', 'x', { title: '結果(例)' }, {}, ['result']],
  ['a title that is none', 'ls', { title: 'run.sh' }, {}, ['command "run.sh"']],
  ['the language "output"', 'x', { lang: 'output' }, {}, ['result']],
  ['JSON right after a step', '{"a": 1}', {}, { step: 3 }, ['result?']],
  ['an AWS error after a step', 'An error occurred (X) when', {}, { step: 3 }, ['result?']],
  ['a command', 'aws s3 ls', {}, {}, ['command']],
  ['a command in a shell fence', 'mytool run', { lang: 'sh' }, {}, ['command?']],
  ['variables', 'export A=1', { lang: 'bash' }, {}, ['env']],
  ['words', 'some words', {}, {}, ['fence text?']],
  ['a language with braces', 'x', { lang: '{x}' }, {}, ['fence text?']],
] as const)('%s', (_, body, code, context, roles) => {
  expect(rolesOf(body, code, context)).toEqual(roles);
});
