import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addCourseScripts } from '../../../../plugins/docusaurus/post-build/course-scripts.ts';
import { folderOf } from '../../../project/folders.ts';

const page = '<head><script>1</script><script src=/en/assets/js/main.js defer></script></head>';

test('pages of a course load its routes before the frame of the site; others are as they were', async () => {
  const names = ['index.html', 'docs/a.html', 'docs/a/one.html', 'docs/b/one.html'];
  const folder = folderOf(Object.fromEntries(names.map((name) => [name, page])));
  await addCourseScripts(
    { folder, root: folder, locale: 'en', baseUrl: '/en/', others: [] },
    { a: { file: 'assets/js/7.abc.js', chunks: {} } },
  );
  const withScript = page.replace(
    '<script src=',
    '<script src="/en/assets/js/7.abc.js" defer></script><script src=',
  );
  expect(names.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([
    page,
    withScript,
    withScript,
    page,
  ]);
});
