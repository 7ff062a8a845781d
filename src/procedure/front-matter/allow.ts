import { isMap, isSeq, type Pair } from 'yaml';
import type { Allowance } from '../types.ts';
import { type NodeReading, pairOf, reportUnknownKeys, stringOf, wrongType } from './nodes.ts';

const ALLOWANCE_KEYS = ['rule', 'value', 'reason'];
const ALLOWANCE = 'allow: [{ rule: account-id, value: "582318560864", reason: "published by AWS" }]';

export function readAllow(pair: Pair | undefined, reading: NodeReading): Allowance[] {
  if (!pair) return [];
  if (isSeq(pair.value))
    return pair.value.items.flatMap((item, index) => readAllowance(item, index, reading) ?? []);
  wrongType(reading, pair.value ?? pair.key, 'tejun.allow', 'a list', ALLOWANCE);
  return [];
}

function readAllowance(item: unknown, index: number, reading: NodeReading): Allowance | undefined {
  const path = `tejun.allow[${index}]`;
  const map = isMap(item) ? item : undefined;
  if (map && reportUnknownKeys(map, path, ALLOWANCE_KEYS, reading)) return undefined;
  const value = map && pairOf(map, 'value');
  const [rule, text, reason] = ALLOWANCE_KEYS.map((key) => map && stringOf(pairOf(map, key)?.value));
  if (rule && reason?.trim() && !value === !text) {
    return { rule, ...(text && { value: text }), reason, place: reading.placeOf(item) };
  }
  const expected = 'a rule and a reason (and a value, in quotes, where only one text is meant)';
  wrongType(reading, item, path, expected, ALLOWANCE);
  return undefined;
}
