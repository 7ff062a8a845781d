import { expect, test } from 'vitest';
import { newPage } from '../../../src/authoring/new/page.ts';
import { readPage } from '../../../src/procedure/index.ts';

test.each(['ja', 'en'] as const)(
  'the page in %s has the sections and kinds of steps that pages have',
  (locale) => {
    const text = newPage({ name: 'make-bucket', position: 3 })[locale];
    const identity = { id: 'c/make-bucket', file: 'docs/c/make-bucket.mdx', locale };
    const { page, problems } = readPage(text, identity);
    expect(problems).toEqual([]);
    expect(page?.title).toContain('(make-bucket)');
    expect(page?.steps.map(({ role }) => role)).toEqual(['env', 'check', 'command', 'command', 'env']);
    expect(text).toContain('\nsidebar_position: 3\n');
  },
);
