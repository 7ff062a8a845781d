import { describe, expect, it } from 'vitest';
import { decodeToken, encodeToken } from '../../../../src/aws/cli/paging/starting-token.ts';

describe("botocore's tokens", () => {
  it('are base64 of what json.dumps writes', () => {
    expect(atob(encodeToken({ Marker: 'm', Other: null }))).toBe('{"Marker": "m", "Other": null}');
    expect(atob(encodeToken({ Marker: '日' }, 3))).toBe('{"Marker": "\\u65e5", "boto_truncate_amount": 3}');
  });

  it('come back as they were', () => {
    expect(decodeToken(encodeToken({ Marker: 'é' }, 2), ['Marker'])).toEqual({
      tokens: { Marker: 'é' },
      skip: 2,
    });
  });

  it.each([
    ['plain-token', ['Marker'], { tokens: { Marker: 'plain-token' }, skip: 0 }],
    ['a___5', ['Marker'], { tokens: { Marker: 'a' }, skip: 5 }],
    ['a___None', ['A', 'B'], { tokens: { A: 'a', B: null }, skip: 0 }],
    ['a___b___7', ['A', 'B'], { tokens: { A: 'a', B: 'b' }, skip: 7 }],
    ['a___b', ['Marker'], { tokens: { Marker: 'a___b' }, skip: 0 }],
  ])('%s is a token of the service, or of before 2015', (token, parameters, expected) => {
    expect(decodeToken(token, parameters)).toEqual(expected);
  });

  it('have no more parts than the operation has tokens', () => {
    expect(() => decodeToken('a___b___c', ['Marker'])).toThrow('Bad starting token: a___b___c');
  });
});
