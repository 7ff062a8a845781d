import { remark } from 'remark';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import paintCode from '../../../plugins/remark/highlight-code.ts';
import { readHighlight } from '../../../src/site/highlight.ts';

/** The pieces of the only fence of a page, as the browser reads them: `paint:text`. */
async function painted(fence: string): Promise<string[] | undefined> {
  const processor = remark().use(paintCode);
  const page = processor.parse(fence);
  await processor.run(page);
  let found: string[] | undefined;
  visit(page, 'code', ({ value, data }) => {
    const paint = data?.hProperties?.paint;
    if (typeof paint !== 'string') return;
    found = readHighlight(value, paint).map((piece) => `${piece.paint ?? ''}:${piece.text}`);
  });
  return found;
}

test('paints a command', async () => {
  expect(await painted('```bash\n# 用意\nexport A_NAME="x-${B}"\nls -l\n```')).toEqual([
    'comment:# 用意',
    ':\n',
    'word:export',
    ': ',
    'name:A_NAME',
    'quiet:=',
    'string:"x-',
    'name:${B}',
    'string:"',
    ':\n',
    'word:ls',
    ': ',
    'name:-l',
  ]);
});

test('paints JSON', async () => {
  expect(await painted('```json\n{ "a": [1, true, "x"] }\n```')).toEqual([
    'quiet:{',
    ': ',
    'name:"a"',
    'quiet::',
    ': ',
    'quiet:[',
    'word:1',
    'quiet:,',
    ': ',
    'word:true',
    'quiet:,',
    ': ',
    'string:"x"',
    'quiet:]',
    ': ',
    'quiet:}',
  ]);
});

test.for(['```\nx\n```', '```text\nx\n```', '```no-such-language\nx\n```'])('leaves %j', async (fence) => {
  expect(await painted(fence)).toBeUndefined();
});

test('leaves what other plugins say of a fence', async () => {
  const processor = remark().use(paintCode);
  const page = processor.parse('```bash\nls\n```');
  visit(page, 'code', (node) => {
    node.data = { hProperties: { title: 'a' } };
  });
  const tree = await processor.run(page);
  expect(JSON.stringify(tree)).toContain('"hProperties":{"title":"a","paint":"2w"}');
});
