import { expect, test } from 'vitest';
import { changesText } from '../../../src/doctest/update/changes-text.ts';

test('changes are shown as git would, whatever ends the lines', () => {
  const change = { file: 'docs/a.mdx', before: 'a\r\nb\r\n', after: 'a\r\nc\r\n' };
  expect(changesText([change, { ...change, file: 'docs/b.mdx' }]).split('\n')).toEqual([
    ...['--- a/docs/a.mdx', '+++ b/docs/a.mdx', '@@ -1,2 +1,2 @@', ' a', '-b', '+c'],
    ...['--- a/docs/b.mdx', '+++ b/docs/b.mdx', '@@ -1,2 +1,2 @@', ' a', '-b', '+c'],
  ]);
});
