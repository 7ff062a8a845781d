import { expect, it } from 'vitest';
import { sampleOf } from '../../../plugins/docusaurus/sample.ts';
import { type Page, readPage } from '../../../src/procedure/index.ts';
import { readHighlight } from '../../../src/site/highlight.ts';

const COMMAND = "```bash command\naws s3 ls 'a'\n```\n";
const RESULT = '```text result\n2021-12-20 09:00:00 example-bucket\n```\n';
const page = (id: string, text: string) =>
  readPage(text, { id, locale: 'en', file: `docs/${id}.mdx` }).page as Page;
const info = { practice: 'a', hash: 'hash', steps: 1, minutes: 1 };
const course = (id: string, ...pages: string[]) => ({
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
  const courses = ['a', 'b', 'c'].map((id) => course(id, `${id}/first`, `${id}/second`));
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
  expect(sampleOf([course('a', 'a/first')], read({ 'a/first': COMMAND }))).toBeNull();
  expect(sampleOf([], read({}))).toBeNull();
});
