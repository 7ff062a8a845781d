import { describe, expect, test } from 'vitest';
import {
  ownAttribute,
  readResultAttributes,
  readStepAttributes,
} from '../../src/procedure/fence-attributes.ts';
import { createReporter } from '../../src/procedure/problems.ts';
import { fenceOf, placed } from './page.ts';

function step(info: string) {
  const reporter = createReporter('page.mdx');
  const attributes = readStepAttributes(fenceOf(`bash command ${info}`), ['step'], reporter);
  return { attributes, problems: placed(reporter.problems) };
}

function result(info: string) {
  const reporter = createReporter('page.mdx');
  const attributes = readResultAttributes(fenceOf(`text result ${info}`), reporter);
  return { attributes, problems: placed(reporter.problems) };
}

test.each([
  ['id=list-buckets', { id: 'list-buckets' }],
  ['timeout=30s', { timeoutMs: 30_000 }],
  ['timeout=1.5m', { timeoutMs: 90_000 }],
  ['skip="needs a second account"', { skip: 'needs a second account' }],
  ['replace=off', { replace: 'off' }],
  ['shows="a b"', { shows: 'a b' }],
  ['input="yes"', { input: ['yes'] }],
  ['only=bash not=cli1', { only: ['bash'], not: ['cli1'] }],
])('a step reads %s', (info, attributes) => {
  expect(step(info)).toEqual({ attributes, problems: [] });
});

test.each([
  ['match=contains', { match: 'contains' }],
  ['from=stderr', { from: 'stderr' }],
  ['exit=255', { exit: 255 }],
  ['case="the bucket exists"', { case: 'the bucket exists' }],
  ['match=none reason="a b"', { match: 'none', reason: 'a b' }],
  ['match=none="a b"', { match: 'none', reason: 'a b' }],
])('a result reads %s', (info, attributes) => {
  expect(result(info)).toEqual({ attributes, problems: [] });
});

describe('what is wrong', () => {
  test.each([
    ['id=1/2', 'bad-attribute'],
    ['id=-x', 'bad-attribute'],
    ['timeout=0s', 'bad-attribute'],
    ['timeout=3', 'bad-attribute'],
    ['replace=on', 'bad-attribute'],
    ['skip=" "', 'bad-attribute'],
    ['only=nowhere', 'bad-attribute'],
    ['tiemout=3s', 'unknown-attribute'],
    ['toString=1', 'unknown-attribute'],
    ['exit=1', 'misplaced-attribute'],
    ['file=a.json', 'misplaced-attribute'],
  ])('%s is reported at its place on a step', (info, code) => {
    expect(step(info)).toEqual({ attributes: {}, problems: [`${code} 1:17`] });
  });

  test('the first of two values is taken, and the second reported', () => {
    expect(step('id=a id=b')).toMatchObject({
      attributes: { id: 'a' },
      problems: ['repeated-attribute 1:17'],
    });
  });

  test.each([
    ['match=none', ['missing-reason 1:16']],
    ['reason="a"', ['needless-reason 1:16']],
    ['match=exact reason="a"', ['needless-reason 1:28']],
    ['match=nonsense reason="a"', ['bad-attribute 1:16']],
    ['exit=256', ['bad-attribute 1:16']],
    ['id=a', ['misplaced-attribute 1:16']],
  ])('%s is reported on a result', (info, problems) => {
    expect(result(info).problems).toEqual(problems);
  });
});

test.each([
  ['json match=contains', 'match'],
  ['json title="a" exit=1', 'exit'],
  ['json title="a" other=b', undefined],
])('of "%s", %s is ours', (info, key) => {
  expect(ownAttribute(fenceOf(info))).toBe(key);
});
