import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import { expect, test } from 'vitest';
import listOperations from '../../../plugins/remark/list-operations.ts';
import { coverage } from '../../../src/aws/sandbox/coverage.ts';

const listed = async (text: string): Promise<string> =>
  String(await remark().use(remarkMdx).use(listOperations).process(text));

test('lists the operations of each service in its place', async () => {
  const page = await listed('Before\n\n<SimulatedOperations />\n\nAfter');
  expect(page.match(/<details>/g)).toHaveLength((await coverage()).length);
  expect(page).toMatch(/^Before\n\n<details>\n {2}<summary>\s*`sts`\s*: \d+ \/ \d+\s*<\/summary>/);
  expect(page).toMatch(/ReceiveMessage, SendMessage, SendMessageBatch/);
  expect(page).toMatch(/<\/details>\n\nAfter\n$/);
});

test('leaves a page without it as it is', async () => {
  expect(await listed('<Other />\n')).toBe('<Other />\n');
});
