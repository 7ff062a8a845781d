import { describe, expect, test } from 'vitest';
import { alignDiffs, compareStep } from '../../../src/doctest/compare/compare-step.ts';
import { comparedPageText } from '../../../src/doctest/compare/comparison-text.ts';
import { type Actual, type DiffLine, match, matchExit } from '../../../src/matching/index.ts';
import type { StepOutcome } from '../../../src/practice/index.ts';
import { type Page, readPage } from '../../../src/procedure/index.ts';

const VPCS = `{
    "Vpcs": [
        {
            "VpcId": "vpc-03b6793be492e9eaa",
            "State": "available",
            "Tags": []
        }
    ]
}`;

function pageWith(example: string): Page {
  const source = ['```bash command', 'aws ec2 describe-vpcs', '```', '', example].join('\n');
  const { page } = readPage(source, { id: 'course/page', file: 'docs/course/page.mdx', locale: 'ja' });
  if (!page) throw new Error('It cannot be read.');
  return page;
}

function outcome({ steps: [step] }: Page, output: Actual): StepOutcome {
  const example = step && 'result' in step ? step.result : undefined;
  const context = { now: new Date(0), bindings: new Map<string, string>() };
  const verdict = example ? match(example, output, context) : matchExit(output);
  if (verdict.passed) return { status: 'passed', output, verdict };
  return { status: 'failed', reason: verdict.differences[0]?.message ?? '', output, verdict };
}

const printed = (stdout: string): Actual => ({ stdout, stderr: '', exitCode: 0 });
const denied: Actual = {
  stdout: '',
  stderr: '\nAn error occurred (AccessDenied) when calling the DescribeVpcs operation: No\n',
  exitCode: 254,
};

function shown(example: string, recording: Actual, sandbox: Actual, width: number): string {
  const page = pageWith(example);
  const outcomes = { recording: outcome(page, recording), sandbox: outcome(page, sandbox) };
  const steps = page.steps.map((step) => compareStep(step, outcomes));
  const { id, file } = page;
  return comparedPageText({ page: id, file, steps }, { color: false, width });
}

const json = `\`\`\`json result\n${VPCS}\n\`\`\``;
const other = VPCS.replace('available', 'pending').replace(
  '"Tags": []',
  '"Tags": [],\n            "BlockPublicAccess": "off"',
);
const cases: [string, string, Actual, Actual][] = [
  ['all agree', json, printed(VPCS.replace('03b', '13b')), printed(VPCS)],
  ['the recording has another value and one more key', json, printed(other), printed(VPCS)],
  ['the page is stale', json, printed(other), printed(other)],
  ['the sandbox lacks a key', json, printed(VPCS), printed(VPCS.replace('"State": "available",', ''))],
  ['the recording is an error', json, denied, printed(VPCS)],
  [
    'lines of a text',
    '```text result\na\nb\nあいう\n```',
    printed('a\nx\nあいう\n'),
    printed('b\nあいう\nz\n'),
  ],
  ['a step without an example', '', printed('one\n'), printed('two\n')],
];

describe.each([80, 120])('in %i columns', (width) => {
  test.each(cases)('%s', (_, example, recording, sandbox) => {
    const text = shown(example, recording, sandbox, width);
    expect(text).toMatchSnapshot();
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
  });
});

const diff = (...lines: string[]): DiffLine[] =>
  lines.map((line) => ({
    kind: ({ '-': 'expected', '+': 'actual', '!': 'extra', '=': 'same' } as const)[line[0] as '-'] ?? 'same',
    text: line.slice(1),
  }));

test('where both agree with the page there is nothing to show', () => {
  expect(alignDiffs({ recording: diff('=a', '=b'), sandbox: diff('=a', '=b') })).toEqual([]);
});

test('a line that one side has otherwise stands beside that of the other', () => {
  expect(alignDiffs({ recording: diff('=a', '-b', '+x', '=c'), sandbox: diff('=a', '=b', '=c') })).toEqual([
    [{ page: 'b', recording: 'x', sandbox: 'b' }],
  ]);
});

test('lines that the page does not have stand below the line that they follow', () => {
  expect(alignDiffs({ recording: diff('=a', '!x', '!y', '=b'), sandbox: diff('=a', '!z', '=b') })).toEqual([
    [
      { recording: 'x', sandbox: 'z' },
      { recording: 'y', sandbox: undefined },
    ],
  ]);
});

test('stretches that are apart are shown apart', () => {
  const stretches = alignDiffs({ recording: diff('-a', '=b', '-c'), sandbox: diff('=a', '=b', '=c') });
  expect(stretches.map((rows) => rows.map(({ page }) => page))).toEqual([['a'], ['c']]);
});
