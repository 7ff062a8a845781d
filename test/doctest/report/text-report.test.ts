import { expect, test } from 'vitest';
import { failuresText, pageText, summaryText } from '../../../src/doctest/report/text-report.ts';
import { failedStep, flakyPage, pageReport, runReport, skippedStep, stepReport } from './reports.ts';

const plain = { color: false };

test('a page is one line, then what is worth knowing', () => {
  const other = { ...skippedStep, id: 'step-4' };
  expect(pageText(pageReport([stepReport(), failedStep, skippedStep, other]), plain).split('\n')).toEqual([
    '✗ ja  c/p  (4 steps, 2 compared, 1 failed, 2 skipped, 6.00 s)',
    '    skipped  docs/c/p.mdx:4 step-3 and 1 other step: too # slow',
  ]);
  expect(pageText(flakyPage, plain)).toContain(
    'flaky    passed at attempt 2, after docs/c/p.mdx:10 step-2: It is <wrong>, 100 %',
  );
});

test('notices and stale results are told of steps that passed', () => {
  const verdict = {
    passed: true,
    differences: [],
    accepted: [],
    diff: [],
    notices: [{ path: 'A', message: 'One more key.' }],
  };
  expect(pageText(pageReport([stepReport({ verdict })]), plain)).toContain(
    'notice   docs/c/p.mdx:4 One more key.',
  );
  expect(pageText(pageReport([stepReport({ revised: 'x' })]), plain)).toContain(
    'stale    docs/c/p.mdx:4 step-1',
  );
});

test('failures that follow from another stand below it', () => {
  const follower = { ...failedStep, id: 'step-9', line: 40, follows: { file: 'docs/c/p.mdx', line: 4 } };
  const text = failuresText([pageReport([failedStep, follower])], plain);
  expect(text.match(/^FAIL {2}/gm)).toHaveLength(1);
  expect(text).toContain('FAIL  docs/c/p.mdx:10  step-2, command');
  expect(text).toContain('    $ aws s3 ls\n    > --x');
  expect(text).toContain('1 failure more that follow from it:');
  expect(text).toContain('    likely cause  No region.');
});

test('of a long output its end is shown, and no control character acts on the terminal', () => {
  const stdout = `${Array.from({ length: 50 }, (_, line) => `line ${line}`).join('\n')}\n\u001b[2Jend\n`;
  const text = failuresText([pageReport([{ ...failedStep, output: { stdout, stderr: '' } }])], plain);
  expect(text).toContain('(11 lines before)');
  expect(text).not.toContain('line 10\n');
  expect(text).not.toContain('\u001b');
});

test('the summary counts pages and steps, and names what is wrong elsewhere', () => {
  const text = summaryText(runReport([pageReport([failedStep]), flakyPage], { errors: ['It died.'] }), plain);
  expect(text.split('\n')).toEqual([
    ...['ERROR  It died.', '', 'pages  1 passed, 1 failed, 1 flaky'],
    ...['steps  1 passed, 1 failed (2 steps, 2 compared)', 'time   2.00 s'],
  ]);
});

test('a page of which no step ran does not look like one that passed', () => {
  const page = pageReport([skippedStep]);
  expect(pageText(page, plain)).toMatch(/^- ja {2}c\/p /);
  expect(summaryText(runReport([page, pageReport([stepReport()])]), plain)).toContain(
    'pages  1 passed, 1 skipped',
  );
});
