import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listPage } from '../../../../../src/aws/sandbox/services/s3/listing.ts';
import { compareKeys } from '../../../../../src/aws/sandbox/services/s3/state/index.ts';
import { standStill } from '../time.ts';

standStill();

describe('pages', () => {
  const key = fc.string({
    unit: fc.constantFrom('a', 'b', '/', '\ud83d\ude00', '\uffee'),
    minLength: 1,
    maxLength: 5,
  });

  test('put together are the whole list, whatever their size, prefix and delimiter', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(key, { maxLength: 25 }),
        fc.constantFrom(undefined, '', 'a', 'a/'),
        fc.constantFrom(undefined, '/', 'b'),
        fc.integer({ min: 1, max: 5 }),
        (keys, prefix, delimiter, limit) => {
          const sorted = [...keys].sort(compareKeys);
          const found: string[] = [];
          let after: string | undefined;
          do {
            const request = { prefix, delimiter, limit, after, groupsDone: true };
            const page = listPage(sorted, (one) => one, request);
            expect(page.items.length + page.prefixes.length).toBeLessThanOrEqual(limit);
            found.push(...page.items, ...page.prefixes);
            after = page.last;
          } while (after !== undefined);
          const wanted = sorted.filter((one) => one.startsWith(prefix ?? ''));
          const naive = wanted.map((one) => {
            const end = delimiter ? one.indexOf(delimiter, prefix?.length ?? 0) : -1;
            return end < 0 || !delimiter ? one : one.slice(0, end + delimiter.length);
          });
          expect(found.sort()).toEqual([...new Set(naive)].sort());
        },
      ),
    );
  });

  test('are in the order of UTF-8 bytes', () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        expect(Math.sign(compareKeys(a, b))).toBe(Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
    );
  });
});
