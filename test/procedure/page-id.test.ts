import { expect, test } from 'vitest';
import { accountPath, courseOf, resolveRequirement } from '../../src/procedure/page-id.ts';
import { IDENTITY } from './page.ts';

test.each([
  ['s3-buckets/make-bucket', 's3-buckets'],
  ['course/part/page', 'course'],
  ['intro', '.'],
])('the course of %s is %s', (id, course) => {
  expect(courseOf(id)).toBe(course);
});

test.each([
  ['a page of a course', { id: 'sts/run', file: 'docs/sts/run.mdx' }, 'docs/sts/_account.yaml'],
  ['a page in docs itself', { id: 'intro', file: 'docs/intro.mdx' }, 'docs/_account.yaml'],
  [
    'a translation, which shares that of its source',
    { id: 'sts/run', file: 'i18n/en/current/sts/run.mdx', isTranslation: true },
    'docs/sts/_account.yaml',
  ],
  ['a page elsewhere', { id: 'guide/run', file: 'guide/run.md' }, 'guide/_account.yaml'],
  ['a page beside the settings', { id: 'README', file: 'README.md' }, '_account.yaml'],
])('the account of %s', (_, page, path) => {
  expect(accountPath(page, 'account')).toBe(path);
});

test.each([
  ['./other', 'course/other'],
  ['./other.mdx', 'course/other'],
  ['./other.md', 'course/other'],
  ['../else/page', 'else/page'],
  ['./part/../other', 'course/other'],
  ['else/page', 'else/page'],
  ['else/page.mdx', 'else/page'],
  ['.hidden/page', '.hidden/page'],
  ['../../../page', 'page'],
])('%s on course/page requires %s', (written, id) => {
  expect(resolveRequirement(written, IDENTITY)).toBe(id);
});
