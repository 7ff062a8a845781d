import { describe, expect, it } from 'vitest';

import { requestIdPattern, uuidPattern } from '../../../src/matching/values/uuid.ts';

const UUID = '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed';
const accepts = (pattern: typeof uuidPattern, example: string, actual: string) =>
  new RegExp(`^(?:${pattern.shape(example)})$`).test(actual);

describe('a UUID', () => {
  it.each([
    [UUID, '00000000-1111-2222-3333-444444444444', true],
    [UUID, UUID.toUpperCase(), false],
    [UUID.toUpperCase(), UUID, false],
    ['a1b2c3d4-5678-90ab-cdef-EXAMPLE11111', UUID, true],
    [UUID, UUID.slice(1), false],
    ['xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx', UUID, true],
  ])('%s and %s: %s', (example, actual, expected) =>
    expect(accepts(uuidPattern, example, actual)).toBe(expected),
  );

  it('binds, unless it is masked', () => {
    expect(uuidPattern.binds(UUID)).toBe(true);
    expect(uuidPattern.binds('xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx')).toBe(false);
  });
});

describe('the id of a request', () => {
  it.each([
    [`Request ID: ${UUID}`, [UUID]],
    ['"request-id": "EXAMPLE123456789"', ['EXAMPLE123456789']],
    ['the request was refused', []],
  ])('%s', (text, expected) =>
    expect([...text.matchAll(requestIdPattern.finds)].map(([one]) => one)).toEqual(expected),
  );

  it('is another one each time, in the form of its service', () => {
    expect(accepts(requestIdPattern, UUID, UUID.toUpperCase())).toBe(true);
    expect(accepts(requestIdPattern, 'EXAMPLE123456789', 'TX234S0F24A06C7A')).toBe(true);
    expect(accepts(requestIdPattern, UUID, 'TX234S0F24A06C7A')).toBe(false);
    expect(requestIdPattern.binds(UUID)).toBe(false);
  });
});
