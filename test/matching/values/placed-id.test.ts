import { describe, expect, it } from 'vitest';

import { placedIdPattern } from '../../../src/matching/values/placed-id.ts';

const found = (text: string) => [...text.matchAll(placedIdPattern.finds)].map(([one]) => one);

describe('ids that only the text around them reveals', () => {
  it.each([
    ['loadbalancer/app/my-lb/50dc6c495c0c9188', '50dc6c495c0c9188', '0123456789abcdef'],
    [
      '2021/12/20/[$LATEST]7e9fd30917e9fd30917e9fd30917e9fd',
      '7e9fd30917e9fd30917e9fd30917e9fd',
      '0'.repeat(32),
    ],
    ['arn:aws:secretsmanager:r:123456789012:secret:db/pass-a1B2c3', 'a1B2c3', 'Zz9Yy8'],
    ['table/t/backup/01639990800000-0a1b2c3d', '01639990800000-0a1b2c3d', '01700000000000-ffffffff'],
    ['ns-1234.awsdns-12.org', 'ns-1234.awsdns-12.org', 'ns-1.awsdns-00.co.uk'],
    ['cli-example-1639990800-123456', '1639990800-123456', '1700000000-1'],
  ])('%s', (text, id, other) => {
    expect(found(text)).toEqual([id]);
    expect(new RegExp(`^${placedIdPattern.shape(id)}$`).test(other)).toBe(true);
  });

  it.each(['50dc6c495c0c9188', 'secret:pass-a1B2c3', 'app/my-lb/50dc6c49'])('nothing in %s', (text) =>
    expect(found(text)).toEqual([]),
  );
});
