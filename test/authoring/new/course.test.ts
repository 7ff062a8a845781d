import { expect, test } from 'vitest';
import { newCourse } from '../../../src/authoring/new/course.ts';
import { readAccount } from '../../../src/aws/sandbox/index.ts';
import { readPage } from '../../../src/procedure/index.ts';

const { account, ...texts } = newCourse('my-course');

test('its account can be practised in', () => {
  const { account: read, problems } = readAccount(account, '_account.yaml');
  expect(problems).toEqual([]);
  expect(read?.users.map(({ name }) => name)).toEqual(['handson-user']);
});

test('its overview is a page, with the same headings in both languages', () => {
  const anchors = Object.entries(texts).map(([locale, text]) => {
    const { problems } = readPage(text, { id: 'my-course/index', file: 'docs/my-course/index.mdx', locale });
    expect(problems).toEqual([]);
    return text.match(/#[\w-]+(?= \*\/)/g);
  });
  expect(anchors[0]).toEqual(anchors[1]);
  expect(anchors[0]).toContain('#requirements');
});
