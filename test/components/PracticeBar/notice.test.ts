import { expect, test } from 'vitest';
import { PracticeNotice, Question } from '../../../src/components/PracticeBar/notice.tsx';
import type { SessionState } from '../../../src/session/index.ts';
import { markup, words } from '../markup.ts';

const told = (state: Partial<SessionState>) =>
  words(PracticeNotice, { state: state as SessionState, retry: () => undefined });

test('a session that could not be loaded is an alert with a way to try again', () => {
  const html = markup(PracticeNotice, { state: { phase: 'broken' } as SessionState, retry: () => undefined });
  expect(html).toContain('<p role="alert">');
  expect(html).toContain('もう一度読み込む</button>');
});

test.each(['account-changed', 'journal-unreadable', 'not-kept'] as const)('%s is said', (notice) => {
  expect(told({ phase: 'ready', notice })).toMatch(/。$/);
});

test('without a notice there is nothing', () => {
  expect(told({ phase: 'ready' })).toBe('');
});

test('a question has its answers, and one that takes it back', () => {
  const act = () => undefined;
  const html = markup(Question, {
    text: 'Really?',
    answers: [
      { label: 'Yes', act },
      { label: 'All', act },
    ],
    forget: act,
  });
  expect(html).toContain('<legend>Really?</legend>');
  expect(html.match(/>[^<>]+<\/button>/g)).toEqual(['>Yes</button>', '>All</button>', '>やめる</button>']);
});
