import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  ageProblem,
  readRecording,
  recordingSize,
  writeRecording,
} from '../../../src/recording/files/index.ts';
import type { Recording } from '../../../src/recording/types.ts';
import { folderOf } from '../../project/folders.ts';

const recording: Recording = {
  page: 'c/p',
  provenance: {
    ...{ date: '2026-11-01T00:00:00Z', target: 'sandbox', cli: 'aws-cli/2.9.19' },
    ...{ regions: [], locales: ['ja'] },
  },
  steps: [],
};

test('what is written is read again, and its size known', () => {
  const root = folderOf();
  const file = writeRecording(root, recording);
  expect(file).toBe('test/recordings/c/p.json');
  expect(readRecording(root, 'c/p')).toEqual(recording);
  expect(recordingSize(root, 'c/p')).toBe(readFileSync(join(root, file)).length);
});

test('one that a link has outside of the project is not read', () => {
  const [root, outside] = [folderOf(), folderOf()];
  const file = writeRecording(outside, recording);
  mkdirSync(join(root, 'test/recordings/c'), { recursive: true });
  symlinkSync(join(outside, file), join(root, file));
  expect(() => readRecording(root, 'c/p')).toThrow('leads out of the project');
});

test('a page without a recording has none', () => {
  const root = folderOf();
  expect([readRecording(root, 'c/p'), recordingSize(root, 'c/p')]).toEqual([undefined, undefined]);
});

test.each([
  ['{', 'It is not JSON'],
  [
    JSON.stringify({ format: 'tejun recording', version: 1, ...recording, page: 'c/q' }),
    'another page, "c/q"',
  ],
])('%j is refused with the file and the way to make it anew', (text, reason) => {
  const root = folderOf({ 'test/recordings/c/p.json': text });
  expect(() => readRecording(root, 'c/p')).toThrow(reason);
  expect(() => readRecording(root, 'c/p')).toThrow(
    'Record the page anew: npm run doctest -- --shell bash --record c/p',
  );
});

test('a recording has an age, in whole days', () => {
  const limit = { now: '2026-11-11T12:00:00Z', maxAgeMs: 10 * 86_400_000 };
  expect(ageProblem(recording, limit)).toMatch(
    /^test\/recordings\/c\/p\.json is 10 days old, more than 10 days\./,
  );
  expect(ageProblem(recording, { ...limit, now: '2026-11-11T00:00:00Z' })).toBeUndefined();
  expect(ageProblem(undefined, limit)).toBeUndefined();
});
