import { expect, test } from 'vitest';
import { htmlReport } from '../../../src/doctest/report/html-report.ts';
import { failedStep, flakyPage, pageReport, problem, runReport, skippedStep, stepReport } from './reports.ts';

const textOf = (report: Parameters<typeof htmlReport>[0]): string => [...htmlReport(report)].join('');

test('a good run is good, and its pages are closed', () => {
  const html = textOf(runReport([pageReport([stepReport()])]));
  expect(html).toContain('<h1 class="passed">Passed</h1>');
  expect(html).toContain('<details><summary class="passed">ja c/p\n');
});

test('pages that failed or are flaky are open, and what they print is text', () => {
  const html = textOf(runReport([pageReport([failedStep, skippedStep]), flakyPage]));
  expect(html).toContain('<title>failed: Tejun doctest</title>');
  expect(html.match(/<details open>/g)).toHaveLength(2);
  expect(html).toContain('<p>It is &lt;wrong&gt;, 100 %</p>');
  expect(html).toContain('<pre>printed\n</pre>');
  expect(html).toContain('docs/c/p.mdx:10');
  expect(html).toContain('(flaky: passed at attempt 2)');
});

test('a page that cannot be read fails the run', () => {
  const html = textOf(runReport([pageReport([stepReport()])], { problems: [problem] }));
  expect(html).toContain('<h1 class="failed">');
  expect(html).toContain('<pre class="failed">docs/c/q.mdx:2:3  It cannot be read.');
});

test('it needs no other file, script or network', () => {
  const html = textOf(runReport([pageReport([stepReport({ command: '<script src="x">' })])]));
  expect(html).not.toMatch(/<(?:script|link|img)\b|https?:/);
});
