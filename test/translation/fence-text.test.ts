import { describe, expect, test } from 'vitest';
import { syncPage } from '../../src/translation/index.ts';
import { outline } from './outlines.ts';

const page = (info: string, body: string): string => `Words.\n\n\`\`\`${info}\n${body}\n\`\`\`\n`;

/** The fence of a translation after syncing it. */
function synced(source: [info: string, body: string], translation: [info: string, body: string]): string {
  const { text, left } = syncPage(outline(page(...source)), outline(page(...translation)));
  expect(left).toEqual([]);
  return text.slice(text.indexOf('```'));
}

const fence = (info: string, body: string): string => `\`\`\`${info}\n${body}\n\`\`\`\n`;

describe('comments of a command', () => {
  test.for<[what: string, source: string, translation: string, expected: string]>([
    ['are kept', '# 一覧\naws s3 ls', '# List\naws s3 ls', '# List\naws s3 ls'],
    [
      'are kept where the command changed',
      '# 一覧\naws s3 ls\n# 終わり',
      '# List\naws s3 sl\n# End',
      '# List\naws s3 ls\n# End',
    ],
    ['are kept in another number of lines', '# 一覧を\n# 表示\na', '# List\na', '# List\na'],
    ["are the source's where there is no translation", '# 一覧\na', 'a', '# 一覧\na'],
    ['go where the source has none', 'a', '# Hidden\na', 'a'],
    [
      'are none in a heredoc',
      'cat << END\n# 一覧\nEND',
      'cat << END\n# List\nEND',
      'cat << END\n# 一覧\nEND',
    ],
    ['are none in quotes', 'echo "\n# 一覧\n"', 'echo "\n# List\n"', 'echo "\n# 一覧\n"'],
    ['are none after a line that goes on', 'echo \\\n# 一覧', 'echo \\\n# List', 'echo \\\n# 一覧'],
    ['are none beside a command', 'ls # 一覧', 'ls # List', 'ls # 一覧'],
  ])('%s', ([, source, translation, expected]) => {
    expect(synced(['bash command', source], ['bash command', translation])).toBe(
      fence('bash command', expected),
    );
  });

  test('belong to bash: elsewhere a # may be anything', () => {
    expect(synced(['ini', '# 一覧'], ['ini', '# List'])).toBe(fence('ini', '# 一覧'));
    expect(synced(['text result', '# 一覧'], ['text result', '# List'])).toBe(fence('text result', '# 一覧'));
  });
});

test.for<[source: string, translation: string, expected: string]>([
  ['bash command title="一覧"', 'bash command title="List"', 'bash command title="List"'],
  ['bash command skip="理由"', "bash  command skip='Why'", "bash  command skip='Why'"],
  ['bash command timeout=5s', 'bash command timeout=9s', 'bash command timeout=5s'],
  ['bash command title="一覧"', 'bash command', 'bash command title="一覧"'],
  ['bash command', 'bash comand', 'bash command'],
])('%s of the source and %s of the translation make %s', ([source, translation, expected]) => {
  expect(synced([source, 'a'], [translation, 'a'])).toBe(fence(expected, 'a'));
});

test.for([
  ['a fence that is not closed', '```bash command\na\n\nWords.\n', 'not closed'],
  [
    'a fence closed by the next one',
    '```bash command\na\n\nWords.\n\n```text result\nb\n```\n',
    'not closed',
  ],
] as const)("%s is not touched: the words in it are the translator's", ([, text, reason]) => {
  const result = syncPage(outline(page('bash command', 'a')), outline(text));
  expect(result.text).toBe(text);
  expect(result.left[0]?.message).toContain(reason);
});

test('line breaks of the translation stay as they are', () => {
  const translation = '---\r\ntitle: a\r\n---\r\n\r\nWords.\r\n\r\n```bash command\r\nb\r\n```\r\n';
  const { text } = syncPage(outline(page('bash command', 'a\nc')), outline(translation));
  expect(text).toBe(translation.replace('b\r\n', 'a\r\nc\r\n'));
});
