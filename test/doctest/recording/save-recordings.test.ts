import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RecordedPage } from '../../../src/doctest/recording/recorder.ts';
import { saveRecordings } from '../../../src/doctest/recording/save-recordings.ts';
import { readRecording } from '../../../src/recording/files/index.ts';
import { folderOf } from '../../project/folders.ts';
import { pageReport, runReport } from '../report/reports.ts';

const { provenance } = runReport([]);
const call = { arguments: ['s3', 'ls'], exitCode: 0, stdout: '', stderr: '', files: [], removed: [] };
const made: RecordedPage = {
  ...{ problems: [], regions: ['ap-northeast-1'] },
  steps: [{ id: 'step-1', script: 'aws s3 ls', endedAt: '2026-01-05T00:00:00Z', calls: [call] }],
};
const report = (recorded: RecordedPage, locale = 'ja') => pageReport([], { locale, recorded });

test('a page has one recording for all its languages, which says where it comes from', () => {
  const root = folderOf();
  const { files, problems } = saveRecordings(root, [report(made), report(made, 'en')], {
    ...provenance,
    upstream: 'http://x',
  });
  expect([files, problems]).toEqual([['test/recordings/c/p.json'], []]);
  expect(readRecording(root, 'c/p')?.provenance).toMatchObject({
    target: 'emulator',
    locales: ['ja', 'en'],
    regions: ['ap-northeast-1'],
  });
});

test('a page that does not call aws has none, nor has one with a problem', () => {
  const root = folderOf();
  const broken = { ...made, problems: ['A step was skipped.'] };
  expect(saveRecordings(root, [report({ ...made, steps: [] })], provenance)).toEqual({
    files: [],
    problems: [],
  });
  expect(saveRecordings(root, [report(broken)], provenance)).toEqual({
    files: [],
    problems: ['A step was skipped.'],
  });
});

test('languages that make other calls are told, and nothing is written', () => {
  const other = { ...made, steps: [] };
  const { files, problems } = saveRecordings(folderOf(), [report(made), report(other, 'en')], provenance);
  expect([files.length, problems.length]).toEqual([0, 1]);
});

test('a disk that refuses is told with the file', () => {
  const root = folderOf();
  writeFileSync(join(root, 'test'), 'in the way of the folder');
  expect(() => saveRecordings(root, [report(made)], provenance)).toThrow(
    'test/recordings/c/p.json was not written',
  );
});
