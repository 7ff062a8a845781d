import { expect, it } from 'vitest';
import { fingerprint, type Page, readPage } from '../../src/procedure/index.ts';

const source = `---
title: x
---

Read this.

\`\`\`bash command
aws s3 ls
\`\`\`

\`\`\`text result
2021-12-20 09:00:00 example-bucket
\`\`\`

<Elapse duration="15m" />
`;
const print = (text: string, locale = 'ja') =>
  fingerprint(readPage(text, { id: 'c/p', file: `${locale}/c/p.mdx`, locale }).page as Page);

it('stays with other prose, places and languages', () => {
  expect(print(source)).toMatch(/^[0-9a-z]{11}$/);
  expect(print(source.replace('Read this.', 'Read this,\n\nand that.'))).toBe(print(source));
  expect(print(source, 'en')).toBe(print(source));
});

it.each([
  ['a command', 'aws s3 ls', 'aws s3 ls '],
  ['an example', 'example-bucket', 'other-bucket'],
  ['how an example is compared', 'text result', 'text result match=contains'],
  ['a duration', '15m', '16m'],
  ['an id', 'bash command', 'bash command id=list'],
  ['what is required', 'title: x', 'title: x\ntejun: { requires: [c/q] }'],
])('changes with %s', (_, before, after) => {
  expect(print(source.replace(before, after))).not.toBe(print(source));
});
