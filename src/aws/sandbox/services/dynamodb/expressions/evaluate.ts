import {
  type AttributeValue,
  compareValues,
  equalValues,
  type Item,
  typeOf,
  utf8Length,
  valueKey,
} from '../values/index.ts';
import type { Call, Comparator, Condition, DocumentPath, Operand } from './types.ts';

/**
 * Tells whether a condition holds for an item; an absent item is `{}`.
 *
 * @example
 * holds(condition, { price: { N: '10' } })
 */
export function holds(condition: Condition, item: Item): boolean {
  switch (condition.kind) {
    case 'and':
      return holds(condition.left, item) && holds(condition.right, item);
    case 'or':
      return holds(condition.left, item) || holds(condition.right, item);
    case 'not':
      return !holds(condition.of, item);
    case 'compare':
      return compare(condition.operator, read(condition.left, item), read(condition.right, item));
    case 'between': {
      const value = read(condition.of, item);
      return (
        compare('>=', value, read(condition.low, item)) && compare('<=', value, read(condition.high, item))
      );
    }
    case 'in': {
      const value = read(condition.of, item);
      return condition.list.some((one) => compare('=', value, read(one, item)));
    }
    case 'call':
      return test(condition, item);
  }
}

/** Returns what stands at a path; undefined where there is nothing. */
export function attributeAt(path: DocumentPath, item: Item): AttributeValue | undefined {
  const [first, ...rest] = path;
  return rest.reduce<AttributeValue | undefined>(
    (value, step) => (typeof step === 'number' ? value?.L?.[step] : member(value?.M, step)),
    member(item, first),
  );
}

function member(map: Item | undefined, name: string): AttributeValue | undefined {
  return map && Object.hasOwn(map, name) ? map[name] : undefined;
}

function read(operand: Operand, item: Item): AttributeValue | undefined {
  if (operand.kind === 'value') return operand.value;
  if (operand.kind === 'path') return attributeAt(operand.path, item);
  const [of] = operand.args;
  const size = of && sizeOf(read(of, item));
  return size === undefined ? undefined : { N: String(size) };
}

/** Values of different types are unequal, and in no order. What is absent is unequal to everything. */
function compare(operator: Comparator, left?: AttributeValue, right?: AttributeValue): boolean {
  if (operator === '<>') return !compare('=', left, right);
  if (!left || !right) return false;
  if (operator === '=') return equalValues(left, right);
  const order = compareValues(left, right);
  if (order === undefined) return false;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}

function test({ name, args }: Call, item: Item): boolean {
  const [left, right] = args.map((one) => read(one, item));
  switch (name) {
    case 'attribute_exists':
      return left !== undefined;
    case 'attribute_not_exists':
      return left === undefined;
    case 'attribute_type':
      return left !== undefined && typeOf(left) === right?.S;
    case 'begins_with':
      return left !== undefined && right !== undefined && beginsWith(left, right);
    default:
      return left !== undefined && right !== undefined && contains(left, right);
  }
}

export function beginsWith(value: AttributeValue, prefix: AttributeValue): boolean {
  if (value.S !== undefined && prefix.S !== undefined) return value.S.startsWith(prefix.S);
  const [bytes, begin] = [value.B, prefix.B];
  return !!bytes && !!begin && begin.every((byte, index) => bytes[index] === byte);
}

/** A part of a text or of bytes, a member of a set, an element of a list. */
function contains(whole: AttributeValue, part: AttributeValue): boolean {
  if (whole.S !== undefined) return part.S !== undefined && whole.S.includes(part.S);
  if (whole.B !== undefined) return part.B !== undefined && latin(whole.B).includes(latin(part.B));
  if (whole.L !== undefined) return whole.L.some((one) => equalValues(one, part));
  return membersOf(whole).some((one) => valueKey(one) === valueKey(part));
}

const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

function membersOf({ SS = [], NS = [], BS = [] }: AttributeValue): AttributeValue[] {
  return [...SS.map((S) => ({ S })), ...NS.map((N) => ({ N })), ...BS.map((B) => ({ B }))];
}

/** "size (path): a number that represents an attribute's size"; numbers, booleans and null have none. */
function sizeOf(value: AttributeValue | undefined): number | undefined {
  if (value?.S !== undefined) return utf8Length(value.S);
  if (value?.M !== undefined) return Object.keys(value.M).length;
  return (value?.B ?? value?.L ?? value?.SS ?? value?.NS ?? value?.BS)?.length;
}
