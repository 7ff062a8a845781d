import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findSensitive } from '../../../src/doctest/recording/scrub/sensitive.ts';
import { parseRecording } from '../../../src/recording/files/format.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const filesBelow = (folder: string, end: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(end))
    .map((path) => path.slice(0, -end.length));

const recorded = filesBelow('test/recordings', '.json');
const callsAws = (page: string): boolean =>
  /```bash \w+\n(?:(?!```)[\s\S])*\baws /.test(readFileSync(join(root, 'docs', `${page}.mdx`), 'utf8'));

test('every page that calls aws is recorded, and no other', () => {
  expect(recorded.sort()).toEqual(filesBelow('docs', '.mdx').filter(callsAws).sort());
});

describe.each(recorded)('%s', (page) => {
  const text = readFileSync(join(root, 'test/recordings', `${page}.json`), 'utf8');

  test('is made with the real CLI, for all languages', () => {
    expect(parseRecording(text)).toMatchObject({
      recording: {
        page,
        provenance: { cli: expect.stringMatching(/^aws-cli\/2\.9\.19 /), locales: ['ja', 'en'] },
      },
    });
  });

  test('holds nothing sensitive', () => {
    const values = findSensitive(text).map(({ value }) => value);
    expect(
      values.filter((value) => !/Recorded|RECORDED|^123456789012$|^9{4}|^0{50,}\d+$/.test(value)),
    ).toEqual([]);
  });
});
