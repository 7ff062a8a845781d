import { describe, expect, test } from 'vitest';
import { policyFaults } from '../../../../src/aws/sandbox/policy-syntax/document.ts';

const ALLOW = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
const faults = (document: unknown) =>
  [...policyFaults(document, 'identity')].map(({ code, path }) => `${code} ${path.join('.')}`.trim());
const of = (...statements: unknown[]) => ({ Version: '2012-10-17', Statement: statements });

test.each([
  ['a list of statements', of(ALLOW)],
  ['one statement', { Statement: ALLOW }],
  ['both versions', { Version: '2008-10-17', Statement: [ALLOW] }],
  ['an id', { Id: 'x', Statement: [ALLOW] }],
  ['names of statements', of({ ...ALLOW, Sid: 'A1' }, { ...ALLOW, Sid: 'B2' })],
  ['statements without names', of({ ...ALLOW, Sid: '' }, { ...ALLOW, Sid: '' })],
])('%s is right', (_, document) => {
  expect(faults(document)).toEqual([]);
});

describe('what is wrong with a document', () => {
  test.each([
    ['a text', 'x', ['document']],
    ['a list', [ALLOW], ['document']],
    ['another version', { Version: '2020-01-01', Statement: [ALLOW] }, ['version Version']],
    ['a number for an id', { Id: 1, Statement: [ALLOW] }, ['id Id']],
    ['another field', { Statements: [], Statement: [ALLOW] }, ['unknown-field']],
    ['no statement', of(), ['statement Statement']],
    ['a statement that is a text', of(ALLOW, 'x'), ['statement Statement.1']],
    ['a name twice', of({ ...ALLOW, Sid: 'A' }, { ...ALLOW, Sid: 'A' }), ['repeated-sid Statement.1.Sid']],
    [
      'several',
      { Version: 1, Statement: [{ ...ALLOW, Effect: 'allow' }] },
      ['version Version', 'effect Statement.0.Effect'],
    ],
  ])('%s', (_, document, found) => {
    expect(faults(document)).toEqual(found);
  });
});
