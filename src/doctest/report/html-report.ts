import { formatProblem } from '../../procedure/index.ts';
import { escapeControlChars, escapedFrame } from './escape-control-chars.ts';
import { placeOfFailure } from './place.ts';
import { seconds } from './step.ts';
import { allErrors, coverageTextOf, isFlaky, pageFailed, pageSkipped, stepTotals } from './totals.ts';
import type { PageReport, ReportedVerdict, RunReport, StepReport } from './types.ts';

/** Yields a run as one HTML file that needs no other file, script or network. */
export function* htmlReport(report: RunReport): Generator<string> {
  const { pages } = report;
  const { provenance, problems = [], durationMs } = escapedFrame(report);
  const { passed, failed, skipped, compared } = stepTotals(pages);
  const errors = [...problems.map(formatProblem), ...escapeControlChars(allErrors(report))];
  const isGood = errors.length === 0 && !pages.some(pageFailed);
  yield `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${isGood ? 'passed' : 'failed'}: Tejun doctest</title>
<style>${STYLE}</style>
<h1 class="${isGood ? 'passed' : 'failed'}">${isGood ? 'Passed' : 'Failed'}</h1>
<p>${pages.length === 1 ? '1 page' : `${pages.length} pages`}, ${pages.filter(pageFailed).length} failed, ${pages.filter(pageSkipped).length} skipped, ${pages.filter(isFlaky).length} flaky. Steps: ${passed} passed, ${failed} failed, ${skipped} skipped, ${compared} compared. ${seconds(durationMs)}.</p>
<p>${escapeHtml(`${provenance.date}, target ${provenance.target}, shell ${provenance.shell}, aws: ${provenance.cli}`)}</p>
${errors.map((error) => `<pre class="failed">${escapeHtml(error)}</pre>`).join('\n')}
`;
  for (const page of pages) yield `${pageSection(escapeControlChars(page))}\n`;
  yield '</html>\n';
}

function pageSection(page: PageReport): string {
  const status = pageFailed(page) ? 'failed' : isFlaky(page) ? 'flaky' : 'passed';
  const took = page.steps.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const flaky = isFlaky(page) ? ` (flaky: passed at attempt ${page.retried?.attempts})` : '';
  return `<details${status === 'passed' ? '' : ' open'}><summary class="${status}">${escapeHtml(`${page.locale} ${page.page}`)}${flaky}
<small>${coverageTextOf([page])}, ${seconds(took)}</small></summary>
<table>${page.steps.map((step) => stepRow(page, step)).join('\n')}</table></details>`;
}

function stepRow(page: PageReport, step: StepReport): string {
  const { status, command, reason, durationMs, verdict } = step;
  return `<tr class="${status}"><td>${status}<td><pre>${escapeHtml(command)}</pre>
${reason ? `<p>${escapeHtml(reason)}</p>` : ''}${notices(verdict)}${status === 'failed' ? diff(step) : ''}
<td>${escapeHtml(placeOfFailure(page, step))}<td>${seconds(durationMs)}</tr>`;
}

const notices = (verdict: ReportedVerdict | undefined): string =>
  (verdict?.notices ?? []).map(({ message }) => `<p class="flaky">${escapeHtml(message)}</p>`).join('');

const MARKS = { same: ' ', accepted: '~', expected: '-', actual: '+', extra: '!' } as const;

function diff({ verdict, output }: StepReport): string {
  if (!verdict) return output ? `<pre>${escapeHtml(output.stdout + output.stderr)}</pre>` : '';
  const lines = verdict.diff.map(
    ({ kind, text }) => `<span class="${kind}">${escapeHtml(`${MARKS[kind]} ${text}`)}</span>`,
  );
  return `<pre>${lines.join('\n')}</pre>`;
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 72rem; margin: 1rem auto; padding: 0 1rem }
pre { margin: .25rem 0; overflow-x: auto; font: .875rem/1.4 ui-monospace, monospace }
p { margin: .25rem 0 }
table { border-collapse: collapse; width: 100% }
td { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .25rem .5rem; vertical-align: top }
summary { cursor: pointer; padding: .25rem 0; font-weight: 600 }
small { font-weight: normal }
h1.passed, summary.passed::before, tr.passed > td:first-child { color: light-dark(#176f2c, #6fdd8b) }
h1.failed, pre.failed, summary.failed, tr.failed > td:first-child, .expected { color: light-dark(#b3261e, #ff9d94) }
.flaky, tr.skipped > td:first-child, .extra { color: light-dark(#7a5200, #f2c14e) }
.actual { color: light-dark(#176f2c, #6fdd8b) }
`;

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
