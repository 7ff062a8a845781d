import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PRACTICES } from '../../../../plugins/docusaurus/course-routes/chunk-files.ts';
import { writeOfflineCourses } from '../../../../plugins/docusaurus/post-build/offline-courses.ts';
import { folderOf } from '../../../project/folders.ts';

const scripts = (...names: string[]) =>
  names.map((name) => `<script src="/assets/js/${name}.js"></script>`).join('');
const large = 'x'.repeat(40_000);

async function offline() {
  const folder = folderOf({
    'index.html': scripts('main', 'home'),
    'docs/a/index.html': scripts('main', 'table-a', 'page-a'),
    'docs/a/one.html': scripts('main', 'page-one'),
    'docs/b/index.html': scripts('main', 'table-b', 'page-b'),
    'en/docs/a/index.html': scripts('main-en'),
    ...Object.fromEntries(
      ['main', 'home', 'table-a', 'page-a', 'text-a', 'page-one', 'table-b', 'page-b', 'small'].map(
        (name) => [`assets/js/${name}.js`, ''],
      ),
    ),
    'assets/js/engine.js': large,
    'assets/js/courses.7.js': large,
    'assets/js/practice-a.1.js': 'aws lambda create-function ',
    'assets/js/practice-a--other.2.js': '',
    'assets/js/practice-bar.3.js': '',
    'assets/files/quickjs.wasm': '',
    'assets/files/aws.1.json': '',
    'assets/files/lambda.2.json': '',
    'assets/files/sts.3.json': '',
  });
  const script = (name: string) => `assets/js/${name}.js`;
  const frame = await writeOfflineCourses(
    { folder, root: folder, locale: 'ja', baseUrl: '/', others: ['en'] },
    {
      a: { file: script('table-a'), chunks: { '1': script('page-a'), '2': script('text-a') } },
      b: { file: script('table-b'), chunks: { '3': script('page-b') } },
      [PRACTICES]: {
        file: script('practices'),
        chunks: { 'practice-a': script('practice-a.1'), 'practice-a--other': script('practice-a--other.2') },
      },
    },
  );
  const listOf = (course: string) => JSON.parse(readFileSync(join(folder, `offline/${course}.json`), 'utf8'));
  return { frame, listOf };
}

test('the frame has the scripts of pages outside of courses, and the small parts that any page may load', async () => {
  const { frame } = await offline();
  expect(frame.map((name) => name.replace('assets/js/', '')).sort()).toEqual([
    'courses.7.js',
    'home.js',
    'main.js',
    'practice-bar.3.js',
    'small.js',
  ]);
});

test('a course has its pages, what they load, and what runs their commands', async () => {
  const { pages, search, assets } = (await offline()).listOf('a');
  expect(search).toBe('/search-index/course-a.json');
  expect(pages).toEqual(['/docs/a', '/docs/a/one']);
  expect(assets).toEqual(
    expect.arrayContaining(
      ['table-a', 'page-a', 'text-a', 'page-one', 'practice-a.1', 'practice-a--other.2', 'engine'].map(
        (name) => `/assets/js/${name}.js`,
      ),
    ),
  );
  expect(assets).toContain('/assets/files/quickjs.wasm');
  for (const name of ['table-b', 'page-b']) expect(assets).not.toContain(`/assets/js/${name}.js`);
});

test('a course without a practice needs nothing that runs commands', async () => {
  const names = ['main', 'table-b', 'page-b'];
  expect((await offline()).listOf('b').assets).toEqual(names.map((name) => `/assets/js/${name}.js`));
});

test('a course has what the CLI says about the commands that it calls', async () => {
  const { listOf } = await offline();
  const manuals = (course: string) => listOf(course).assets.filter((name: string) => name.endsWith('.json'));
  expect(manuals('a')).toEqual(['/assets/files/aws.1.json', '/assets/files/lambda.2.json']);
  expect(manuals('b')).toEqual([]);
});
