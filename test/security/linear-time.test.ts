import { readFileSync } from 'node:fs';
import { check } from 'recheck';
import { describe, expect, test } from 'vitest';
import {
  digestOf,
  type Expression,
  isLinearByForm,
  literalsOf,
  written,
} from './regular-expressions-of-sources.ts';

const ANY = Number.POSITIVE_INFINITY;

/**
 * Highest power of the input's length that an expression may take, by folder, and what bounds the input or the time. An
 * exponential one is nowhere allowed. What reads requests from a network takes linear time.
 */
const LIMITS: readonly (readonly [folder: string, degree: number, reason: string])[] = [
  ['src/aws/sandbox/', 1, 'requests of any length'],
  ['src/aws/cli/', ANY, 'a worker that is ended when a step takes too long (supervise.ts)'],
  ['src/shell/', ANY, 'the same worker; a real bash is another process'],
  ['src/practice/', ANY, 'the same worker'],
  ['src/recording/', ANY, 'the same worker'],
  ['src/teaching/', ANY, 'the same worker'],
  ['src/matching/', ANY, 'the same worker, and pieces of 2,000 characters (segment.ts)'],
  ['src/authoring/', 2, 'lines of 10,000 characters (findOversize)'],
  ['src/doctest/', 2, 'lines of 10,000 characters (findOversize)'],
  ['src/procedure/', 2, 'lines of 10,000 characters (findOversize)'],
  ['src/project/', 2, 'lines of 10,000 characters (findOversize)'],
  ['src/translation/', 2, 'lines of 10,000 characters (findOversize)'],
  ['src/', ANY, "what a person types for oneself: arguments, words in the page's fields"],
  ['plugins/', ANY, "files of the site's own build"],
];

/** Expressions above the limit of their folder. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  '/=+$/': "the sandbox's own base64",
  '/0*$/': "the sandbox's own numbers",
  '/^((?:.*\\/)?[^.]+)\\.(.+)$/': 'the name of a handler, 128 characters at most',
  '/^(?<bucket>.+)\\.(?:s3(?:[.-][a-z0-9-]+(?:\\.[a-z0-9-]+)*)?\\.amazonaws\\.com|localhost)$/':
    'a host name: the head of a request has 16 KiB at most',
  '/((?<!\\\\|(?<!\\\\)`)(`+)(?!`)(?:[\\s\\S]*?[^`])\\2(?!`))/':
    'a line of 10,000 characters: a run of backticks begins one attempt, which reads on to the end of the line',
  '/secret[\\w-]*["\']?\\s*[:=]?\\s*["\']?$/i': 'the 40 characters before a candidate',
};

/** Degrees that recheck has found, 1 for linear: a run asks it only about what is not among them. */
const known = JSON.parse(
  readFileSync(new URL('regular-expressions.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, number>>;
const CHECK_MS = 10_000;

/** Undefined where recheck finds no answer in time. */
async function degreeOf({
  source,
  flags,
}: Pick<Expression, 'source' | 'flags'>): Promise<number | undefined> {
  for (const checker of ['auto', 'fuzz'] as const) {
    const found = await check(source, flags, { timeout: CHECK_MS, checker });
    if (found.status === 'safe') return 1;
    if (found.status === 'vulnerable')
      return found.complexity.type === 'polynomial' ? found.complexity.degree : ANY;
  }
  return undefined;
}

const limitOf = ({ files }: Expression): number =>
  Math.min(...files.map((file) => LIMITS.find(([folder]) => file.startsWith(folder))?.[1] ?? 1));

test('every regular expression takes linear time, or reads what is bounded', {
  timeout: 600_000,
}, async () => {
  const found: string[] = [];
  for (const expression of literalsOf('src', 'plugins')) {
    if (isLinearByForm(expression) || Object.hasOwn(EXCEPTIONS, written(expression))) continue;
    const degree = known[digestOf(expression)] ?? (await degreeOf(expression)) ?? 1;
    if (degree === ANY || degree > limitOf(expression))
      found.push(
        `${expression.files.join(', ')}: ${written(expression)} takes time to the power of ${degree}`,
      );
  }
  expect(found).toEqual([]);
});

describe('by its form an expression', () => {
  test.each([/a{1,3}b/g, /^a+/, /^[^\s/]*\/x/, /a+/y])('%s is linear', (expression) => {
    expect(isLinearByForm(expression)).toBe(true);
  });

  test.each([/a+$/, /^(?:a+)+$/, /^a*a*$/, /^a+/m, /^a|b+$/, /^(?:ab)*$/])('%s is not', (expression) => {
    expect(isLinearByForm(expression)).toBe(false);
  });
});

test('recheck finds what is not linear', { timeout: 120_000 }, async () => {
  expect(await degreeOf({ source: '^(?:a|a)+$', flags: '' })).toBe(ANY);
  expect(await degreeOf({ source: 'a+$', flags: '' })).toBe(2);
  expect(await degreeOf({ source: '^a+$', flags: '' })).toBe(1);
});
