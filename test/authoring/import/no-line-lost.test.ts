import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importText, type SourceFormat } from '../../../src/authoring/import/index.ts';
import { writePage } from '../../../src/authoring/import/write.ts';
import { formatProblem, readPage } from '../../../src/procedure/index.ts';
import { runs } from '../../runs.ts';

/** Only letters and digits: what markup, spaces and escapes may change is left out. */
const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** Lines that are nothing but a label or a mark in the old text. Written anew, not taken from what is tested. */
const LABEL =
  /^[\s>]*[-*■#]*\s*[【*]*(?:実行コマンド|コマンド|環境変数の設定|変数の確認|実行結果|結果|出力例|Example output|Output|Command)(?:例|の例|[(（]例[)）])?[*】]*\s*[:：]{0,2}[*]*\s*$/;
const MARK =
  /^[\s>]*(?:(?:```|~~~)\S*(?:\s+title=.*)?|\.\. (?:code-block|note|warning)::\s*\w*|:{2,}\w*(?: \w+)?|!!! note|注釈|警告|\[!NOTE\])\s*$/;

const commands = [
  'aws s3 ls',
  '$ aws sts get-caller-identity',
  "export AWS_PROFILE='handson'",
  'aws ec2 describe-vpcs \\',
  '  --region ap-northeast-1',
  'cat << END',
  'END',
  '  # 0. NAME:"x"',
  '     NAME="x"',
  'echo "open',
  "it's",
];
const outputs = [
  '2021-12-20 09:00:00 example-bucket',
  '{',
  '}',
  '    "Vpcs": [',
  '    ]',
  '...',
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.',
];
const prose = [
  'AWS CLIコマンドを実行します。',
  '手順の目的',
  '1.2. 実行',
  '0. 準備',
  '完了条件1: 終わったこと。',
  '{変数} と <タグ> と *印* と _線_ と [角括弧](丸括弧) と `逆引用符',
  'export は文の始まり',
  'import x from y',
  '15分待ちます。',
  '・箇条書き',
  '- item',
  '1. item',
  '# heading',
  '## 見出し',
  '| a | b |',
  '|---|---|',
  '名前\t値',
  '<b>太字</b> <br> <!-- 注 -->',
  '<!-- 閉じない',
  '> 引用',
  'text ``code {x}`` :ref:`target` `link <https://example.com/>`_ end',
  'arn:aws:iam::123456789012:user/x',
  '}}',
  '<Elapse duration="x" />',
  '---',
  '   三文字下げ',
  '        八文字下げ',
];
const marks = [
  'コマンド:',
  '結果(例):',
  '実行結果（例）',
  '出力例',
  'Output::',
  'Example output:',
  '**コマンド**：',
  '- 実行結果',
  '環境変数の設定:',
  '変数の確認:',
  '```',
  '```bash',
  '```json',
  '```bash title="結果"',
  '~~~',
  '::',
  '.. code-block:: bash',
  '.. note::',
  '.. unknown:: x',
  '.. _target:',
  '.. image:: a.png',
  '   :alt: 絵',
  '=====',
  '-----',
  '注釈',
  ':::note',
  '::::details',
  ':::',
  '::::',
  '!!! note',
  '<!-- 注 --> <!-- 終 -->',
  '```css',
  '[user@host ~]$',
  '> [!NOTE]',
  '+---+',
  '| a |',
  '---',
  'title: x',
  '',
];

/** A line, and whether it gets a number of its own: what is there twice could be lost once. */
const line = fc.oneof(
  fc.tuple(fc.constantFrom(...commands, ...outputs), fc.boolean()),
  fc.tuple(fc.constantFrom(...prose), fc.constant(true)),
  fc.tuple(fc.constantFrom(...marks), fc.constant(false)),
  fc.tuple(fc.constant(''), fc.constant(false)),
  fc.tuple(
    fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => [...text].filter((one) => one >= ' ' && !/\p{Co}/u.test(one)).join('')),
    fc.boolean(),
  ),
);
const text = fc
  .tuple(
    fc.array(fc.tuple(line, fc.constantFrom('', '', '', '   ', '    ', '\t', '> ')), { maxLength: 24 }),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([lines, lineBreak]) =>
    lines
      .map(([[body, numbered], indent], index) => `${indent}${body}${numbered ? ` q${index}q` : ''}`)
      .join(lineBreak),
  );
const FORMATS: readonly SourceFormat[] = ['plain', 'rest', 'markdown'];
const options = { numRuns: runs(300) };

describe.for(FORMATS)('%s', (format) => {
  test('every line that is not blank is in the page or in the list; the page is one that the build accepts', () => {
    fc.assert(
      fc.property(text, (old) => {
        const { mdx, uncertain } = importText(old, { format });
        const page = letters(mdx);
        const listed = (number: number) =>
          uncertain.some(({ line, endLine }) => line <= number && number <= endLine);
        const lost = old.split(/\r\n|\n|\r/).filter((written, index) => {
          if (LABEL.test(written) || MARK.test(written) || listed(index + 1)) return false;
          return !written.split(/<|>/).every((part) => page.includes(letters(part)));
        });
        expect({ lost, mdx: lost.length > 0 ? mdx : '' }).toEqual({ lost: [], mdx: '' });
        const { problems } = readPage(mdx, { id: 'course/page', file: 'docs/course/page.mdx', locale: 'ja' });
        expect(problems.map(formatProblem), mdx).toEqual([]);
      }),
      options,
    );
  });

  test('what is read in parts is one page', () => {
    const two = fc.tuple(text, text).map((halves) => halves.join('\n'.repeat(1_100)));
    fc.assert(
      fc.property(two, (old) => {
        const { mdx } = importText(old, { format });
        const { problems } = readPage(mdx, { id: 'course/page', file: 'docs/course/page.mdx', locale: 'ja' });
        expect(problems.map(formatProblem), mdx).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

test('quotes inside quotes are each read once', () => {
  const old = Array.from({ length: 30 }, (_, depth) => `${'> '.repeat(depth)}q${depth}q`).join('\n');
  expect(importText(old, { format: 'markdown' }).mdx).toContain('> q19q');
});

test('quotes inside quotes, deeper than a stack, are no reason to give up', () => {
  const { mdx } = importText(`${'> '.repeat(20_000)}q1q`, { format: 'markdown' });
  expect(mdx).toContain('> q1q');
});

test('a fence may have more lines than a call takes arguments', () => {
  const body = Array.from({ length: 200_000 }, () => 'x');
  const { mdx } = writePage({
    items: [{ kind: 'fence', lang: 'text', body, line: 1, endLine: 1, indent: '' }],
  });
  expect(mdx).toHaveLength(200_000 * 2 + '```text\n```\n'.length);
});
