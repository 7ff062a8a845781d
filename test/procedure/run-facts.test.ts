import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Page, pageForRun, type RunFacts, readPage, resultsOf } from '../../src/procedure/index.ts';
import { failedCondition } from '../../src/procedure/run-facts.ts';

const SIMULATED: RunFacts = { names: ['sandbox', 'simulated'], cli: '2.9.19' };

test.for<[only: string, facts: RunFacts, runs: boolean]>([
  ['bash', SIMULATED, false],
  ['bash,simulated', SIMULATED, true],
  ['cli2', SIMULATED, true],
  ['cli1', SIMULATED, false],
  ['cli2.9', SIMULATED, true],
  ['cli>=2.9', SIMULATED, true],
  ['cli>=2.10', SIMULATED, false],
  ['cli<2.10', SIMULATED, true],
  ['cli>2.9.18', SIMULATED, true],
  ['cli>2.9', SIMULATED, false],
  ['cli<=2.9', SIMULATED, true],
  ['cli2', { names: ['recording'] }, false],
  ['cli<9', { names: ['recording'] }, false],
])('only=%s', ([only, facts, runs]) => {
  expect(failedCondition({ only: only.split(',') }, facts) === undefined).toBe(runs);
});

test('not= wins over only=', () => {
  const step = { only: ['simulated'], not: ['cli1', 'cli2'] };
  expect(failedCondition(step, SIMULATED)).toBe('not=cli2');
});

describe('a page for a run', () => {
  const source = readFileSync('test/fixtures/procedure/conditions/page.mdx', 'utf8');
  const page = readPage(source, { id: 'c/p', file: 'docs/c/p.mdx', locale: 'en' }).page as Page;
  const results = (facts: RunFacts) =>
    pageForRun(page, facts).steps.map((step) => resultsOf(step).map(({ body }) => body));

  test('says which steps do not run, and why', () => {
    const skips = pageForRun(page, SIMULATED).steps.map((step) => 'skip' in step && step.skip);
    expect(skips.slice(0, 3)).toEqual([
      'It does not run here (only=bash,live; here: sandbox, simulated, cli2.9.19)',
      'It does not run here (not=simulated; here: sandbox, simulated, cli2.9.19)',
      false,
    ]);
    const inBash = pageForRun(page, { names: ['live', 'bash'], cli: '2.31.0' });
    expect(inBash.steps.some((step) => 'skip' in step)).toBe(false);
  });

  test('has the results of its version of the AWS CLI, and all cases', () => {
    const cases = ['make_bucket: example-bucket', 'make_bucket failed: s3://example-bucket'];
    expect(results(SIMULATED)).toEqual([[], [], [], [''], cases]);
    expect(results({ names: ['live', 'bash'], cli: '2.15.0' })).toEqual([
      ...[[], [], []],
      ['{ "BucketRegion": "ap-northeast-1" }'],
      cases,
    ]);
    expect(results({ names: ['live', 'bash'] })).toEqual([[], [], [], [], cases]);
  });
});
