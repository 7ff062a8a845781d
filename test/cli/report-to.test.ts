import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportTo } from '../../src/cli/report-to.ts';
import type { ReporterChoice } from '../../src/cli/reporters.ts';
import { failedStep, pageReport, runReport, stepReport } from '../doctest/report/reports.ts';
import { folderOf } from '../project/folders.ts';

const report = runReport([pageReport([stepReport(), failedStep])]);

async function told(choices: readonly ReporterChoice[], stepSummary?: string) {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') =>
    ({ isTTY: false, write: (text: string) => (written[name] += text) }) as unknown as NodeJS.WriteStream;
  const reporting = await reportTo(choices, {
    ...{ stdout: stream('stdout'), stderr: stream('stderr') },
    ...{ root: '/project', timings: true, stepSummary },
  });
  for (const page of report.pages) reporting.onPage(page);
  reporting.onEnd(report);
  return written;
}

test('people read pages, failures, timings and a summary', async () => {
  const { stdout, stderr } = await told([{ name: 'default' }]);
  expect(stdout).toMatch(/^✗ ja {2}c\/p[\s\S]+FAIL[\s\S]+slowest steps[\s\S]+pages {2}0 passed, 1 failed/);
  expect(stderr).toBe('');
});

test('a document has stdout to itself: text for people goes to stderr', async () => {
  const { stdout, stderr } = await told([{ name: 'json' }, { name: 'default' }]);
  expect(JSON.parse(stdout).totals).toMatchObject({ passed: 1, failed: 1 });
  expect(stderr).toContain('FAIL');
});

test('a document may go to a file, whose folder is made', async () => {
  const file = join(folderOf(), 'reports/run.json');
  const { stdout } = await told([{ name: 'default' }, { name: 'json', file }]);
  expect(JSON.parse(readFileSync(file, 'utf8')).totals.failed).toBe(1);
  expect(stdout).toContain('FAIL');
});

test('in a workflow of GitHub there are annotations, and a summary of the step', async () => {
  const summary = join(folderOf(), 'summary.md');
  const { stdout } = await told([{ name: 'github' }], summary);
  expect(stdout).toContain('::error file=/project/docs/c/p.mdx,line=10');
  expect(readFileSync(summary, 'utf8')).toMatch(
    /^## Tejun doctest\n```text\npages {2}0 passed, 1 failed\n[\s\S]+```\n$/,
  );
});
