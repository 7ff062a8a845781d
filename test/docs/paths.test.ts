import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const markdownIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
const decisions = markdownIn('decisions');
/** The changelog tells of what is gone, too. */
const documents = [...markdownIn('.'), ...decisions].filter((file) => file !== 'CHANGELOG.md');

/** Paths of this project in code spans; one with a placeholder names no file. */
const PATH = /`((?:src|plugins|test|tools|bench|bin|docs|i18n|decisions|examples)\/[\w./-]+)`/g;
/** Files that a project may have, and this one has not. */
const OPTIONAL = new Set(['docs/_redirects.json']);
const LINK = /\]\((?!https?:|#)([^)#\s]+)(?:#[^)\s]*)?\)/g;

test.each(documents)('what %s names is there', (file) => {
  const text = readFileSync(file, 'utf8');
  const named = [...text.matchAll(PATH)].map(([, path = '']) => path);
  const linked = [...text.matchAll(LINK)].map(([, path = '']) => join(dirname(file), path));
  const missing = [...named, ...linked].filter((path) => !OPTIONAL.has(path) && !existsSync(path));
  expect(missing).toEqual([]);
});

test('ARCHITECTURE names the files of its walks, and every decision', () => {
  const text = readFileSync('ARCHITECTURE.md', 'utf8');
  expect([...text.matchAll(PATH)].length).toBeGreaterThan(20);
  expect(decisions.filter((path) => !text.includes(`(${path})`))).toEqual([]);
});
