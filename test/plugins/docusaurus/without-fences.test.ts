import { expect, test } from 'vitest';
import { withoutFences } from '../../../plugins/docusaurus/without-fences.ts';

test.each([
  ['a\n```\nb\n```\nc', 'a\nc'],
  ['````\n```\nb\n````\nc', 'c'],
  ['~~~\n```\n~~~\nc', 'c'],
  ['1. a\n\n   ```sh\n   b\n   ```\nc', '1. a\n\nc'],
  ['a\n```\nnever closed', 'a'],
  ['inline ``` stays', 'inline ``` stays'],
])('%j', (source, prose) => {
  expect(withoutFences(source)).toBe(prose);
});
