import { expect, test } from 'vitest';
import { failureMessage, githubAnnotations } from '../../../src/doctest/report/github-report.ts';
import { failedStep, flakyPage, pageReport, problem, runReport, stepReport } from './reports.ts';

const lines = (report: Parameters<typeof githubAnnotations>[0], folder = '') =>
  githubAnnotations(report, folder).split('\n');

test('a failure is an error at the line of the page that failed', () => {
  const [notice, error] = lines(runReport([pageReport([stepReport(), failedStep])]), 'site/');
  expect(notice).toBe('::notice title=doctest::1 page, 2 steps, 2 compared');
  expect(error).toBe(
    '::error file=site/docs/c/p.mdx,line=10,title=step-2::$ aws s3 ls%0A--x%0AIt is <wrong>, 100 %25%0ALikely cause: No region.',
  );
});

test('what passed at the second attempt is a warning', () => {
  expect(lines(runReport([flakyPage]))[1]).toMatch(
    /^::warning file=.*::Flaky: it passed when the page was run again\.%0A/,
  );
});

test('problems of pages, and errors outside of steps, are errors', () => {
  const page = pageReport([], { errors: ['No account.'] });
  const run = lines(
    runReport([page], { problems: [{ ...problem, code: 'a:b,c' }], errors: ['The worker died.'] }),
  );
  expect(run.slice(1)).toEqual([
    '::error file=docs/c/q.mdx,line=2,col=3,title=a%3Ab%2Cc::docs/c/q.mdx:2:3  It cannot be read.%0A    Mend it.',
    '::error file=docs/c/p.mdx,line=1::No account.',
    '::error::The worker died.',
  ]);
});

test('a failure that follows from another repeats nothing of it', () => {
  const follows = { file: 'docs/c/p.mdx', line: 4 };
  expect(failureMessage({ ...failedStep, follows })).toBe('$ aws s3 ls\n--x\nIt is <wrong>, 100 %');
});
