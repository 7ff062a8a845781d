import { expect, test } from 'vitest';
import { pairBlocks } from '../../src/translation/pair-blocks.ts';
import { outline } from './outlines.ts';

const fence = (info: string, body: string) => `\`\`\`${info}\n${body}\n\`\`\`\n`;
function blocks(source: string[], translation: string[]) {
  const [left, right] = [source, translation].map(
    (texts) => outline(texts.join('\n')).sections[0]?.blocks ?? [],
  );
  const nameOf = (block: (typeof left & object)[number] | undefined) =>
    block?.kind === 'fence' ? block.fence.body : (block?.role ?? '');
  return pairBlocks(left ?? [], right ?? []).map(
    (pair) => `${nameOf(pair.source)}|${nameOf(pair.translation)}`,
  );
}

test('blocks are paired by id, then by what is most alike, in order', () => {
  expect(blocks([fence('sh', 'a'), fence('sh', 'b')], [fence('sh', 'b')])).toEqual(['a|', 'b|b']);
  expect(blocks([fence('bash command id=x', 'a')], [fence('bash command id=y', 'a')])).toEqual(['a|', '|a']);
  expect(blocks([fence('sh', 'a\nb'), '<Elapse duration="1h" />\n'], ['<Elapse duration="2h" />\n'])).toEqual(
    [...['a\nb|', 'elapse|elapse']],
  );
  expect(blocks([fence('bash env', 'a'), fence('bash command', 'b')], [fence('bash command', 'c')])).toEqual([
    ...['a|', 'b|c'],
  ]);
});
