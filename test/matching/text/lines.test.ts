import { expect, it } from 'vitest';
import { withoutUsage } from '../../../src/matching/text/lines.ts';

const USAGE = `usage: aws [options] <command> <subcommand> [<subcommand> ...] [parameters]
To see help text, you can run:

  aws help
  aws <command> help
`;

it.each([
  ['aws: error: argument --role-name: expected one argument'],
  ['aws: [ERROR]: An error occurred (ParamValidation): argument operation: Found invalid choice'],
  ['Unknown options: --bogus'],
  [
    'aws: error: argument subcommand: Invalid choice, valid choices are:\n\nget-role | list-roles\n\nmaybe you meant:\n\n  * get-role',
  ],
])('keeps the message behind the usage block: %s', (message) => {
  expect(withoutUsage(`\n${USAGE}\n${message}\n`)).toBe(message);
  expect(withoutUsage(`${message}\n`)).toBe(message);
});

it('keeps what stands before the block, and a block without a message', () => {
  expect(withoutUsage(`a warning\n${USAGE}\naws: error: argument x\n`)).toBe(
    'a warning\naws: error: argument x',
  );
  expect(withoutUsage(USAGE)).toBe(USAGE.trim());
});
