import { describe, expect, it } from 'vitest';
import { onScreen } from '../../src/matching/index.ts';
import { matchText } from './run.ts';

describe('what a screen shows', () => {
  it.each([
    ['Completed 6 Bytes/6 Bytes\rupload: ./a to s3://b/a     \n', 'upload: ./a to s3://b/a     \n'],
    ['\u001b[31mred\u001b[0m\n', 'red\n'],
    ['ab\bc\n', 'ac\n'],
    ['a\r\nb\r\n', 'a\r\nb\r\n'],
    ['10%\r\u001b[Kdone\n', 'done\n'],
    ['abcdef\r\u001b[0Kx\n', 'x\n'],
    ['abc\b\u001b[1Kd\n', '  d\n'],
    ['10%\u001b[2K\rdone\n', 'done\n'],
    ['abcdef\u001b[3D\u001b[Kx', 'abcx'],
    ['1/2\n\u001b[1A\u001b[2Kdone\n', 'done\n'],
    ['a\nb\n\u001b[2A\u001b[Jc', 'c\n\n'],
    ['😀a\rb', 'ba'],
  ])('%j is %j', (text, shown) => expect(onScreen(text)).toBe(shown));

  it('is what is compared', () => {
    expect(matchText('upload: ./a to s3://b/a', 'Completed 6 Bytes\rupload: ./a to s3://b/a\n').passed).toBe(
      true,
    );
    expect(matchText('upload: ./a to s3://b/a', 'upload: ./a to s3://b/a\rdownload').passed).toBe(false);
  });
});
