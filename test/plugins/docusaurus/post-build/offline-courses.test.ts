import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeOfflineCourses } from '../../../../plugins/docusaurus/post-build/offline-courses.ts';
import { folderOf } from '../../../project/folders.ts';

const scripts = (...names: string[]) =>
  names.map((name) => `<script src="/assets/js/${name}.js"></script>`).join('');
const large = 'x'.repeat(40_000);

async function offline() {
  const folder = folderOf({
    'index.html': scripts('main', 'home'),
    'docs/a/index.html': scripts('main', 'page-a'),
    'docs/a/one.html': scripts('main', 'page-one'),
    'docs/b/index.html': scripts('main', 'page-b'),
    'en/docs/a/index.html': scripts('main-en'),
    ...Object.fromEntries(
      ['main', 'home', 'page-a', 'page-one', 'page-b', 'small'].map((name) => [`assets/js/${name}.js`, '']),
    ),
    'assets/js/engine.js': large,
    'assets/js/practice-a.1.js': 'aws lambda create-function ',
    'assets/js/practice-a--other.2.js': '',
    'assets/js/practice-bar.3.js': '',
    'assets/files/quickjs.wasm': '',
    'assets/files/aws.1.json': '',
    'assets/files/lambda.2.json': '',
    'assets/files/sts.3.json': '',
  });
  const frame = await writeOfflineCourses({
    folder,
    root: folder,
    locale: 'ja',
    baseUrl: '/',
    others: ['en'],
  });
  const listOf = (course: string) => JSON.parse(readFileSync(join(folder, `offline/${course}.json`), 'utf8'));
  return { frame, listOf };
}

test('the frame has the scripts of pages outside of courses, and the small parts that any page may load', async () => {
  const { frame } = await offline();
  expect(frame.map((name) => name.replace('assets/js/', '')).sort()).toEqual([
    'home.js',
    'main.js',
    'practice-bar.3.js',
    'small.js',
  ]);
});

test('a course has its pages, what they load, and what runs their commands', async () => {
  const { pages, assets } = (await offline()).listOf('a');
  expect(pages).toEqual(['/docs/a', '/docs/a/one']);
  expect(assets).toEqual(
    expect.arrayContaining(
      ['page-a', 'page-one', 'practice-a.1', 'practice-a--other.2', 'engine'].map(
        (name) => `/assets/js/${name}.js`,
      ),
    ),
  );
  expect(assets).toContain('/assets/files/quickjs.wasm');
  expect(assets).not.toContain('/assets/js/page-b.js');
});

test('a course without a practice needs nothing that runs commands', async () => {
  expect((await offline()).listOf('b').assets).toEqual(['/assets/js/main.js', '/assets/js/page-b.js']);
});

test('a course has what the CLI says about the commands that it calls', async () => {
  const { listOf } = await offline();
  const manuals = (course: string) => listOf(course).assets.filter((name: string) => name.endsWith('.json'));
  expect(manuals('a')).toEqual(['/assets/files/aws.1.json', '/assets/files/lambda.2.json']);
  expect(manuals('b')).toEqual([]);
});
