import { expect, test } from 'vitest';
import { blocksIn } from './read.ts';

test.each([
  ['.. code-block:: bash\n   :caption: 結果\n\n   ls\n\nx', ['code bash 結果| ls', 'prose x']],
  ['.. prompt:: bash $\n\n   ls\n   pwd', ['code console| $ ls/$ pwd']],
  ['.. note:: 一つ目。\n   続き。\n\n   二つ目。', ['note [prose 一つ目。/続き。; prose 二つ目。]']],
  ['.. admonition:: 題名\n\n   a', ['info 題名[prose a]']],
  ['.. rubric:: 見出し', ['prose **見出し**']],
  [
    '.. list-table:: 表\n\n   * - a\n     - b\n   * - c\n     - d',
    ['prose **表**', 'prose | a | b |/|---|---|/| c | d |'],
  ],
])('%j', (text, blocks) => {
  expect(blocksIn(text)).toEqual(blocks);
});

test('options that nothing here can say are told', () => {
  expect(blocksIn('.. code-block:: bash\n   :linenos:\n\n   ls')).toEqual([
    'doubt The directive "code-block" was carried over without its options (linenos).',
    'code bash| ls',
  ]);
});

test('a picture is kept, with the reminder to bring its file', () => {
  expect(blocksIn('.. image:: /img/a.png\n   :alt: 絵\n   :width: 10')).toEqual([
    'prose ![絵](./img/a.png)',
    'doubt The picture /img/a.png was kept without its options (width).',
  ]);
});

test.each([
  ['.. toctree::\n\n   a', 'says something to Sphinx only'],
  ['.. unknown:: x\n\n   a', 'has no counterpart'],
])('%j is kept as text', (text, reason) => {
  const [remark, code] = blocksIn(text);
  expect(remark).toContain(reason);
  expect(code).toMatch(/^code rst\| \.\. /);
});
