import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { junitReport } from '../../../src/doctest/report/junit-report.ts';
import { failedStep, flakyPage, pageReport, problem, runReport, skippedStep, stepReport } from './reports.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => name === 'testsuite' || name === 'testcase' || name === 'property',
});
const suitesOf = (report: Parameters<typeof junitReport>[0]) =>
  parser.parse(junitReport(report)).testsuites.testsuite;

test('a page is a suite with its steps as cases, and their counts', () => {
  const [suite] = suitesOf(runReport([pageReport([stepReport(), failedStep, skippedStep])]));
  expect(suite).toMatchObject({ name: 'ja c/p', tests: '3', failures: '1', skipped: '1', time: '4.5' });
  const [passed, failed, skipped] = suite.testcase;
  expect(passed).toMatchObject({ name: 'step-1: echo 1', classname: 'docs/c/p.mdx', time: '1.5' });
  expect(failed.failure).toMatchObject({ message: 'It is <wrong>, 100 %', type: 'command' });
  expect(failed.failure['#text']).toMatch(/^docs\/c\/p\.mdx:10\n\$ aws s3 ls/);
  expect(skipped['system-out']).toBe('too # slow');
});

test('times have no more digits than were measured', () => {
  const [suite] = suitesOf(
    runReport([pageReport([stepReport({ durationMs: 100.1 }), stepReport({ durationMs: 70.927 })])]),
  );
  expect(suite.time).toBe('0.171027');
});

test('a flaky page passed, and says so', () => {
  const [suite] = suitesOf(runReport([flakyPage]));
  expect(suite.failures).toBe('0');
  expect(suite.properties.property).toContainEqual({ name: 'flaky', value: 'passed at attempt 2' });
});

test('what is wrong outside of steps are failed cases', () => {
  const [page, whole] = suitesOf(
    runReport([pageReport([], { errors: ['No account.'] })], { errors: ['It died.'], problems: [problem] }),
  );
  expect(page.errors).toBe('1');
  expect(whole).toMatchObject({ name: 'tejun', failures: '1', errors: '1' });
  expect(whole.testcase[0].name).toBe('docs/c/q.mdx can be read (line 2)');
});
