import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { llmsText, markdownWords } from '../../../../../plugins/docusaurus/post-build/markdown/llms.ts';

test('the list has the form of llmstxt.org', () => {
  const page = { title: 'A', description: 'About a.', address: 'https://example.com/a.md' };
  expect(llmsText([page], { site: 'S', description: 'D', courses: 'Courses' })).toBe(
    '# S\n\n> D\n\n## Courses\n\n- [A](https://example.com/a.md): About a.\n',
  );
});

test('words are translated where there is a translation, else as the theme has them', () => {
  const words = markdownWords({ 'tejun.caption.command': 'Command:', 'theme.admonition.note': 'NOTE' });
  expect([words.command, words.result]).toEqual(['Command:', '結果(例):']);
  expect([words.admonition('note'), words.admonition('tip')]).toEqual(['NOTE', 'tip']);
});

test('every word is one of the theme, with a text in English', () => {
  const english = Object.entries<{ message: string }>(JSON.parse(readFileSync('i18n/en/code.json', 'utf8')));
  const words = markdownWords(Object.fromEntries(english.map(([id, { message }]) => [id, message])));
  for (const word of Object.values(words).filter((one) => typeof one === 'string'))
    expect(word).not.toMatch(/[ぁ-ん一-龠]/);
});
