import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeRedirects } from '../../../../plugins/docusaurus/post-build/redirects.ts';
import { folderOf } from '../../../project/folders.ts';

const propsOf = (redirects: string | undefined, baseUrl: string) => {
  const siteDir = folderOf({
    'out/x.html': '',
    ...(redirects !== undefined && { 'docs/_redirects.json': redirects }),
  });
  const routesPaths = ['docs/c', 'docs/c/new'].map((path) => baseUrl + path);
  const siteConfig = { trailingSlash: false, future: {}, baseUrl };
  return { siteDir, outDir: join(siteDir, 'out'), routesPaths, siteConfig, baseUrl } as never;
};
const read = ({ outDir }: { outDir: string }, file: string) => readFileSync(join(outDir, file), 'utf8');

test('an old address leads to the page, in each language, and its policy can be written', async () => {
  for (const baseUrl of ['/', '/tejun/en/']) {
    const props = propsOf('{"c/old": "c/new", "b/index": "c/index"}', baseUrl);
    await writeRedirects(props);
    const page = read(props, 'docs/c/old/index.html');
    expect(page).toContain(`<meta http-equiv="refresh" content="0; url=${baseUrl}docs/c/new">`);
    expect(page).toContain("' + window.location.search + window.location.hash");
    expect(page).toMatch(/<meta charset="UTF-8">/);
    expect(read(props, 'docs/b/index.html')).toContain(`url=${baseUrl}docs/c"`);
  }
});

test('without moves nothing is written', async () => {
  const props = propsOf(undefined, '/');
  await writeRedirects(props);
  expect(existsSync(join((props as { outDir: string }).outDir, 'docs'))).toBe(false);
});

test.for([
  ['{"c/old": "c/gone"}', '/docs/c/gone'],
  ['{"c/old": 1}', 'docs/_redirects.json must be {"course/old": "course/new"}'],
  ['{', 'docs/_redirects.json is not JSON'],
  ['{"../../../outside": "c/new"}', '/docs/../../../outside'],
  ['{"//example.com/x/..": "c/new"}', '/docs///example.com/x/..'],
])('%s fails the build and names what is wrong', async ([text, reason]) => {
  await expect(writeRedirects(propsOf(text, '/'))).rejects.toThrow(reason);
});
