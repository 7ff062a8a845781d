import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatVerdict } from '../../src/matching/index.ts';
import { cases } from './run.ts';

const ROOT = join(import.meta.dirname, '../fixtures/matching');
/** Rows of the verdict table: a fixture's name begins with the letter of its row. */
const ROWS = {
  a: 'a correct run, but other ids, dates, tokens or account: passes',
  b: 'another error, or an error in place of success, or success in place of an error: fails',
  c: 'a key, a line or a column is missing: fails',
  d: 'an extra key or column: passes with a notice, fails with match=exact',
  e: 'null, an empty value, or a value of another type or form: fails',
};

describe('verdicts', () => {
  const all = cases(ROOT);

  it.each(all)('$name', async ({ folder, passed, run }) => {
    const verdict = run();
    await expect(`${formatVerdict(verdict)}\n`).toMatchFileSnapshot(join(folder, 'verdict.txt'));
    expect(verdict.passed).toBe(passed);
    expect(verdict.differences.length === 0).toBe(passed);
  });

  it('tells extra keys and columns', () => {
    const told = all.filter(({ name, passed }) => passed && /^(?:json|table)\/d-/.test(name));
    expect(told.length).toBeGreaterThan(1);
    for (const { run } of told) expect(run().notices).not.toEqual([]);
  });

  const forms = readdirSync(ROOT).filter((folder) => folder !== 'throws');

  it('has fixtures for each form that the course needs', () => {
    expect(forms).toEqual(expect.arrayContaining(['json', 'text', 'table', 'error']));
  });

  it.each(forms)('has every row of the table for %s', (form) => {
    for (const [letter, row] of Object.entries(ROWS))
      expect(
        all.filter(({ name }) => name.startsWith(`${form}/${letter}-`)),
        row,
      ).not.toEqual([]);
  });

  it('passes every row A, fails every row B, C and E', () => {
    for (const { name, passed } of all) {
      if (/^\w+\/a-/.test(name)) expect(passed, name).toBe(true);
      if (/^\w+\/[bce]-/.test(name)) expect(passed, name).toBe(false);
    }
  });
});
