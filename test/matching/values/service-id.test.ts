import { describe, expect, it } from 'vitest';

import { prefixedId, serviceId } from '../../../src/matching/values/service-id.ts';

const accepts = (pattern: typeof serviceId, example: string, actual: string) => {
  const found = [...example.matchAll(pattern.finds)].map(([one]) => one);
  return found.length === 1 && found[0] === example && new RegExp(`^${pattern.shape(example)}$`).test(actual);
};

describe('ids in the format of a service', () => {
  it.each([
    ['d-926726012c', 'd-0123456789', true],
    ['us-east-1_Ab1Cd2Ef3', 'us-east-1_Zz9Yy8Xx7', true],
    ['us-east-1_Ab1Cd2Ef3', 'eu-west-1_Zz9Yy8Xx7', false],
    ['1-5759e988-bd862e3fe1be46a994272793', '1-00000000-000000000000000000000000', true],
    ['sir-a1b2c3d4', 'sir-abcdefgh', true],
    ['config-rule-a1b2c3', 'config-rule-zzzzzz', true],
    ['oi-0a1b2c3d4e5f', 'oi-000000000000', true],
  ])('%s and %s: %s', (example, actual, expected) =>
    expect(accepts(serviceId, example, actual)).toBe(expected),
  );

  it.each([
    ['o-a1b2c3d4e5', 'o-zyxwvutsrq', true],
    ['ou-ab12-cd34ef56', 'ou-zz99-aabbccdd', true],
    ['ou-ab12-cd34ef56', 'o-zyxwvutsrq', false],
    ['ws-0123456789', 'ws-abcdefgh', true],
  ])('%s and %s: %s', (example, actual, expected) =>
    expect(accepts(prefixedId, example, actual)).toBe(expected),
  );

  it('takes no part of a longer word', () => {
    expect([...'my-d-926726012c d-926726012cd'.matchAll(serviceId.finds)]).toEqual([]);
  });
});
