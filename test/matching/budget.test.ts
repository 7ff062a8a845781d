import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/matching/budget.ts';
import { ComparisonState } from '../../src/matching/comparison.ts';
import { compareJson } from '../../src/matching/json/compare-json.ts';
import { compareLines } from '../../src/matching/text/compare-text.ts';
import { parseJson } from '../../src/procedure/json/index.ts';
import type { MatchMode } from '../../src/procedure/types.ts';
import { context, matchJson, matchText } from './run.ts';

/** Highest cost of a whole comparison: the search's budget, and each value once more at each depth of nesting. */
const MOST = 250_000;

/** A small budget for searching, for trees of any kind. */
const SEARCH = 2_000;

function comparisonsOf(
  wanted: unknown,
  got: unknown,
  mode?: MatchMode,
  limit?: number,
): { spent: number; verdict: ReturnType<ComparisonState['verdict']> } {
  return comparedBy(new ComparisonState(context(), { mode, budget: new Budget(limit) }), wanted, got);
}

const straightly = (wanted: unknown, got: unknown): number =>
  comparedBy(new ComparisonState(context(), { isStraight: true }), wanted, got).spent;

function comparedBy(
  comparison: ComparisonState,
  wanted: unknown,
  got: unknown,
): { spent: number; verdict: ReturnType<ComparisonState['verdict']> } {
  const [expected, actual] = [
    parseJson(JSON.stringify(wanted), 'example'),
    parseJson(JSON.stringify(got), 'output'),
  ];
  if ('fault' in expected || 'fault' in actual) throw new Error('not JSON');
  const [value, other] = [expected.values[0], actual.values[0]];
  if (!value || !other) throw new Error('no value');
  compareJson(comparison, value, other, { path: '', depth: 0, before: '', after: '' });
  return { spent: comparison.budget.spent, verdict: comparison.verdict() };
}

const nested = (depth: number, value: number): unknown => (depth === 0 ? value : [nested(depth - 1, value)]);

const instances = (count: number, state: (index: number) => string) => ({
  Instances: Array.from({ length: count }, (_, index) => ({
    InstanceId: `i-${index.toString(16).padStart(17, '0')}`,
    State: state(index),
    Tags: [{ Key: 'Name', Value: `host ${index}` }],
    Groups: [['sg-0123456789abcdef0'], ['default']],
  })),
});

const REVERSED = 3_000;
const numbered = (at: (index: number) => number, text: (number: number) => unknown) =>
  Array.from({ length: REVERSED }, (_, index) => text(at(index)));

describe('cost of a comparison', () => {
  it.each(['unordered', 'contains'] as const)('is linear where %s only finds another order', (mode) => {
    const user = (number: number) => ({ Name: `u${number}`, Id: `i-${String(number).padStart(17, '0')}` });
    const other = (number: number) => ({
      ...user(number),
      Id: `i-${String(number + 70_000).padStart(17, 'f')}`,
    });
    const { spent, verdict } = comparisonsOf(
      numbered((index) => index, user),
      numbered((index) => REVERSED - 1 - index, other),
      mode,
    );
    expect(verdict.differences).toEqual([]);
    expect(spent).toBeLessThan(10 * REVERSED);
  });

  it('is linear where lines of text are in another order, and names the one that is another', () => {
    const line = (number: number) => `line ${number}`;
    const [wanted, got] = [numbered((index) => index, line), numbered((index) => REVERSED - 1 - index, line)];
    const comparison = new ComparisonState(context(), { mode: 'unordered' });
    compareLines(comparison, wanted as string[], ['another', ...got.slice(1)] as string[]);
    expect(comparison.differences.map(({ expected, actual }) => [expected, actual])).toEqual([
      [`line ${REVERSED - 1}`, 'another'],
    ]);
    expect(comparison.budget.spent).toBeLessThan(4 * REVERSED);
  });

  it('grows with the square of the depth of nested arrays at most', () => {
    expect(comparisonsOf(nested(100, 1), nested(100, 2)).spent).toBeLessThan(20_000);
    expect(comparisonsOf(nested(100, 1), nested(100, 1)).spent).toBeLessThan(20_000);
  });

  it('stays within the budget for 1,000 instances in another state, and names the first difference', () => {
    const { spent, verdict } = comparisonsOf(
      instances(1_000, () => 'running'),
      instances(1_000, () => 'stopped'),
    );
    expect(spent).toBeLessThan(MOST);
    expect(verdict.differences.map(({ message }) => message)).toEqual([
      'The output is too different from the example to align them. The first difference follows.',
      expect.stringContaining('"running"'),
    ]);
  });

  it('stays within the budget in any order, with one element that fits nowhere', () => {
    const other = instances(80, (index) => (index === 40 ? 'stopped' : 'running'));
    const { spent, verdict } = comparisonsOf(
      instances(80, () => 'running'),
      other,
      'unordered',
    );
    expect(spent).toBeLessThan(MOST);
    expect(verdict.passed).toBe(false);
    expect(verdict.differences).toHaveLength(1);
  });

  it('stays within the budget for any trees in any mode', () => {
    const leaf = fc.oneof(fc.integer({ max: 3 }), fc.constantFrom('a', 'vpc-bec282da', 'XXXXXXXXXXXX'));
    const tree = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5, depthSize: 'large' },
        leaf,
        fc.array(tie('node'), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'Key', 'Value'), tie('node'), { maxKeys: 3 }),
      ),
    })).node;
    const mode = fc.constantFrom<MatchMode | undefined>(undefined, 'unordered', 'contains', 'exact');
    fc.assert(
      fc.property(tree, tree, mode, (wanted, got, how) => {
        const pair = [
          [wanted, got, wanted],
          [got, wanted, got],
        ] as const;
        // Beyond the search, each value is compared once at each depth at most.
        const most = SEARCH + 8 * JSON.stringify(pair).length;
        expect(comparisonsOf(pair[0], pair[1], how, SEARCH).spent).toBeLessThan(most);
      }),
    );
  });

  it('is one look at each value for what can be compared as it comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (wanted, got) => {
        for (const [one, other] of [
          [wanted, wanted],
          [wanted, got],
          [
            [wanted, got],
            [wanted, wanted],
          ],
        ]) {
          const spent = straightly(one, other);
          expect(spent).toBeLessThanOrEqual(JSON.stringify(one).length);
        }
      }),
    );
  });

  it('stays within the budget for lines', () => {
    const comparison = new ComparisonState(context());
    const lines = (word: string) => Array.from({ length: 2_000 }, (_, index) => `${word} ${index}`);
    compareLines(comparison, lines('a'), lines('b'));
    expect(comparison.budget.spent).toBeLessThan(MOST);
    expect(comparison.failed).toBe(true);
  });
});

describe('long lines', () => {
  const ids = (digit: string) =>
    Array.from({ length: 5_000 }, (_, n) => `i-${digit}${String(n).padStart(16, '0')}`);

  it('holds 5,000 ids', () => {
    expect(matchText(ids('a').join(' '), ids('b').join(' ')).passed).toBe(true);
    expect(matchText(`${ids('a').join(' ')} end`, `${ids('b').join(' ')} fin`).passed).toBe(false);
    expect(matchJson({ Ids: ids('a').join('/') }, { Ids: ids('b').join('/') }).passed).toBe(true);
  });

  it('compares masks against a long line without going back', () => {
    expect(matchText('XXXX-XXXX!', '-'.repeat(40_000)).passed).toBe(false);
    expect(matchText('XXXX-XXXX!', `${'a'.repeat(40_000)}-b!`).passed).toBe(true);
  });
});
