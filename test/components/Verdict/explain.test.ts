import { afterEach, expect, it } from 'vitest';
import { explainDifference, worthTelling } from '../../../src/components/Verdict/explain.ts';
import {
  type DifferenceKind,
  match,
  matchCheck,
  matchExit,
  matchSilence,
  type Verdict,
} from '../../../src/matching/index.ts';
import { context, example, printed } from '../../matching/run.ts';
import { shown } from '../docusaurus/translate.ts';

afterEach(() => {
  shown.locale = 'ja';
});

const json = (body: string, stdout: string, more = {}) =>
  match(example('json', body, more), printed(stdout), context());
const text = (body: string, stdout: string, more = {}, ended = {}) =>
  match(example('text', body, more), printed(stdout, ended), context());
const failed = (stderr: string, exitCode = 254) => ({ stderr: `\n${stderr}\n`, exitCode });

const REFUSED =
  'An error occurred (AccessDenied) when calling the GetSessionToken operation: Cannot call GetSessionToken with session credentials';
const EXPIRED =
  'An error occurred (ExpiredToken) when calling the GetCallerIdentity operation: The security token included in the request is expired';
const WHO = '{ "UserId": "AIDACKCEVSQ6C2EXAMPLE", "Account": "111122223333" }';
const TABLE = `
-------------------
|  ListBuckets    |
+-------+---------+
| Name  | Region  |
+-------+---------+
|  one  |  here   |
|  two  |  there  |
+-------+---------+
`;

/** Failures of readers, by the name that they would give them. */
const cases: Readonly<Record<string, Verdict>> = {
  'a key is missing': json(WHO, '{ "UserId": "AIDACKCEVSQ6C2EXAMPLE" }'),
  'a key too many, where none may be': json('{ "A": 1 }', '{ "A": 1, "B": 2 }', { match: 'exact' }),
  'a number in place of an id': json(WHO, '{ "UserId": 1, "Account": "111122223333" }'),
  'a text in place of a number': json('{ "Count": 1 }', '{ "Count": "1" }'),
  'null in place of a text': json('{ "Name": "x" }', '{ "Name": null }'),
  'a text in place of an object': json('{ "Vpc": { "Id": "x" } }', '{ "Vpc": "" }'),
  'an object in place of a list': json('{ "Vpcs": ["a", "b"] }', '{ "Vpcs": {} }'),
  'an id of another kind': json(WHO, '{ "UserId": "AKIAIOSFODNN7EXAMPLE", "Account": "111122223333" }'),
  'another state': json('{ "State": "available" }', '{ "State": "pending" }'),
  'an empty value': json('{ "State": "available" }', '{ "State": "" }'),
  'another truth': json('{ "IsDefault": false }', '{ "IsDefault": true }'),
  'an element is missing': json('{ "Vpcs": ["a", "b"] }', '{ "Vpcs": ["a"] }'),
  'an element too many': json('{ "Vpcs": ["a"] }', '{ "Vpcs": ["a", "b"] }'),
  'a tag is missing': json('{ "Tags": [{ "Key": "Name", "Value": "x" }] }', '{ "Tags": [] }'),
  'one document in place of two': json('{ "A": 1 }\n{ "B": 2 }', '{ "A": 1 }'),
  'two documents in place of one': json('{ "A": 1 }', '{ "A": 1 }\n{ "B": 2 }'),
  'two values for one': json(
    '{ "A": "vpc-11111111", "B": "vpc-11111111" }',
    '{ "A": "vpc-aaaaaaaa", "B": "vpc-bbbbbbbb" }',
  ),
  'an expiry at the wrong time': json(
    '{ "Expiration": "2021-01-01T00:15:00+00:00" }',
    '{ "Expiration": "2001-01-01T00:00:00+00:00" }',
  ),
  'words in place of JSON': json(WHO, 'hello'),
  'nothing in place of JSON': json(WHO, ''),
  'another line': text('one\ntwo', 'one\nzwei\n'),
  'a line is missing': text('one\ntwo', 'one\n'),
  'a line too many': text('one', 'one\ntwo\n'),
  'an empty line in place of one': text('one\ntwo\nthree', 'one\n\nthree\n'),
  'a very long line': text('one', `${'1'.repeat(300)}\n`),
  'a cell differs': text(TABLE, TABLE.replace('there', 'where')),
  'a row is missing': text(TABLE, TABLE.replace('|  two  |  there  |\n', '')),
  'a row too many': text(TABLE.replace('|  two  |  there  |\n', ''), TABLE),
  'a column is missing': text(TABLE, TABLE.replace(/^(\|.{7}|\+.{7})[|+].*$/gm, '$1|')),
  'another title': text(TABLE, TABLE.replace('ListBuckets', 'ListObjects')),
  'words in place of a table': text(TABLE, 'hello'),
  'an error in place of success': text('done', '', {}, failed(EXPIRED)),
  'an error in place of JSON': match(example('json', WHO), printed('', failed(EXPIRED)), context()),
  'success in place of an error': text(REFUSED, 'done'),
  'another error': text(REFUSED, '', {}, failed(REFUSED.replace('AccessDenied', 'ExpiredToken'))),
  'an error of another operation': text(
    REFUSED,
    '',
    {},
    failed(REFUSED.replace('GetSession', 'GetFederation')),
  ),
  'another exit code': text(REFUSED, '', {}, failed(REFUSED, 1)),
  'something else beside an error': text(REFUSED, 'hello\n', {}, failed(REFUSED)),
  'the other stream': text('hello', '', {}, { stderr: 'hello\n' }),
  'a command that failed': matchExit(printed('', failed('No such file', 2))),
  'words where a variable is set': matchSilence(printed('hello\nworld\n')),
  'a variable of another value': matchCheck(printed('# A:"x"\nA="y"\n')),
  'a variable that is empty': matchCheck(printed('# A:"x"\nA=""\n')),
  'a variable that is not shown': matchCheck(printed('# A:"x"\n')),
  'no variable to check': matchCheck(printed('hello\n')),
  'a check that cannot be read': matchCheck(printed('# A: "x"\nA="x"\n')),
};

const explained = (verdict: Verdict, locale: 'ja' | 'en') => {
  shown.locale = locale;
  return worthTelling(verdict.differences).map((one) => explainDifference(one));
};

it('says what differs in words that a reader understands at once', async () => {
  const said = Object.entries(cases).map(([name, verdict]) => {
    const sentences = [...explained(verdict, 'ja'), ...explained(verdict, 'en')];
    return `# ${name}\n${sentences.map((one) => `${one}\n`).join('')}`;
  });
  await expect(said.join('\n')).toMatchFileSnapshot('../../fixtures/components/explain/sentences.txt');
});

it.each(Object.entries(cases))('has whole sentences for %s', (_, verdict) => {
  expect(verdict.passed).toBe(false);
  for (const sentence of [...explained(verdict, 'ja'), ...explained(verdict, 'en')]) {
    expect(sentence).not.toMatch(/""|undefined|\{\w+\}|^: |no words|–/);
  }
});

it('knows every kind of difference', () => {
  const kinds: Record<DifferenceKind, true> = {
    ...{ missing: true, unexpected: true, value: true, type: true, inconsistent: true, time: true },
    ...{ 'exit-code': true, stream: true, form: true, 'error-code': true, operation: true },
  };
  const found = Object.values(cases).flatMap(({ differences }) => differences.map(({ kind }) => kind));
  expect(new Set(found)).toEqual(new Set(Object.keys(kinds)));
});
