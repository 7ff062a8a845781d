import { readFileSync } from 'node:fs';
import { check } from 'recheck';
import { describe, expect, test } from 'vitest';
import { BUILT_AT_RUN_TIME } from './built-at-run-time.ts';
import { builtAtLoad, patternsOfConstraints, sitesOf } from './built-expressions.ts';
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
  ['bin/', ANY, "names of Tejun's own files"],
];

/** Expressions whose third loop, as recheck counts, has a fixed end. */
const FIXED_ENDS = 'behind a host stand 40 characters at most, behind a drive 60';

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
  '/^\\s*(?:[$%❯➜]|[[(]?[\\w.-]+@[\\w.-]+[^$#%\\n]{0,40}[$#%]|(?:[a-z][\\w-]{1,20}(?:[\\d.]+)?|~(?:\\/\\S*)? )[$])[ \\t\\u00a0]+(?=\\S)/':
    FIXED_ENDS,
  '/^\\s*(?:\\$|[[(]?[\\w.-]+@[\\w.-]+[^$#%\\n]{0,40}[$#%]|(?:[a-z][\\w-]{1,20}(?:[\\d.]+)?|~(?:\\/\\S*)? )[$])\\s*$/':
    FIXED_ENDS,
  '/^[ \\t]*((?:[$%❯➜]|[[(]?[\\w.-]+@[\\w.-]+[^$#%\\n]{0,40}[$#%]|(?:(?:ba|z|k|da)?sh-[\\d.]+|~(?:\\/\\S*)? )[$#%]|(?:[A-Z]:\\\\|PS )[^>\\n]{0,60}>)[ \\t]+)(?=\\S)/gm':
    FIXED_ENDS,
};

/** Recheck has found no answer in its time: good enough only where the time of the whole is bounded. */
const UNKNOWN = 0;

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

/** Tells which expressions take more time than what they read allows. */
async function tooSlow(expressions: readonly Expression[]): Promise<string[]> {
  const found: string[] = [];
  for (const expression of expressions) {
    if (isLinearByForm(expression) || Object.hasOwn(EXCEPTIONS, written(expression))) continue;
    const degree = known[digestOf(expression)] ?? (await degreeOf(expression)) ?? UNKNOWN;
    const limit = limitOf(expression);
    if (degree === ANY || degree > limit || (degree === UNKNOWN && limit !== ANY))
      found.push(
        `${expression.files.join(', ')}: ${written(expression)} takes time to the power of ${degree === UNKNOWN ? 'what recheck cannot tell' : degree}`,
      );
  }
  return found;
}

const FOLDERS = ['src', 'plugins', 'bin'];
const TIMEOUT = 600_000;

test('every literal takes linear time, or reads what is bounded', { timeout: TIMEOUT }, async () => {
  expect(await tooSlow(literalsOf(...FOLDERS))).toEqual([]);
});

describe('every expression that is built from a text', () => {
  test('when its module is loaded takes linear time, or reads what is bounded; a later one has its reason', {
    timeout: TIMEOUT,
  }, async () => {
    const sites = sitesOf(...FOLDERS);
    const built = await builtAtLoad(sites);
    expect(built.size).toBeGreaterThan(50);
    expect(await tooSlow([...built.values()].flat())).toEqual([]);
    const later = sites.filter((site) => !built.has(site)).map((site) => site.replace(/:\d+$/, ''));
    expect(countsOf(later)).toEqual(
      Object.fromEntries(Object.entries(BUILT_AT_RUN_TIME).map(([file, [places]]) => [file, places])),
    );
  });

  test('for what requests hold takes linear time', { timeout: TIMEOUT }, async () => {
    const patterns = await patternsOfConstraints();
    expect(patterns.length).toBeGreaterThan(40);
    expect(await tooSlow(patterns)).toEqual([]);
  });
});

function countsOf(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

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
