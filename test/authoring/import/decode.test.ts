import { expect, test } from 'vitest';
import { decodeText } from '../../../src/authoring/import/index.ts';

/** 手順: コマンドを実行します。 */
const TEXT = '手順: コマンドを実行します。';

test.for([
  ['utf-8', [...new TextEncoder().encode(TEXT)]],
  ['utf-8', [0xef, 0xbb, 0xbf, ...new TextEncoder().encode(TEXT)]],
  [
    'utf-16le',
    [0xff, 0xfe, ...[...TEXT].flatMap((one) => [one.charCodeAt(0) & 255, one.charCodeAt(0) >> 8])],
  ],
  [
    'shift_jis',
    '8ee8 8f87 3a20 8352 837d 8393 8368 82f0 8ec0 8d73 82b5 82dc 82b7 8142'
      .split(' ')
      .flatMap((pair) => [Number.parseInt(pair.slice(0, 2), 16), Number.parseInt(pair.slice(2), 16)]),
  ],
  [
    'euc-jp',
    'bcea bde7 3a20 a5b3 a5de a5f3 a5c9 a4f2 bcc2 b9d4 a4b7 a4de a4b9 a1a3'
      .split(' ')
      .flatMap((pair) => [Number.parseInt(pair.slice(0, 2), 16), Number.parseInt(pair.slice(2), 16)]),
  ],
] as const)('%s is read', ([encoding, bytes]) => {
  expect(decodeText(new Uint8Array(bytes))).toEqual({ text: TEXT, encoding });
});

test('what is no text is refused', () => {
  expect(decodeText(new Uint8Array([0, 1, 2, 3]))).toBeUndefined();
  expect(decodeText(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0, 0xfe]))).toBeUndefined();
});

test('an empty file is an empty text', () => {
  expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
});
