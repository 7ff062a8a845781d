import { expect, test } from 'vitest';
import { unwrittenRule } from '../../../../src/authoring/lint/rules/unwritten.ts';
import { newCourse } from '../../../../src/authoring/new/course.ts';
import { newPage } from '../../../../src/authoring/new/page.ts';
import { foundIn } from './texts.ts';

test.each([
  ['course', newCourse('my-course'), 8],
  ['page', newPage({ name: 'my-page', position: 1 }), 4],
] as const)(
  'a new %s is found to be unwritten, sentence by sentence, in both languages',
  (_, texts, least) => {
    const [ja, en] = [foundIn(unwrittenRule, texts.ja), foundIn(unwrittenRule, texts.en)];
    expect(ja).toHaveLength(en.length);
    expect(en.length).toBeGreaterThanOrEqual(least);
  },
);

test('a sentence that only holds an instruction is written by its writer', () => {
  expect(foundIn(unwrittenRule, 'As the guide tells: Say what this page achieves. So we say it.\n')).toEqual(
    [],
  );
});
