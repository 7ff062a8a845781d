import { describe, expect, it } from 'vitest';
import {
  DOCUMENTS,
  describeStep,
  githubAnnotations,
  type Plan,
  pageText,
  planText,
  type RunReport,
  type StepReport,
  summaryText,
} from '../../../src/doctest/index.ts';
import { isCompared, type ResultExample, type Step } from '../../../src/procedure/index.ts';
import { aPage, aStep } from '../pages.ts';

const span = aStep(1).span;
const result: ResultExample = { form: 'text', body: '1', span, bodySpan: span };
const shown = (number: number, rest: Partial<ResultExample> = {}): Step => ({
  ...aStep(number),
  result: { ...result, ...rest },
});
/** Three steps show something: one is skipped, one compares nothing. */
const steps: readonly Step[] = [
  aStep(1),
  shown(2),
  shown(3, { match: 'none', reason: 'random' }),
  { ...shown(4), skip: 'too slow' } as Step,
  { ...aStep(5), role: 'check' } as Step,
];
const page = { ...aPage('a'), steps };
const reports = steps.map(
  (step): StepReport => ({
    ...describeStep(step),
    status: 'skip' in step && step.skip !== undefined ? 'skipped' : 'passed',
    durationMs: 1,
  }),
);
const report: RunReport = {
  provenance: {
    date: '2026-01-05T00:00:00.000Z',
    target: 'sandbox',
    shell: 'simulated',
    cli: 'built-in',
    seed: 'tejun',
  },
  pages: [{ page: page.id, locale: page.locale, file: page.file, steps: reports, errors: [] }],
  errors: [],
  durationMs: 5,
};
const COVERAGE = '5 steps, 2 compared';

describe('how much a run compares', () => {
  it('counts examples that are compared, and checks', () => {
    expect(steps.map(isCompared)).toEqual([false, true, false, true, true]);
  });

  it('is in what people read', () => {
    const [first] = report.pages;
    expect(first && pageText(first, { color: false })).toContain(COVERAGE);
    expect(summaryText(report, { color: false })).toContain(COVERAGE);
  });

  it('is in the annotations of a pull request, which say nothing else where all passed', () => {
    expect(githubAnnotations(report, '')).toBe(`::notice title=doctest::1 page, ${COVERAGE}`);
  });

  it.each(['junit', 'tap', 'html', 'badge'] as const)('is in the report %s', async (name) => {
    const text = (await DOCUMENTS[name]())(report);
    expect([...text].join('')).toContain(COVERAGE);
  });

  it('is in the report json', async () => {
    const document = JSON.parse([...(await DOCUMENTS.json())(report)].join(''));
    expect(document.totals).toEqual({ passed: 4, failed: 0, skipped: 1, compared: 2 });
    expect(document.pages[0].steps.map((step: { compared: boolean }) => step.compared)).toEqual([
      false,
      true,
      false,
      true,
      true,
    ]);
  });

  it('is in the plan, by page and at its end', () => {
    const planned = { page, prerequisites: [], chain: page.id, accountFile: '' };
    const plan: Plan = { root: '/project', library: [planned], pages: [planned], locales: ['ja'] };
    expect(planText(plan).match(/5 steps, 3 compared/g)).toHaveLength(2);
  });
});
