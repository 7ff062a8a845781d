import { isMap, isScalar, isSeq, type Pair } from 'yaml';
import { findAmbiguous } from '../apply-variables.ts';
import type { LintSuppression } from '../types.ts';
import { mapOf, type NodeReading, pairOf, reportUnknownKeys, stringOf, wrongType } from './nodes.ts';
import type { DeclaredVariable } from './types.ts';

const ALLOWANCE_KEYS = ['rule', 'value', 'reason'];
const ALLOWANCE = 'allow: [{ rule: account-id, value: "582318560864", reason: "published by AWS" }]';

export function readAllow(pair: Pair | undefined, reading: NodeReading): LintSuppression[] {
  if (!pair) return [];
  if (isSeq(pair.value))
    return pair.value.items.flatMap((item, index) => readAllowance(item, index, reading) ?? []);
  wrongType(reading, pair.value ?? pair.key, 'tejun.allow', 'a list', ALLOWANCE);
  return [];
}

function readAllowance(item: unknown, index: number, reading: NodeReading): LintSuppression | undefined {
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

const VARIABLE_KEYS = ['default', 'label'];

export function readVariables(pair: Pair | undefined, reading: NodeReading): DeclaredVariable[] {
  if (!pair) return [];
  const map = mapOf(pair, 'tejun.variables', 'variables: { BUCKET: { default: example-bucket } }', reading);
  const declared = (map?.items ?? []).flatMap((item) => readVariable(item, reading) ?? []);
  for (const [first, second] of findAmbiguous(declared)) {
    reading.reporter.report(second.place, 'ambiguous-variable', second.name, first.name, second.default);
  }
  return declared;
}

function readVariable(pair: Pair, reading: NodeReading): DeclaredVariable | undefined {
  const name = isScalar(pair.key) ? String(pair.key.value) : '';
  const path = `tejun.variables.${name}`;
  const example = `${name}: { default: example-bucket, label: ... }`;
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    wrongType(
      reading,
      pair.key,
      path,
      'named with letters, digits and "_"',
      'BUCKET: { default: example-bucket }',
    );
    return undefined;
  }
  const map = mapOf(pair, path, example, reading);
  if (!map) return undefined;
  reportUnknownKeys(map, path, VARIABLE_KEYS, reading);

  const value = pairOf(map, 'default');
  const text = stringOf(value?.value);
  if (text === undefined || text.trim() !== text || text === '' || text.includes('\n')) {
    const expected = 'one line of text (a number in quotes)';
    wrongType(reading, value?.value ?? pair.key, `${path}.default`, expected, example);
    return undefined;
  }
  const label = pairOf(map, 'label');
  const labelText = stringOf(label?.value);
  if (label && !labelText)
    wrongType(reading, label.value ?? label.key, `${path}.label`, 'a text', 'label: "Bucket"');
  return { name, default: text, place: reading.placeOf(pair.key), ...(labelText && { label: labelText }) };
}
