import { expect, test } from 'vitest';
import { placeholderFor } from '../../../../src/doctest/recording/scrub/placeholder-for.ts';
import { findSensitive, type SensitiveKind } from '../../../../src/doctest/recording/scrub/sensitive.ts';

const SECRET = 'wJalrXUtnFEMIK7MDENGbPxRfiCYzzzzzzzz1234';
const values: readonly (readonly [SensitiveKind, string])[] = [
  ['account-id', '582318560864'],
  ['access-key-id', 'ASIAABCDEFGHIJKLMNOP'],
  ['secret', SECRET],
  ['session-token', `IQoJ${'b3JpZ2luX2Vj'.repeat(8)}==`],
  ['signature', 'a1'.repeat(32)],
  ['canonical-id', 'b2'.repeat(32)],
  ['seed', 'ABCDEFG2'.repeat(8)],
];

test.each(values)('the placeholder of a %s is as long as its value, and another for each', (kind, value) => {
  const [first, second] = [1, 2].map((count) => placeholderFor({ kind, value }, count));
  expect(first).toHaveLength(value.length);
  expect(first).not.toBe(second);
  expect(first).not.toBe(value);
});

test.each(['access-key-id', 'secret', 'session-token', 'account-id'] as const)(
  'the placeholder of a %s has the form of its value',
  (wanted) => {
    const [kind, value] = values.find(([one]) => one === wanted) ?? ['secret', SECRET];
    expect(findSensitive(placeholderFor({ kind, value }, 1)).map((found) => found.kind)).toContain(kind);
  },
);
