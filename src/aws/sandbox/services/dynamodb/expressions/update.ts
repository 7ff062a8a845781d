import { invalid } from '../dynamodb-errors.ts';
import {
  type AttributeValue,
  addDecimals,
  type Item,
  NumberFault,
  subtract,
  typeOf,
  valueKey,
} from '../values/index.ts';
import { removeAt, setAt } from './documents.ts';
import { attributeAt } from './evaluate.ts';
import type { Call, Operand, UpdateAction } from './types.ts';

/**
 * Makes the new item: every action sees the item as it was. Throws ValidationException.
 *
 * @example
 * applyUpdate([{ kind: 'remove', path: ['draft'] }], { id: { S: 'a' }, draft: { BOOL: true } }) // { id: { S: 'a' } }
 */
export function applyUpdate(actions: readonly UpdateAction[], before: Item): Item {
  const changes = actions.map((action) => ({ path: action.path, value: newValue(action, before) }));
  const written = changes.reduce(
    (item, { path, value }) => (value ? setAt(item, path, value) : item),
    before,
  );
  // From the last element of a list to the first, so that none moves before it is its turn.
  const removed = changes.filter(({ value }) => !value).map(({ path }) => path);
  return removed.sort((a, b) => Number(b.at(-1)) - Number(a.at(-1)) || 0).reduce(removeAt, written);
}

/** The value that an action gives to its path; undefined where it takes it away. */
function newValue(action: UpdateAction, before: Item): AttributeValue | undefined {
  if (action.kind === 'remove') return undefined;
  if (action.kind === 'set') return read(action.value, before);
  const old = attributeAt(action.path, before);
  if (action.kind === 'add') return old ? added(old, action.value) : action.value;
  return old && without(old, action.value);
}

function read(operand: Operand, item: Item): AttributeValue {
  if (operand.kind === 'value') return operand.value;
  if (operand.kind === 'call') return call(operand, item);
  const value = attributeAt(operand.path, item);
  if (!value) throw invalid('The provided expression refers to an attribute that does not exist in the item');
  return value;
}

function call({ name, args }: Call, item: Item): AttributeValue {
  const [first, second] = args as readonly [Operand, Operand];
  if (name === 'if_not_exists') {
    const present = first.kind === 'path' ? attributeAt(first.path, item) : undefined;
    return present ?? read(second, item);
  }
  const [left, right] = [read(first, item), read(second, item)];
  if (name !== 'list_append') return calculated(name === '+' ? addDecimals : subtract, left, right);
  if (left.L === undefined || right.L === undefined) throw wrongType();
  return { L: [...left.L, ...right.L] };
}

function added(old: AttributeValue, value: AttributeValue): AttributeValue {
  if (value.N !== undefined) return calculated(addDecimals, old, value);
  if (typeOf(old) !== typeOf(value)) throw wrongType();
  const seen = new Set(members(old).map(valueKey));
  return setOf([...members(old), ...members(value).filter((one) => !seen.has(valueKey(one)))]);
}

function without(old: AttributeValue, value: AttributeValue): AttributeValue | undefined {
  if (typeOf(old) !== typeOf(value)) throw wrongType();
  const gone = new Set(members(value).map(valueKey));
  const left = members(old).filter((one) => !gone.has(valueKey(one)));
  return left.length === 0 ? undefined : setOf(left);
}

function calculated(by: typeof addDecimals, left: AttributeValue, right: AttributeValue): AttributeValue {
  if (left.N === undefined || right.N === undefined) throw wrongType();
  try {
    return { N: by(left.N, right.N) };
  } catch (error) {
    if (error instanceof NumberFault) throw invalid(error.message);
    throw error;
  }
}

function wrongType() {
  return invalid('An operand in the update expression has an incorrect data type');
}

function members({ SS, NS, BS }: AttributeValue): AttributeValue[] {
  return SS?.map((S) => ({ S })) ?? NS?.map((N) => ({ N })) ?? BS?.map((B) => ({ B })) ?? [];
}

function setOf(values: readonly AttributeValue[]): AttributeValue {
  const [first] = values;
  if (first?.S !== undefined) return { SS: values.map(({ S = '' }) => S) };
  if (first?.N !== undefined) return { NS: values.map(({ N = '' }) => N) };
  return { BS: values.map(({ B = new Uint8Array() }) => B) };
}
