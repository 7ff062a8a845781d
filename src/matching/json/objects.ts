import { closestMatch } from '../../procedure/closest-match.ts';
import type { JsonNode, JsonObject } from '../../procedure/json/index.ts';
import type { ComparisonState } from '../comparison.ts';
import { pairKey } from './element-keys.ts';
import { type CompareNodes, indent, type JsonPosition, keyed, showLines } from './print.ts';

type Extras = readonly (readonly [string, JsonNode])[];

/** A key of the example must be there; one more passes with a notice, unless the example leaves keys out. */
export function compareObjects(
  comparison: ComparisonState,
  expected: JsonObject,
  actual: JsonObject,
  place: JsonPosition,
  compare: CompareNodes,
): void {
  const extras: [string, JsonNode][] = [];
  for (const entry of actual.entries) if (!expected.entries.has(entry[0])) extras.push(entry);
  const total = expected.entries.size + extras.length;
  let shown = 0;
  const inside = (key: string): JsonPosition => {
    const meaning = key === 'Value' ? (pairKey(expected) ?? key) : key;
    // A trial shows nothing.
    if (comparison.isTrial) return { ...place, key: meaning };
    return {
      path: join(place.path, key),
      key: meaning,
      depth: place.depth + 1,
      before: keyed(key),
      after: ++shown < total ? ',' : '',
    };
  };
  comparison.show('same', `${indent(place.depth)}${place.before}{`);
  for (const [key, value] of expected.entries) {
    if (comparison.isSettled) return;
    const found = actual.entries.get(key);
    if (found) compare(comparison, value, found, inside(key));
    else reportMissing(comparison, { key, value, extras }, inside(key));
  }
  for (const [key, value] of extras) reportExtra(comparison, expected, key, value, inside(key));
  comparison.show('same', `${indent(place.depth)}}${place.after}`);
}

/** @param extras keys of the output that the example lacks: one of them may be meant */
function reportMissing(
  comparison: ComparisonState,
  { key, value, extras }: { readonly key: string; readonly value: JsonNode; readonly extras: Extras },
  place: JsonPosition,
): void {
  if (comparison.failTrial()) return;
  const near = closestMatch(
    key,
    extras.map(([name]) => name),
  );
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  const message = `The output has no key "${key}" here; the example has.${hint}`;
  comparison.differ({ kind: 'missing', path: place.path, line: value.line, message });
  showLines(comparison, 'expected', value, place, 'missing');
}

function reportExtra(
  comparison: ComparisonState,
  expected: JsonObject,
  key: string,
  value: JsonNode,
  place: JsonPosition,
): void {
  if (comparison.mode === 'exact') {
    const message = `The output has a key "${key}" that the example lacks, and match=exact allows none.`;
    comparison.differ({ kind: 'unexpected', path: place.path, line: expected.line, message });
    showLines(comparison, 'actual', value, place, 'not in the example');
    return;
  }
  const allowed = expected.elided || comparison.mode === 'contains';
  if (!allowed)
    comparison.notice(place.path, `The output has a key "${key}" that the example does not show.`);
  showLines(
    comparison,
    allowed ? 'accepted' : 'extra',
    value,
    place,
    allowed ? 'left out of the example' : 'extra key',
  );
}

const join = (path: string, key: string): string => {
  const plain = /^[\w:-]+$/.test(key);
  if (!plain) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
};
