import { expect, it, test } from 'vitest';
import { inLearningOrder, sampleOf } from '../../../plugins/docusaurus/courses.ts';
import { type Page, readPage } from '../../../src/procedure/index.ts';
import { readHighlight } from '../../../src/site/highlight.ts';

const course = (id: string, about: Partial<Parameters<typeof inLearningOrder>[0][number]> = {}) => ({
  id,
  after: [],
  ...about,
});
const ordered = (...courses: ReturnType<typeof course>[]) => inLearningOrder(courses).map(({ id }) => id);

test('topics have their order, and a course without one is the last', () => {
  expect(ordered(course('a'), course('b', { topic: 'storage' }), course('c', { topic: 'identity' }))).toEqual(
    ['c', 'b', 'a'],
  );
});

test('a course is after those that it builds on, then easier ones are first', () => {
  expect(
    ordered(
      course('a', { after: ['b'] }),
      course('b', { level: 'advanced' }),
      course('c', { level: 'beginner' }),
      course('d', { after: ['a'] }),
    ),
  ).toEqual(['c', 'b', 'a', 'd']);
});

test('courses that name each other, or one that is not there, are listed all the same', () => {
  expect(ordered(course('a', { after: ['b'] }), course('b', { after: ['a', 'nowhere'] })).sort()).toEqual([
    'a',
    'b',
  ]);
});

const COMMAND = "```bash command\naws s3 ls 'a'\n```\n";
const RESULT = '```text result\n2021-12-20 09:00:00 example-bucket\n```\n';
const page = (id: string, text: string) =>
  readPage(text, { id, locale: 'en', file: `docs/${id}.mdx` }).page as Page;
const info = { practice: 'a', hash: 'hash', steps: 1, minutes: 1 };
const courseOf = (id: string, ...pages: string[]) => ({
  id,
  title: `Course ${id}`,
  description: '',
  permalink: `/docs/${id}`,
  after: [],
  pages: pages.map((one) => ({ id: one, title: one, permalink: `/docs/${one}`, info })),
});
const read = (texts: Readonly<Record<string, string>>) => (id: string) => page(id, texts[id] ?? '');

it('takes the first course that begins with a command and its result', () => {
  const pageOf = read({
    'a/first': `\`\`\`bash env\nA=1\n\`\`\`\n\n${COMMAND}\n${RESULT}`,
    'b/first': COMMAND,
    'c/first': `${COMMAND}\n${RESULT}`,
  });
  const courses = ['a', 'b', 'c'].map((id) => courseOf(id, `${id}/first`, `${id}/second`));
  const sample = sampleOf(courses, pageOf);
  expect(sample).toMatchObject({
    course: { title: 'Course c', permalink: '/docs/c' },
    page: { id: 'c/first', pages: { 'c/first': info } },
    step: 'step-1',
    fences: [
      { language: 'bash', metastring: 'tejun-role=command tejun-id=step-1' },
      { language: 'text', metastring: 'tejun-role=result tejun-id=step-1' },
    ],
  });
  const [command] = sample?.fences ?? [];
  expect(readHighlight(command?.children ?? '', command?.paint)).toContainEqual({
    text: "'a'",
    paint: 'string',
  });
});

it('finds none where no course begins like that', () => {
  expect(sampleOf([courseOf('a', 'a/first')], read({ 'a/first': COMMAND }))).toBeNull();
  expect(sampleOf([], read({}))).toBeNull();
});
