import { invalid, invalidValues } from '../dynamodb-errors.ts';
import { typeOf, valueKey } from './compare.ts';
import { NumberFault, normalNumber } from './decimal.ts';
import type { AttributeValue, Item } from './types.ts';

/** Developer Guide, "Quotas in Amazon DynamoDB": "nested attributes up to 32 levels deep". */
const MAX_DEPTH = 32;

/** AWS's words, with their slips. */
const EMPTY_SETS: Readonly<Record<string, string>> = {
  SS: 'An string set  may not be empty',
  NS: 'An number set  may not be empty',
  BS: 'Binary sets should not be empty',
};

/** Checks the attributes of an item and brings their numbers into normal form. Throws ValidationException. */
export function checkedItem(item: Readonly<Record<string, AttributeValue>> | undefined): Item {
  return checkedMap(item ?? {}, 0);
}

function checkedMap(
  map: Readonly<Record<string, AttributeValue>>,
  depth: number,
): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(map).map(([name, value]) => [name, checkedValue(value, depth)]));
}

/** Checks one value. Texts: public test suites that run against AWS. */
export function checkedValue(value: AttributeValue, depth = 0): AttributeValue {
  const types = Object.keys(value);
  if (types.length === 0)
    throw invalid('Supplied AttributeValue is empty, must contain exactly one of the supported datatypes');
  if (types.length > 1)
    throw invalid(
      'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    );
  if (depth > MAX_DEPTH)
    throw invalid(
      'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit',
    );
  if (value.N !== undefined) return { N: checkedNumber(value.N) };
  if (value.NULL === false) throw invalidValues('Null attribute value types must have the value of true');
  if (value.M !== undefined) return { M: checkedMap(value.M, depth + 1) };
  if (value.L !== undefined) return { L: value.L.map((one) => checkedValue(one, depth + 1)) };
  return checkedSet(value);
}

function checkedSet(value: AttributeValue): AttributeValue {
  const members: readonly unknown[] | undefined = value.SS ?? value.NS ?? value.BS;
  if (!members) return value;
  if (members.length === 0) throw invalidValues(EMPTY_SETS[typeOf(value)] ?? '');
  const checked: AttributeValue = value.NS ? { NS: value.NS.map(checkedNumber) } : value;
  const keys = keysOf(checked);
  if (new Set(keys).size === keys.length) return checked;
  if (value.NS) throw invalid('Input collection contains duplicates');
  if (value.BS) throw invalidValues(`Input collection [${keys.join(', ')}]of type BS contains duplicates.`);
  throw invalidValues(`Input collection [${value.SS?.join(', ')}] contains duplicates.`);
}

function keysOf(value: AttributeValue): string[] {
  return value.SS ?? value.NS ?? (value.BS ?? []).map((B) => valueKey({ B }));
}

function checkedNumber(text: string): string {
  try {
    return normalNumber(text);
  } catch (error) {
    if (error instanceof NumberFault) throw invalid(error.message);
    throw error;
  }
}
