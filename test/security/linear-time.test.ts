import { readFileSync } from 'node:fs';
import { check } from 'recheck';
import { describe, expect, test } from 'vitest';
import { digestOf, isLinearByForm, literalsOf, written } from './regular-expressions-of-sources.ts';

interface Judged {
  /** Digests of expressions that recheck has proved to take linear time. */
  readonly proved: readonly string[];
  /** Expressions that may take more, by what bounds their input or their time. */
  readonly bounded: Readonly<Record<string, readonly string[]>>;
}

const FILE = new URL('regular-expressions.json', import.meta.url);
const judged = JSON.parse(readFileSync(FILE, 'utf8')) as Judged;
const CHECK_MS = 20_000;

const unclear = literalsOf('src', 'plugins').filter((expression) => !isLinearByForm(expression));
const proved = new Set(judged.proved);
const bounded = new Set(Object.values(judged.bounded).flat());

test('every regular expression takes linear time, or reads what is bounded', {
  timeout: 600_000,
}, async () => {
  const fresh = unclear.filter(
    (expression) => !proved.has(digestOf(expression)) && !bounded.has(written(expression)),
  );
  const findings: string[] = [];
  for (const expression of fresh) {
    const { status } = await check(expression.source, expression.flags, { timeout: CHECK_MS });
    const advice =
      status === 'safe'
        ? `is safe: add "${digestOf(expression)}" to "proved"`
        : `is ${status}: write it so that no character can be read in two ways, or name it under "bounded"`;
    findings.push(
      `${expression.files.join(', ')}: ${written(expression)} ${advice} of regular-expressions.json.`,
    );
  }
  expect(findings).toEqual([]);
});

test('the list has no expression that is gone', () => {
  const [digests, texts] = [new Set(unclear.map(digestOf)), new Set(unclear.map(written))];
  expect([...proved].filter((digest) => !digests.has(digest))).toEqual([]);
  expect([...bounded].filter((text) => !texts.has(text))).toEqual([]);
});

describe('by its form an expression', () => {
  test.each([/a{1,3}b/g, /^a+/, /^[^\s/]*\/x/, /a+/y])('%s is linear', (expression) => {
    expect(isLinearByForm(expression)).toBe(true);
  });

  test.each([/a+$/, /^(?:a+)+$/, /^a*a*$/, /^a+/m, /^a|b+$/, /^(?:ab)*$/])('%s is not', (expression) => {
    expect(isLinearByForm(expression)).toBe(false);
  });
});

test('recheck finds what is not linear', async () => {
  expect((await check('(?:a+)+$', '')).status).toBe('vulnerable');
  expect((await check('a+$', '')).status).toBe('vulnerable');
  expect((await check('^a+$', '')).status).toBe('safe');
});
