import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const entries = (text: string): string[] => text.match(/^- .*(?:\n {2}.*)*/gm) ?? [];
const releases = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m).slice(1);

test('no entry stands in two releases, or twice in one', () => {
  const all = releases.flatMap(entries);
  expect(all.filter((entry, index) => all.indexOf(entry) !== index)).toEqual([]);
});

test('each release has a section of a kind once', () => {
  for (const release of releases) {
    const kinds = release.match(/^### .*/gm) ?? [];
    expect(new Set(kinds).size, release.split('\n')[0]).toBe(kinds.length);
  }
});
