import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountStrings, readAccount } from '../../../../src/aws/sandbox/index.ts';

const FIXTURES = 'test/fixtures/aws/sandbox';

function read(folder: string) {
  return readAccount(readFileSync(`${FIXTURES}/${folder}/_account.yaml`, 'utf8'), '_account.yaml');
}

describe('readAccount reports all that is wrong, where it is, and what to write', () => {
  test.each(readdirSync(`${FIXTURES}/throws`))('%s', async (name) => {
    const { account, problems } = read(`throws/${name}`);
    expect(account).toBeUndefined();
    expect(problems).not.toEqual([]);
    const report = problems.map(
      ({ file, line, column, code, message, fix }) =>
        `${file}:${line}:${column} ${code}: ${message} ${fix}\n`,
    );
    await expect(report.join('')).toMatchFileSnapshot(
      `../../../fixtures/aws/sandbox/throws/${name}/problems.txt`,
    );
  });

  test('any text at all is read or refused', () => {
    const piece = fc.constantFrom(
      'id',
      ':',
      ' ',
      '\n',
      '- ',
      "'1'",
      '[',
      '{',
      '&a',
      '*a',
      'users',
      '!!x',
      '\t',
      '"',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const { account, problems } = readAccount(text, 'f');
          expect(account === undefined).toBe(problems.length > 0);
          for (const { line, column } of problems) expect(Math.min(line, column)).toBeGreaterThan(0);
        },
      ),
    );
  });
});

test.each(readdirSync(`${FIXTURES}/account`))(
  'what is left out of the account %s has its documented default',
  async (name) => {
    const { account, problems } = read(`account/${name}`);
    expect(problems).toEqual([]);
    await expect(`${JSON.stringify(account, null, 2)}\n`).toMatchFileSnapshot(
      `../../../fixtures/aws/sandbox/account/${name}/account.json`,
    );
  },
);

test('the strings of an account are those that another account would have otherwise', () => {
  const { account } = read('account/defaults');
  if (!account) throw new Error('unread');
  expect([...accountStrings(account)]).toEqual([
    '000000000001',
    'somebody',
    'reader',
    'one-of-each',
    'example-bucket',
    'vpc-03b6793be492e9eaa',
    '10.0.0.0/16',
    'dopt-bec282da',
    'vpc-cidr-assoc-03b6793be492e9eaa',
  ]);
});
