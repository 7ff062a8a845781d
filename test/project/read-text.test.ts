import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LARGEST_TEXT, LONGEST_LINE } from '../../src/procedure/index.ts';
import { readText, readTextIfThere } from '../../src/project/read-text.ts';
import { folderOf } from './folders.ts';

const codeOf = (content: string | Uint8Array) => readText(folderOf({ f: content }), 'f').problem?.code;

test('a text is read to the byte, with its byte order mark', () => {
  expect(readText(folderOf({ f: '\uFEFFあ\r\n' }), 'f')).toEqual({ text: '\uFEFFあ\r\n' });
});

test.each([
  ['UTF-16', Buffer.from('text', 'utf16le'), 'not-utf8'],
  ['Shift_JIS', Uint8Array.of(0x8e, 0xe8, 0x8f, 0x87), 'not-utf8'],
  ['a long line', 'x'.repeat(LONGEST_LINE + 1), 'long-line'],
  ['too much', 'x\n'.repeat(LARGEST_TEXT / 2 + 1), 'large-file'],
])('%s is a problem', (_, content, code) => {
  expect(codeOf(content)).toBe(code);
});

test('a link that leads nowhere is a problem, a file that has just gone is not', () => {
  const folder = folderOf();
  symlinkSync(join(folder, 'none'), join(folder, 'link'));
  expect(readText(folder, 'link').problem?.code).toBe('dangling-link');
  expect(() => readText(folder, 'gone')).toThrow('ENOENT');
  expect(readTextIfThere(folder, 'gone')).toBeUndefined();
});

test.each([
  [
    'a link',
    (folder: string, outside: string) => symlinkSync(join(outside, 'secret'), join(folder, 'secret')),
  ],
  ['a linked folder', (folder: string, outside: string) => symlinkSync(outside, join(folder, 'd'))],
])('%s that leads out of the project is not read, one within it is', (_, link) => {
  const [folder, outside] = [folderOf({ inside: 'text' }), folderOf({ secret: 'text' })];
  link(folder, outside);
  const file = existsSync(join(folder, 'secret')) ? 'secret' : 'd/secret';
  expect(readText(folder, file)).toMatchObject({ problem: { code: 'outside-link' } });
  symlinkSync(join(folder, 'inside'), join(folder, 'link'));
  expect(readText(folder, 'link')).toEqual({ text: 'text' });
});
