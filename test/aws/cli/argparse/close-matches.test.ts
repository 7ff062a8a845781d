import { describe, expect, it } from 'vitest';
import { closeMatches } from '../../../../src/aws/cli/argparse/close-matches.ts';

// Expected values: difflib.get_close_matches(word, choices, 3, cutoff) of Python 3.11.
describe('closeMatches', () => {
  it.each([
    ['instaces', ['instances', 'images', 'instance-types'], ['instances']],
    ['describe-vpc', ['describe-vpcs', 'describe-subnets', 'describe-vpc-peering'], ['describe-vpcs']],
    ['abcd', ['abce', 'abcf', 'abcg', 'abch'], []],
    ['list-user', ['list-users', 'list-groups', 'list-user-tags'], ['list-users']],
    ['zzz', ['list-users'], []],
    ['', ['a'], []],
  ])('%j among %j', (word, choices, expected) => expect(closeMatches(word, choices)).toEqual(expected));

  it('takes at most three, the best first, of equal ones the later by name', () => {
    expect(closeMatches('abcdefgh', ['abcdefg', 'abcdefgi', 'abcdefgj', 'abcdefgk'])).toEqual([
      'abcdefg',
      'abcdefgk',
      'abcdefgj',
    ]);
  });

  it('heeds the cutoff', () => {
    expect(closeMatches('abcd', ['abce'], 0.75)).toEqual(['abce']);
    expect(closeMatches('abcd', ['abce'], 0.76)).toEqual([]);
  });
});
