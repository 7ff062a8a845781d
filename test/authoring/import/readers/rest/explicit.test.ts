import { expect, test } from 'vitest';
import { blocksIn } from './read.ts';

test('a comment stays one, and cannot end early', () => {
  expect(blocksIn('.. a */ b\n   c\n\nx')).toEqual(['prose {/* a * / b/   c */}', 'prose x']);
});

test.each(['.. _target:', '.. [1] a footnote'])('%s is kept, with a remark', (text) => {
  const [comment, remark] = blocksIn(text);
  expect(comment).toMatch(/^prose \{\/\* /);
  expect(remark).toMatch(/^doubt "[_[|].*names something for references/);
});

test('a reference to something unknown is told once each', () => {
  const remarks = blocksIn(':ref:`a` と `b`_ を見ます。').filter((block) => block.startsWith('doubt'));
  expect(remarks).toEqual([
    'doubt ":ref:`a`" refers to something that is not known here: its text was kept.',
    'doubt "`b`_" refers to something that is not known here: its text was kept.',
  ]);
});
