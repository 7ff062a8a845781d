import { invalid, invalidValues } from '../dynamodb-errors.ts';
import type { KeySchema } from '../tables/index.ts';
import { type AttributeValue, compareValues, typeOf } from '../values/index.ts';
import { beginsWith } from './evaluate.ts';
import type { Condition, Operand } from './types.ts';

/** Items that a query wants: one value of the partition key, and perhaps a part of the sort key's values. */
export interface KeyCondition {
  readonly partition: AttributeValue;
  /** Tells whether a sort key's value is wanted; absent where all are. */
  readonly sort?: (value: AttributeValue) => boolean;
}

/** One comparison of a key attribute with values. */
interface KeyTest {
  readonly attribute: string;
  readonly operator: string;
  readonly values: readonly AttributeValue[];
}

/**
 * Reads what a key condition asks for. Throws ValidationException where it asks for more than an index can find.
 * Texts: public test suites that run against AWS.
 */
export function readKeyCondition(condition: Condition, schema: KeySchema): KeyCondition {
  const tests = testsOf(condition);
  const attributes = tests.map(({ attribute }) => attribute);
  if (new Set(attributes).size < tests.length)
    throw invalid('KeyConditionExpressions must only contain one condition per key');
  const { partition, sort } = schema;
  const ofPartition = tests.find(({ attribute }) => attribute === partition.name);
  if (!ofPartition) throw invalid(`Query condition missed key schema element: ${partition.name}`);
  const ofSort = tests.find((test) => test !== ofPartition);
  // Our wording.
  if (tests.length > 2)
    throw invalid('Invalid KeyConditionExpression: The expression has too many conditions');
  if (ofPartition.operator !== '=') throw invalid('Query key condition not supported');
  if (ofSort && !sort) throw invalid('Query key condition not supported');
  if (ofSort && ofSort.attribute !== sort?.name)
    throw invalid(`Query condition missed key schema element: ${sort?.name}`);
  for (const { attribute, values } of tests)
    for (const value of values)
      if (typeOf(value) !== (attribute === partition.name ? partition.type : sort?.type))
        throw invalidValues('Condition parameter type does not match schema type');
  const [value] = ofPartition.values as [AttributeValue];
  return ofSort ? { partition: value, sort: (one) => passes(ofSort, one) } : { partition: value };
}

function testsOf(condition: Condition): KeyTest[] {
  if (condition.kind === 'and') return [...testsOf(condition.left), ...testsOf(condition.right)];
  if (condition.kind === 'compare') {
    if (condition.operator === '<>') throw badOperator('<>');
    return [compared(condition)];
  }
  if (condition.kind === 'between') return [toTest('BETWEEN', condition.of, [condition.low, condition.high])];
  if (condition.kind === 'call' && condition.name === 'begins_with') {
    const [first, ...rest] = condition.args as [Operand, ...Operand[]];
    if (first.kind !== 'path') throw wantsKeyFirst('begins_with');
    return [toTest('begins_with', first, rest)];
  }
  throw badOperator(condition.kind === 'call' ? condition.name : condition.kind.toUpperCase());
}

/** A value may stand before its key: `:a < sk`. */
function compared({ left, right, operator }: Extract<Condition, { kind: 'compare' }>): KeyTest {
  if (left.kind === 'value' && right.kind === 'path')
    return toTest(TURNED[operator] ?? operator, right, [left]);
  return toTest(operator, left, [right]);
}

const TURNED: Readonly<Record<string, string>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function toTest(operator: string, key: Operand, others: readonly Operand[]): KeyTest {
  if (others.some(({ kind }) => kind === 'path') && key.kind === 'path')
    throw invalid(
      'Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition',
    );
  if (key.kind === 'call' || others.some(({ kind }) => kind === 'call'))
    throw invalid('KeyConditionExpressions cannot contain nested operations');
  if (key.kind !== 'path')
    throw others.some(({ kind }) => kind === 'path')
      ? wantsKeyFirst(operator)
      : invalid('Invalid condition in KeyConditionExpression: No key attribute specified');
  if (key.path.length > 1)
    throw invalid('KeyConditionExpressions cannot have conditions on nested attributes');
  const values = others.flatMap((one) => (one.kind === 'value' ? [one.value] : []));
  return { attribute: key.path[0], operator, values };
}

function wantsKeyFirst(operator: string) {
  return invalid(
    `Invalid condition in KeyConditionExpression: ${operator} operator must have the key attribute as its first operand`,
  );
}

function badOperator(operator: string) {
  return invalid(`Invalid operator used in KeyConditionExpression: ${operator}`);
}

function passes({ operator, values }: KeyTest, value: AttributeValue): boolean {
  const [first, second] = values as [AttributeValue, AttributeValue];
  if (operator === 'begins_with') return beginsWith(value, first);
  const order = compareValues(value, first) ?? Number.NaN;
  if (operator === 'BETWEEN') return order >= 0 && (compareValues(value, second) ?? Number.NaN) <= 0;
  if (operator === '=') return order === 0;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}
