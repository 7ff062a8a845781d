import { readdirSync, readFileSync } from 'node:fs';
import { remark } from 'remark';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import { VFile } from 'vfile';
import { describe, expect, test, vi } from 'vitest';
import remarkTejun, { type RemarkTejunOptions } from '../../../plugins/remark/index.ts';

const FIXTURES = new URL('../../fixtures/plugins/remark/', import.meta.url);
const THROWS = new URL('throws/', FIXTURES);

/** The page as MDX after the plugin. */
function run(source: string, options: RemarkTejunOptions = {}, path = 'docs/course/page.mdx'): VFile {
  const processor = remark()
    .use(remarkMdx)
    .use(remarkFrontmatter, ['yaml'])
    .use(remarkDirective)
    .use(remarkTejun, { siteDir: '/site', ...options });
  return processor.processSync(new VFile({ value: source, path: `/site/${path}` }));
}

const casesIn = (folder: URL) => readdirSync(folder).filter((name) => name !== 'throws');
const sourceOf = (folder: URL, name: string) => readFileSync(new URL(`${name}/page.mdx`, folder), 'utf8');

test.for(casesIn(FIXTURES))('%s', async (name) => {
  const output = String(run(sourceOf(FIXTURES, name)));
  await expect(output).toMatchFileSnapshot(new URL(`${name}/output.mdx`, FIXTURES).pathname);
});

test.for(casesIn(THROWS))('throws one error for all that is wrong: %s', async (name) => {
  const attempt = () => run(sourceOf(THROWS, name));
  expect(attempt).toThrow();
  const message = catchError(attempt).message;
  await expect(message).toMatchFileSnapshot(new URL(`${name}/error.txt`, THROWS).pathname);
});

function catchError(attempt: () => unknown): Error {
  try {
    attempt();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

describe('a shell fence without a role', () => {
  const source = '```bash\nls\n```\n';

  test('is an error unless told otherwise', () => {
    expect(() => run(source)).toThrow(
      'docs/course/page.mdx:1:1  This bash fence does not say what it is for.',
    );
  });

  test('is told and left as it is', () => {
    const warn = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const file = run(source, { onUnmarkedFence: 'warn' });
    expect(String(file)).toBe(source);
    expect(warn.mock.calls.flat().join()).toContain('docs/course/page.mdx:1:1');
    expect(file.messages.map(String)).toEqual([
      '/site/docs/course/page.mdx:1:1: This bash fence does not say what it is for.',
    ]);
    warn.mockRestore();
  });

  test('is left as it is', () => {
    const file = run(source, { onUnmarkedFence: 'ignore' });
    expect(String(file)).toBe(source);
    expect(file.messages).toEqual([]);
  });
});

test('an example after a fence that is not run belongs to no step', () => {
  const source = '```bash command\nls\n```\n\n```bash\nls\n```\n\n```text result\nx\n```\n';
  expect(() => run(source, { onUnmarkedFence: 'ignore' })).toThrow('9:1  There is no step');
});

test('names translated pages and pages outside docs by their path', () => {
  const wrong = '```bash comand\n```\n';
  const translated = 'i18n/en/docusaurus-plugin-content-docs/current/course/page.mdx';
  expect(() => run(wrong, {}, translated)).toThrow(`${translated}:1:9  `);
  expect(() => run(wrong, {}, 'src/pages/about.mdx')).toThrow('src/pages/about.mdx:1:9  ');
});
