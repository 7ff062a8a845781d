import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  closeLogbook,
  coursesToCleanUp,
  interrupt,
  isInterrupted,
  markCleanedUp,
  openLogbook,
  resolveEarlierRuns,
  unfinishedRuns,
} from '../../../src/doctest/live/index.ts';
import { markBegun } from '../../../src/doctest/live/logbook.ts';

/** Above what a system gives to processes. */
const GONE = 2 ** 30;
const DATE = '2026-01-05T00:00:00.000Z';

function aProject(): string {
  const root = mkdtempSync(join(tmpdir(), 'logbook-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  return root;
}

test('a run has one of its own, that nobody else may enter, and leaves nothing of it behind', () => {
  const root = aProject();
  const [mine, other] = [
    openLogbook(root, { pid: GONE, date: DATE }),
    openLogbook(root, { pid: GONE, date: DATE }),
  ];
  expect(statSync(mine.folder).mode & 0o777).toBe(0o700);
  interrupt(mine);
  expect([isInterrupted(mine), isInterrupted(other)]).toEqual([true, false]);
  closeLogbook(mine);
  expect(existsSync(other.folder)).toBe(true);
  closeLogbook(other);
  expect(existsSync(join(root, '.tejun-live'))).toBe(false);
});

test('what was not put away is told of until a run has put it away', () => {
  const root = aProject();
  const killed = openLogbook(root, { pid: GONE, date: DATE });
  for (const course of ['ec2/first', 's3']) markBegun(killed, course);
  closeLogbook(killed);
  expect(unfinishedRuns(root)).toEqual([{ ...killed, date: DATE, courses: ['ec2/first', 's3'] }]);
  for (const [course, left] of [
    ['s3', ['ec2/first']],
    ['ec2/first', []],
  ] as const) {
    const earlier = unfinishedRuns(root);
    const later = openLogbook(root, { pid: process.pid, date: DATE });
    markBegun(later, course);
    markCleanedUp(later, course);
    resolveEarlierRuns(earlier, later);
    closeLogbook(later);
    expect(unfinishedRuns(root).flatMap(({ courses }) => courses)).toEqual(left);
  }
  expect(existsSync(join(root, '.tejun-live'))).toBe(false);
});

test('one whose process number another process has by now is settled all the same', () => {
  const root = aProject();
  const killed = openLogbook(root, { pid: GONE, date: DATE });
  markBegun(killed, 's3');
  const earlier = unfinishedRuns(root);
  const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
  onTestFinished(() => kill.mockRestore());
  const later = openLogbook(root, { pid: process.pid, date: DATE });
  markBegun(later, 's3');
  markCleanedUp(later, 's3');
  resolveEarlierRuns(earlier, later);
  closeLogbook(later);
  expect(existsSync(join(root, '.tejun-live'))).toBe(false);
});

test('a run that goes on is not one that was ended', () => {
  const root = aProject();
  const going = openLogbook(root, { pid: process.pid, date: DATE });
  markBegun(going, 's3');
  expect(unfinishedRuns(root)).toEqual([]);
  expect(coursesToCleanUp(going)).toEqual(['s3']);
});

test('one that was killed before it did anything is forgotten', () => {
  const root = aProject();
  const killed = openLogbook(root, { pid: GONE, date: DATE });
  expect(unfinishedRuns(root)).toEqual([]);
  expect(existsSync(killed.folder)).toBe(false);
});

test('a project that cannot be written in is said before anything is run', () => {
  const root = join(aProject(), 'file');
  writeFileSync(root, '');
  expect(() => openLogbook(root, { pid: GONE, date: DATE })).toThrow(/Nothing was run/);
});

describe('what came with a project of a stranger', () => {
  test('is not followed to another folder, whose folders it would remove', () => {
    const [root, elsewhere] = [aProject(), aProject()];
    mkdirSync(join(elsewhere, `photos_${GONE}_summer`));
    symlinkSync(elsewhere, join(root, '.tejun-live'));
    expect(() => unfinishedRuns(root)).toThrow(/is a link, which is not followed. Nothing was run/);
    expect(() => openLogbook(root, { pid: GONE, date: DATE })).toThrow(
      /is a link, which is not followed. Nothing was run/,
    );
    expect(readdirSync(elsewhere)).toEqual([`photos_${GONE}_summer`]);
  });

  test('is left alone where it is no run', () => {
    const root = aProject();
    mkdirSync(join(root, `.tejun-live/photos_${GONE}_summer`), { recursive: true });
    expect(unfinishedRuns(root)).toEqual([]);
    expect(readdirSync(join(root, '.tejun-live'))).toEqual([`photos_${GONE}_summer`]);
  });

  test('does not make it write elsewhere', () => {
    const [root, elsewhere] = [aProject(), aProject()];
    const killed = openLogbook(root, { pid: GONE, date: DATE });
    markBegun(killed, 's3');
    symlinkSync(join(elsewhere, 'new'), join(killed.folder, 'cleaned-s3'));
    expect(() => markCleanedUp(killed, 's3')).toThrow();
    expect(existsSync(join(elsewhere, 'new'))).toBe(false);
  });
});
