import type { Problem } from '../../procedure/index.ts';
import { allErrors, isFlaky, stepTotals, type Totals } from './totals.ts';
import type { PageReport, Provenance, RunReport, StepReport } from './types.ts';

/**
 * One document for machines. `totals` counts steps; `errors` is there only when something failed outside of a step,
 * `problems` only when pages or account files cannot be read.
 */
export interface JsonReport {
  readonly provenance: Provenance;
  readonly pages: readonly JsonPage[];
  readonly totals: Totals;
  readonly errors?: readonly string[];
  readonly problems?: readonly Problem[];
}

interface JsonPage {
  readonly page: string;
  readonly locale: string;
  /** The page failed first, and passed when it was run again. */
  readonly flaky?: true;
  readonly steps: readonly Pick<
    StepReport,
    | 'id'
    | 'file'
    | 'line'
    | 'role'
    | 'status'
    | 'compared'
    | 'reason'
    | 'follows'
    | 'cause'
    | 'accountLines'
    | 'durationMs'
  >[];
}

/** Yields the document, a page at a time. */
export function* jsonReport(report: RunReport): Generator<string> {
  const { pages, provenance, problems = [] } = report;
  const errors = allErrors(report);
  const frame: JsonReport = {
    provenance,
    pages: [],
    totals: stepTotals(pages),
    ...(errors.length > 0 ? { errors } : {}),
    ...(problems.length > 0 ? { problems } : {}),
  };
  const text = JSON.stringify(frame, undefined, 2);
  // No string holds bare quotes.
  const place = text.indexOf('"pages": []') + '"pages": ['.length;
  yield text.slice(0, place);
  for (const [index, page] of pages.entries())
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(jsonPage(page), undefined, 2)}`.replace(
      /\n/g,
      '\n    ',
    );
  yield `${pages.length === 0 ? '' : '\n  '}${text.slice(place)}\n`;
}

const jsonPage = (report: PageReport): JsonPage => ({
  page: report.page,
  locale: report.locale,
  ...(isFlaky(report) ? { flaky: true } : {}),
  steps: report.steps.map(
    ({ id, file, line, role, status, compared, reason, follows, cause, accountLines, durationMs }) => ({
      id,
      ...(file === undefined ? {} : { file }),
      line,
      role,
      status,
      compared,
      ...(reason === undefined ? {} : { reason }),
      ...(follows === undefined ? {} : { follows }),
      ...(cause === undefined ? {} : { cause }),
      ...(accountLines === undefined ? {} : { accountLines }),
      durationMs,
    }),
  ),
});
