import { expect, test } from 'vitest';
import { parsedStatus } from '../../src/translation/status.ts';
import { acceptedText, pairOf } from './pairs.ts';

const source = '## 実行 {/* #run */}\n\n本文\n\n### 確認 {/* #check */}\n\n確認します。\n';
const translation = '## Run {/* #run */}\n\nText\n\n### Check {/* #check */}\n\nCheck it.\n';
const marked = acceptedText(source, translation);

function statusOf(now: string, text: string, old?: string) {
  const reading = parsedStatus(pairOf(now, text), {
    history: { blob: () => undefined, versions: () => (old === undefined ? [] : [old]) },
    sourceLocale: 'ja',
  });
  if (!('status' in reading)) return reading.unreadable.map(({ file }) => file);
  const { state, headings, changes, problems } = reading.status;
  return [
    state,
    headings.map((one) => `${one.heading} ${one.state}`),
    changes?.length,
    problems.map(({ code }) => code),
  ];
}

test('an unmarked translation is untracked, with the problems that sync would fix', () => {
  expect(statusOf(source, translation)).toEqual([
    'untracked',
    ['実行 untracked', '確認 untracked'],
    undefined,
    [],
  ]);
  expect(statusOf(`${source}\n\`\`\`sh\nls\n\`\`\`\n`, translation)).toMatchObject([
    'untracked',
    {},
    undefined,
    ['commands-differ'],
  ]);
});

test('where prose has changed, the headings concerned are stale, if git has the old source', () => {
  const now = source.replace('本文', '新しい本文');
  expect(statusOf(now, marked, source)).toEqual(['stale', ['実行 stale', '確認 fresh'], 1, []]);
  expect(statusOf(now, marked)).toEqual(['stale', ['実行 stale', '確認 fresh'], undefined, []]);
});

test('a change of white space alone leaves it fresh', () => {
  expect(statusOf(source.replace('確認します。', '確認\nします。'), marked)[0]).toBe('fresh');
});

test('a new heading is missing, one that is gone an orphan', () => {
  const now = source.replace(
    '### 確認 {/* #check */}\n\n確認します。',
    '### 削除 {/* #delete */}\n\n```sh\nrm x\n```',
  );
  const [state, headings] = statusOf(now, marked, source);
  expect(state).toBe('stale');
  expect(headings).toEqual(['実行 fresh', '削除 missing', 'Check orphan']);
});

test('what cannot be read is named', () => {
  expect(statusOf('{', marked)).toEqual(['docs/c/p.mdx']);
});
