import { describe, expect, it } from 'vitest';

import { BudgetExceeded } from '../../src/matching/budget.ts';
import { ComparisonState } from '../../src/matching/comparison.ts';
import { context } from './run.ts';

const open = (parts = {}) => new ComparisonState(context({ bindings: new Map([['old', 'new']]) }), parts);
const difference = { kind: 'value', path: 'p', message: 'm' } as const;

describe('ComparisonState', () => {
  it('holds a value to its first meaning', () => {
    const comparison = open();
    expect(comparison.bind('old', 'new')).toBeUndefined();
    expect(comparison.bind('old', 'other')).toBe('new');
    expect(comparison.bind('a', '1')).toBeUndefined();
    expect(comparison.bind('a', '2')).toBe('1');
  });

  it('learns from an attempt only when it is absorbed', () => {
    const comparison = open();
    const attempt = comparison.attempt();
    attempt.bind('a', '1');
    attempt.notice('p', 'n');
    expect(comparison.meaningOf('a')).toBeUndefined();
    expect(attempt.meaningOf('old')).toBe('new');
    comparison.absorb(attempt);
    expect(comparison.meaningOf('a')).toBe('1');
    expect(comparison.notices).toHaveLength(1);
  });

  it('shows nothing in a trial, which is settled by its first difference', () => {
    const trial = open().trial();
    trial.show('same', 'x');
    expect(trial.diff).toEqual([]);
    expect(trial.isSettled).toBe(false);
    expect(trial.failTrial()).toBe(true);
    expect(trial.isSettled).toBe(true);
    expect(open().failTrial()).toBe(false);
  });

  it('takes a spent budget for no answer', () => {
    const comparison = open();
    const trial = comparison.trial();
    comparison.budget.exhaust();
    expect(trial.fits(() => trial.spend())).toBe(false);
    expect(() => trial.spend()).toThrow(BudgetExceeded);
    expect(() => comparison.spend()).not.toThrow();
    expect(() =>
      trial.fits(() => {
        throw new TypeError('defect');
      }),
    ).toThrow('defect');
  });

  it('keeps the bindings of before where it fails', () => {
    const comparison = open();
    comparison.bind('a', '1');
    expect(comparison.verdict().bindings.get('a')).toBe('1');
    comparison.differ(difference);
    expect(comparison.verdict()).toMatchObject({ passed: false, bindings: new Map([['old', 'new']]) });
  });

  it('names unseen characters in lines that differ', () => {
    const comparison = open();
    comparison.show('expected', 'a\u00a0');
    comparison.show('same', 'a\u00a0');
    expect(comparison.diff.map(({ text }) => text)).toEqual(['a<U+00A0>', 'a\u00a0']);
  });

  it('tells of a comparison that was cut that it was', () => {
    const comparison = open();
    comparison.beginOutput();
    comparison.differ(difference);
    comparison.differ(difference);
    comparison.budget.exhaust();
    const { differences, diff } = comparison.verdict();
    expect(differences.map(({ kind }) => kind)).toEqual(['form', 'value']);
    expect(diff.at(-1)).toMatchObject({ note: 'the rest is not compared' });
  });
});
