import { describe, expect, it } from 'vitest';
import { contentTypeOf } from '../../../../src/aws/cli/s3/mime.ts';

// As mimetypes.guess_type of Python 3.11 tells them.
describe('contentTypeOf', () => {
  it.each([
    ['a/index.html', 'text/html'],
    ['photo.JPG', 'image/jpeg'],
    ['data.json', 'application/json'],
    ['archive.tar.gz', 'application/x-tar'],
    ['archive.tgz', 'application/x-tar'],
    ['image.svgz', 'image/svg+xml'],
    ['text.txt.gz', 'text/plain'],
    ['script.mjs', 'text/javascript'],
    ['only.gz', undefined],
    ['README', undefined],
    ['.bashrc', undefined],
    ['folder.d/file', undefined],
    ['a.unknown', undefined],
  ])('%s', (path, type) => expect(contentTypeOf(path)).toBe(type));
});
