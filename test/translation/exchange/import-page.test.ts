import { expect, test } from 'vitest';
import {
  exportPage,
  importPage,
  readPo,
  readXliff,
  writePo,
  writeXliff,
} from '../../../src/translation/exchange/index.ts';
import type { PageStatus } from '../../../src/translation/index.ts';
import { pairOf } from '../pairs.ts';
import { KOREAN, SOURCE, TEXTS, TRANSLATED } from './sample.ts';

const status = (state: PageStatus['state']): PageStatus => ({
  ...{ page: 'c/p', locale: 'ko', sourceFile: 'docs/c/p.mdx', file: 'x.mdx', state },
  headings: ['purpose', 'run'].map((anchor) => ({ heading: anchor, anchor, state })),
  problems: [],
});

function exported(source: string, translation: string | undefined, state: PageStatus['state']) {
  const memory = { find: () => undefined };
  const result = exportPage(pairOf(source, translation), {
    status: status(state),
    memory,
    sourceLocale: 'ja',
  });
  if ('problems' in result) throw new Error(result.problems[0]?.message);
  return result.page;
}

/** The page as it comes back from a program: every text with what the program has for it. */
function backFrom(form: 'xliff' | 'po', page: ReturnType<typeof exported>) {
  const whole = { sourceLocale: 'ja', locale: 'ko', pages: [page] };
  const [back] = (form === 'po' ? readPo(writePo(whole)) : readXliff(writeXliff(whole))).pages;
  if (!back) throw new Error('no page');
  return back;
}

test.for(['xliff', 'po'] as const)('%s: out, translated and in again makes the page', (form) => {
  const page = exported(SOURCE, undefined, 'missing');
  expect(page.units.map(({ id, source }) => [id, source])).toEqual(TEXTS);
  const back = backFrom(form, {
    ...page,
    units: page.units.map((unit) => ({ ...unit, target: KOREAN.get(unit.id) ?? '', state: 'done' })),
  });
  expect(importPage(pairOf(SOURCE, undefined), back, 'ja')).toEqual({
    ...{ text: TRANSLATED, changed: 12, isDone: true },
    ...{ problems: [], notices: [] },
  });
});

test.for(['xliff', 'po'] as const)('%s: out and in again changes nothing', (form) => {
  for (const [state, isDone] of [
    ['fresh', true],
    ['stale', false],
    ['machine', false],
    ['untracked', false],
  ] as const) {
    const back = backFrom(form, exported(SOURCE, TRANSLATED, state));
    const result = importPage(pairOf(SOURCE, TRANSLATED), back, 'ja');
    expect([state, result.text, result.changed, result.problems]).toEqual([state, undefined, 0, []]);
    expect(result.isDone).toBe(isDone);
  }
});

test('a text whose source has changed is told with its words, the others are taken', () => {
  const page = exported(SOURCE, undefined, 'missing');
  const units = page.units.map((unit) => ({
    ...unit,
    target: KOREAN.get(unit.id) ?? '',
    state: 'done' as const,
  }));
  const now = SOURCE.replace('世界で1つです', '1つです');
  const { text, problems, isDone } = importPage(pairOf(now, undefined), { ...page, units }, 'ja');
  expect(text).toContain('> 名前は\n> 1つです。');
  expect(text).toContain('## 실행');
  expect(isDone).toBe(false);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ file: 'docs/c/p.mdx', code: 'source-changed' });
  expect(problems[0]?.message).toContain('이름은\\n세계에 하나뿐입니다.');
});

test('a text that has moved below another heading is found by its words', () => {
  const page = {
    sourceFile: 'docs/c/p.mdx',
    units: [{ id: 'old.7', source: '実行', target: 'Run', state: 'done' as const }],
  };
  expect(importPage(pairOf(SOURCE, undefined), page, 'ja').text).toContain('## Run {/* #run */}');
});

test('a text without a command of the source is taken from a person, and told', () => {
  const page = {
    sourceFile: 'docs/c/p.mdx',
    units: [{ id: 'purpose.1', source: TEXTS[4]?.[1] ?? '', target: '만듭니다.', state: 'done' as const }],
  };
  const { text, notices } = importPage(pairOf(SOURCE, TRANSLATED), page, 'ja');
  expect(text).toContain('\n만듭니다.\n');
  expect(notices).toEqual([{ id: 'purpose.1', missing: ['`aws s3 mb`', './index.mdx'] }]);
});

test('a stale page is exported as drafts, with what has changed below the heading', () => {
  const stale: PageStatus = {
    ...status('fresh'),
    state: 'stale',
    headings: [
      { heading: '目的', anchor: 'purpose', state: 'stale' },
      { heading: '実行', anchor: 'run', state: 'fresh' },
    ],
    changes: [
      {
        heading: '目的',
        anchor: 'purpose',
        kind: 'changed',
        parts: [
          { kind: 'removed', text: '旧' },
          { kind: 'added', text: '新' },
        ],
      },
    ],
  };
  const result = exportPage(pairOf(SOURCE, TRANSLATED), {
    status: stale,
    memory: { find: () => undefined },
    sourceLocale: 'ja',
  });
  const units = 'page' in result ? result.page.units : [];
  expect(units.map(({ id, state }) => [id, state])).toEqual(
    TEXTS.map(([id]) => [id, id.startsWith('run') ? 'done' : 'draft']),
  );
  expect(units.find(({ id }) => id === 'purpose.0')?.notes).toEqual(['[-旧-]{+新+}']);
});

test('what is remembered is proposed as a draft', () => {
  const memory = {
    find: (text: string) => (text === '実行' ? { target: '실행', file: 'other.mdx' } : undefined),
  };
  const result = exportPage(pairOf(SOURCE, undefined), {
    status: status('missing'),
    memory,
    sourceLocale: 'ja',
  });
  const unit = 'page' in result ? result.page.units.find(({ id }) => id === 'run.0') : undefined;
  expect(unit).toMatchObject({ target: '실행', state: 'draft', notes: ['from other.mdx'] });
});
