import { describe, expect, it } from 'vitest';
import { judgeResult, sumOf } from '../../tools/mutants/judge.ts';
import { createNumbers } from '../../tools/mutants/random.ts';
import { readResults } from '../../tools/mutants/results.ts';
import { wrongChanges } from '../../tools/mutants/wrong/index.ts';

/** Two of the courses: the nightly run takes all pages and all changes. */
const COURSES = ['docs/sts-session-token', 'docs/s3-objects'];
const SHARE = 0.4;
const START = new Date('2026-01-05T00:00:00Z');

describe('changes of what the steps of pages print', async () => {
  const results = await readResults(process.cwd(), COURSES, { seed: 'tejun', start: START });
  const random = createNumbers(7);
  const judged = sumOf(results.map((result) => judgeResult(result, random, () => random() < SHARE)));
  const shown = ({ place, change: { kind, path, from, to } }: (typeof judged.survivors)[number]) =>
    `${place}: ${kind}, ${path}: ${from} -> ${to}`;

  it('kills wrong ones, but for listed exceptions', () => {
    expect(judged.wrong).toBeGreaterThan(500);
    expect(judged.survivors.filter(({ reason }) => reason === undefined).map(shown)).toEqual([]);
  });

  it('passes correct ones', () => {
    expect(judged.correct).toBeGreaterThan(50);
    expect(judged.falseAlarms.map(shown)).toEqual([]);
  });

  it('has every kind of result', () => {
    const kinds = new Set(results.flatMap((result) => [...wrongChanges(result)].map(({ kind }) => kind)));
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'a key is missing',
        'a line is missing',
        'an error of another code',
        'a value that the command gave',
        'two accounts in place of one',
      ]),
    );
  });

  it('finds what a page leaves open', () => {
    const [result] = results.filter(({ example }) => example.form === 'json');
    if (!result) throw new Error('There is no JSON.');
    const open = { ...result, example: { ...result.example, body: '...' } };
    expect(judgeResult(open, random).survivors).not.toEqual([]);
  });
});

it('passes another run, with other ids and at another time', async () => {
  const later = { seed: 'mutants', start: new Date('2031-08-27T13:14:15Z') };
  expect((await readResults(process.cwd(), COURSES, later)).length).toBeGreaterThan(30);
});
