import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluatePolicies } from '../../../../src/aws/sandbox/policy-engine/evaluate-policies.ts';
import { request } from './requests.ts';

/*
 * The evaluator beside one that is written the other way round: regular expressions instead of a matcher, every
 * operator as a table of what it says of no value, of one and of many.
 */

type Context = Readonly<Record<string, readonly string[]>>;
interface Naive {
  readonly Effect: string;
  readonly [element: string]: unknown;
}

const many = (value: unknown): string[] => [value].flat().map(String);

/** A pattern's regular expression; undefined where a variable has no value. */
function regex(pattern: string, context: Context, wild: boolean, flags: string): RegExp | undefined {
  let lost = false;
  const source = pattern.replace(/\$\{[^}]*\}|[\s\S]/g, (piece) => {
    if (piece === '*' && wild) return '[\\s\\S]*';
    if (piece === '?' && wild) return '[\\s\\S]';
    const variable = /^\$\{(.*)\}$/.exec(piece)?.[1];
    if (variable === undefined) return quote(piece);
    if (['*', '?', '$'].includes(variable)) return quote(variable);
    const values = context[variable];
    if (values?.length !== 1) lost = true;
    return quote(values?.[0] ?? '');
  });
  return lost ? undefined : new RegExp(`^${source}$`, flags);
}

function quote(text: string): string {
  return [...text].map((character) => `\\u{${character.codePointAt(0)?.toString(16)}}`).join('');
}

function one(operator: string, value: string, wanted: string, context: Context): boolean {
  switch (operator) {
    case 'StringEquals':
      return regex(wanted, context, false, 'u')?.test(value) === true;
    case 'StringEqualsIgnoreCase':
      return regex(wanted, context, false, 'iu')?.test(value) === true;
    case 'StringLike':
      return regex(wanted, context, true, 'u')?.test(value) === true;
    case 'NumericLessThan':
      return Number.parseFloat(value) < Number.parseFloat(wanted);
    default:
      return value === wanted;
  }
}

function condition(
  name: string,
  values: readonly string[] | undefined,
  wanted: string[],
  context: Context,
): boolean {
  const [, set = '', base = '', ifExists] = /^(For\w+:)?(\w+?)(IfExists)?$/.exec(name) ?? [];
  if (base === 'Null') return wanted.includes(values === undefined ? 'true' : 'false');
  const not = base.includes('Not');
  const plain = base.replace('Not', '');
  const each = (values ?? []).map((value) => {
    let found = false;
    for (const candidate of wanted) if (one(plain, value, candidate, context)) found = true;
    return not ? !found : found;
  });
  if (set === 'ForAllValues:') return !each.includes(false);
  if (values === undefined) return ifExists !== undefined || (not && set === '');
  if (set === 'ForAnyValue:') return each.includes(true);
  return not ? !each.includes(false) : each.includes(true);
}

function applies(statement: Naive, action: string, resource: string, context: Context): boolean {
  const names = (element: string, text: string, variables: Context, flags: string) =>
    many(statement[element]).some((pattern) => regex(pattern, variables, true, flags)?.test(text));
  const none: Context = {};
  if (statement.Action !== undefined && !names('Action', action, none, 'iu')) return false;
  if (statement.NotAction !== undefined && names('NotAction', action, none, 'iu')) return false;
  if (statement.Resource !== undefined && !names('Resource', resource, context, 'u')) return false;
  if (statement.NotResource !== undefined && names('NotResource', resource, context, 'u')) return false;
  const block = (statement.Condition ?? {}) as Record<string, Record<string, unknown>>;
  for (const [operator, keys] of Object.entries(block))
    for (const [key, wanted] of Object.entries(keys))
      if (!condition(operator, context[key], many(wanted), context)) return false;
  return true;
}

function naive(statements: readonly Naive[], action: string, resource: string, context: Context): string {
  let decision = 'implicitly-denied';
  for (const statement of statements) {
    if (!applies(statement, action, resource, context)) continue;
    if (statement.Effect === 'Deny') return 'explicitly-denied';
    decision = 'allowed';
  }
  return decision;
}

const oneOrMore = (item: fc.Arbitrary<string>) =>
  fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 3 }));
const action = fc.constantFrom('s3:GetObject', 's3:PutObject', 'iam:ListUsers');
const actions = oneOrMore(
  fc.constantFrom('*', 's3:*', 'S3:getobject', 's3:?etObject', 'iam:List*', 'iam:ListUsers'),
);
const resource = fc.constantFrom(
  'arn:aws:s3:::b/a',
  'arn:aws:s3:::b/a/c',
  'arn:aws:s3:::b/*',
  'arn:aws:s3:::b/',
);
const resources = oneOrMore(
  fc.constantFrom(
    '*',
    'arn:aws:s3:::b/*',
    'arn:aws:s3:::b/${u}',
    'arn:aws:s3:::b/${u}/?',
    'arn:aws:s3:::b/${*}',
    'arn:aws:s3:::?/a',
  ),
);
const value = fc.constantFrom('a', 'A', 'b', 'ab', '*', '1', '2.5', '');
const pattern = fc.constantFrom(
  'a',
  'b',
  'a*',
  '?',
  '${u}',
  '${u}*',
  'x${v}',
  '${?}',
  '${*}',
  '1',
  '2',
  '10',
);
const operator = fc
  .tuple(
    fc.constantFrom('', '', 'ForAllValues:', 'ForAnyValue:'),
    fc.constantFrom(
      'StringEquals',
      'StringNotEquals',
      'StringEqualsIgnoreCase',
      'StringNotEqualsIgnoreCase',
      'StringLike',
      'StringNotLike',
      'NumericLessThan',
    ),
    fc.constantFrom('', 'IfExists'),
  )
  .map((parts) => parts.join(''));
const key = fc.constantFrom('u', 'v', 'w');
const tests = fc.dictionary(key, oneOrMore(pattern), { minKeys: 1, maxKeys: 2 });
const nulls = fc.dictionary(key, fc.constantFrom('true', 'false'), { minKeys: 1, maxKeys: 2 });
const conditions = fc.oneof(
  { weight: 1, arbitrary: fc.constant(undefined) },
  { weight: 3, arbitrary: fc.dictionary(operator, tests, { minKeys: 1, maxKeys: 2 }) },
  { weight: 1, arbitrary: fc.record({ Null: nulls }) },
);
const statement = fc
  .tuple(
    fc.constantFrom('Allow', 'Allow', 'Deny'),
    fc.boolean(),
    actions,
    fc.boolean(),
    resources,
    conditions,
  )
  .map(
    ([Effect, positive, act, here, res, Condition]): Naive => ({
      Effect,
      [positive ? 'Action' : 'NotAction']: act,
      [here ? 'Resource' : 'NotResource']: res,
      ...(Condition && { Condition }),
    }),
  );
const context = fc.dictionary(key, fc.array(value, { minLength: 1, maxLength: 2 }), { maxKeys: 3 });

test('agrees with the naive evaluator', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(
      fc.array(statement, { maxLength: 4 }),
      action,
      resource,
      context,
      (Statement, act, res, values) => {
        const expected = naive(Statement, act, res, values);
        seen.set(expected, (seen.get(expected) ?? 0) + 1);
        const document = { Version: '2012-10-17', Statement };
        expect(evaluatePolicies([document], request(values, { action: act, resource: res }))).toBe(expected);
      },
    ),
    { numRuns: 5000, seed: 20260105 },
  );
  // No decision is rare among the cases.
  expect(Math.min(...seen.values())).toBeGreaterThan(300);
  expect(seen.size).toBe(3);
});
