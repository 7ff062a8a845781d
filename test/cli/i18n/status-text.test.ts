import { expect, test } from 'vitest';
import { statusText } from '../../../src/cli/i18n/status-text.ts';
import type { Freshness, PageStatus, Site } from '../../../src/translation/index.ts';

const site: Site = {
  ...{ root: '/', pairs: [] },
  locales: { source: 'ja', translations: ['en'], settings: { en: { label: 'English' } } },
};
const status = (page: string, state: Freshness, more: Partial<PageStatus> = {}): PageStatus => ({
  ...{ page, locale: 'en', state, headings: [], problems: [] },
  ...{ sourceFile: `docs/${page}.mdx`, file: `i18n/en/${page}.mdx` },
  ...more,
});
const shown = (statuses: readonly PageStatus[], headings = false) =>
  statusText(site, statuses, { color: false, headings });

test('each language has its pages, and an example for each kind of work', () => {
  const text = shown([
    status('c/a', 'fresh'),
    status('c/bb', 'missing'),
    status('c/c', 'untracked'),
    status('d', 'orphan'),
  ]);
  expect(text.split('\n').map((line) => line.trim().replace(/ {2,}/g, ' '))).toEqual([
    ...['English (en): 1 of 3 pages fresh', ''],
    ...[
      'fresh c/a i18n/en/c/a.mdx',
      'missing c/bb docs/c/bb.mdx',
      'untracked c/c i18n/en/c/c.mdx',
      'orphan d i18n/en/d.mdx',
    ],
    ...[
      '',
      'Next:',
      'npm run i18n -- accept c/c --locale en',
      'once the translation has been read against the source',
    ],
    ...[
      'npm run i18n -- new en c/bb',
      'copies the page, to be translated in place',
      'Move each orphan to where its source has gone, or remove it.',
    ],
  ]);
});

const headings: PageStatus['headings'] = [
  { heading: '目的', translated: 'Purpose', anchor: 'purpose', state: 'stale' },
  { heading: '実行', translated: 'Run', anchor: 'run', state: 'fresh' },
];

test('of a stale page the headings that have changed are shown, with the words around the change', () => {
  const changes: PageStatus['changes'] = [
    {
      heading: '目的',
      anchor: 'purpose',
      kind: 'changed',
      parts: [
        { kind: 'same', text: 'x'.repeat(60) },
        { kind: 'removed', text: '古い' },
        { kind: 'added', text: '新しい' },
      ],
    },
    { heading: '消えた', kind: 'removed', parts: [{ kind: 'removed', text: 'all' }] },
  ];
  const text = shown([status('c/a', 'stale', { headings, changes })]);
  expect(text).toMatch(/ stale {2,}目的 \/ Purpose {2}#purpose\n/);
  expect(text).not.toContain('実行');
  expect(text).toContain(`…${'x'.repeat(24)}[-古い-]{+新しい+}`);
  expect(text).toContain('gone from the source: 消えた');
  expect(shown([status('c/a', 'stale', { headings, changes })], true)).toMatch(
    / fresh {2,}実行 \/ Run {2}#run/,
  );
});

test('where git lacks the old source that is said, with the way to get it', () => {
  expect(shown([status('c/a', 'stale', { headings })])).toContain('git fetch --unshallow');
});

test('commands that differ are told with their places, and sync comes first', () => {
  const problem = {
    code: 'commands-differ',
    file: 'f.mdx',
    line: 3,
    column: 1,
    message: 'It differs.',
    fix: 'Sync.',
  };
  const text = shown([status('c/a', 'fresh', { problems: [problem] })]);
  expect(text).toContain('commands differ\n');
  expect(text).toContain('f.mdx:3:1  It differs.');
  expect(text).toContain('npm run i18n -- sync');
});

test('a site without a translation is told how to begin one', () => {
  expect(shown([])).toBe('There is no translation yet. `npm run i18n -- new en` sets one up.');
});
