import { describe, expect, test } from 'vitest';
import {
  eventsBefore,
  isContinuationOf,
  newJournal,
  nextInstant,
  readJournal,
} from '../../../src/session/engine/journal.ts';
import { sealJournal } from '../../../src/session/engine/journal-seal.ts';
import type { EventJournal, SessionEvent } from '../../../src/session/types.ts';
import { courseData } from '../course.ts';

const data = courseData();
const key = new Uint8Array(32).fill(1);
const typed = (script: string, at: number): SessionEvent => ({ kind: 'typed', script, at });
const step = (page: string, name: string, at: number): SessionEvent => ({
  ...{ kind: 'step', ref: { page, step: name }, script: 'a', at },
});
const journal: EventJournal = {
  ...newJournal(data, { start: 1_000, seed: 's' }),
  events: [typed('ls', 2_000)],
};

describe('what is found in the storage', () => {
  test('is a journal of this reader where it was sealed here', () => {
    expect(readJournal(sealJournal(journal, key), data, key)).toEqual({ kind: 'sealed', journal });
  });

  test.each([
    ['no seal', journal],
    ['the seal of another browser', sealJournal(journal, new Uint8Array(32))],
    [
      'an event that was added',
      { ...sealJournal(journal, key), events: [...journal.events, typed('rm', 3_000)] },
    ],
  ])('is shown and not run with %s', (_, found) => {
    expect(readJournal(found, data, key).kind).toBe('unsealed');
  });

  test('is nothing where there is nothing, or nothing was done', () => {
    expect(readJournal(undefined, data, key)).toEqual({ kind: 'none' });
    expect(readJournal({ ...journal, events: [] }, data, key)).toEqual({ kind: 'none' });
  });

  test('may have its events under the name of before', () => {
    const { events, ...rest } = journal;
    expect(readJournal({ ...rest, entries: events }, data, key)).toEqual({ kind: 'unsealed', journal });
  });

  test('may go back in time, as a reader does whose session has expired', () => {
    const events = [
      { kind: 'elapse', at: 1_000, ms: 5_000 },
      { kind: 'elapse', at: 6_000, ms: -2_000 },
    ] as const;
    expect(readJournal({ ...journal, events }, data, key)).toMatchObject({
      kind: 'unsealed',
      journal: { events },
    });
  });

  test('is of no use for an account that has changed', () => {
    expect(readJournal({ ...journal, account: 'other' }, data, key)).toEqual({
      kind: 'useless',
      notice: 'account-changed',
    });
  });

  test.each([
    ['a text', 'x'],
    ['null', null],
    ['another practice', { ...journal, practice: 'other' }],
    ['no instant', { ...journal, start: null }],
    ['events that are none', { ...journal, events: [{ kind: 'typed', at: 1 }] }],
    ['an unknown kind', { ...journal, events: [{ kind: 'other', at: 1 }] }],
    [
      'a step without its page',
      { ...journal, events: [{ kind: 'step', ref: { step: 'a' }, script: 'a', at: 1 }] },
    ],
    ['time that is no number', { ...journal, events: [{ kind: 'elapse', ms: 'a', at: 1 }] }],
    ['an event without an instant', { ...journal, events: [{ kind: 'typed', script: 'a' }] }],
  ])('is unreadable with %s', (_, found) => {
    expect(readJournal(found, data, key)).toEqual({ kind: 'useless', notice: 'journal-unreadable' });
  });
});

test.each([
  ['one event more', { events: [...journal.events, typed('b', 3_000)] }, true],
  ['the same', {}, true],
  ['fewer events', { events: [] }, false],
  ['other events', { events: [typed('other', 2_000)] }, false],
  ['another beginning', { start: 5 }, false],
  ['another seed', { seed: 'x' }, false],
])('a journal with %s goes on with it: %#', (_, change, goesOn) => {
  expect(isContinuationOf({ ...journal, ...change }, journal)).toBe(goesOn);
});

test('the next event is at least a second after the last', () => {
  expect(nextInstant(journal, 2_100)).toBe(3_000);
  expect(nextInstant(journal, 9_000)).toBe(9_000);
  expect(nextInstant({ ...journal, events: [] }, 500)).toBe(1_000);
});

test('the events before a page or a step are those before it first ran', () => {
  const events = [typed('a', 1), step('p', 'one', 2), step('q', 'one', 3), step('p', 'two', 4)];
  expect(eventsBefore(events, 'q')).toEqual(events.slice(0, 2));
  expect(eventsBefore(events, 'p', 'two')).toEqual(events.slice(0, 3));
  expect(eventsBefore(events, 'p', 'gone')).toEqual(events);
  expect(eventsBefore(events)).toEqual([]);
});
