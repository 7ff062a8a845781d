import { expect, test } from 'vitest';
import type { Plan } from '../../../src/doctest/index.ts';
import { cleanUpOf, failedText, leftText, unfinishedText } from '../../../src/doctest/live/live-run.ts';
import { aPage } from '../pages.ts';

const pages = [aPage('a'), aPage('clean-up'), { ...aPage('b'), course: 'other' }];
const library = pages.map((page) => ({ page, prerequisites: [], chain: '', accountFile: '' }));
const plan: Plan = { root: '/project', library, pages: library, locales: ['ja'] };

test('a course is cleaned up by its page of that name', () => {
  expect([cleanUpOf('course', plan), cleanUpOf('other', plan)]).toEqual(['course/clean-up', undefined]);
});

test('what is left is said with the command that removes it, and with what has none', () => {
  const text = leftText(['course', 'other'], '123456789012', plan);
  expect(text).toContain('made in account 123456789012 may still be there');
  expect(text).toContain(
    'doctest -- --target live --account-id 123456789012 course/clean-up   runs only the clean-up',
  );
  expect(text).toContain('  other: no clean-up page');
});

test('a clean-up that failed, and a run that was ended, are told', () => {
  expect(failedText(['course/clean-up'], '123456789012')).toContain('steps of course/clean-up failed');
  const unfinished = { date: '2026-01-05', courses: ['course'], folder: '/tmp/x' };
  const text = unfinishedText(unfinished as Parameters<typeof unfinishedText>[0], plan);
  expect(text).toContain('a run of 2026-01-05 was ended');
  expect(text).toContain('--account-id <its account> course/clean-up');
  expect(text).toContain('or /tmp/x is removed');
});
