import type { Comparison } from '../comparison.ts';
import { compareString } from '../values/index.ts';
import { compareArrays } from './arrays.ts';
import { compareObjects } from './objects.ts';
import { type JsonPosition, showLines } from './position.ts';
import { brief, indent } from './print.ts';
import type { JsonNode, JsonString } from './types.ts';

/** Compares two JSON values as trees: key order is no matter, everything else is. */
export function compareJson(
  comparison: Comparison,
  expected: JsonNode,
  actual: JsonNode,
  place: JsonPosition,
): void {
  if (expected.kind === 'elision') {
    comparison.accept('elision', expected.text, brief(actual), place.path);
    comparison.show(
      'accepted',
      `${indent(place.depth)}${place.before}${expected.text}${place.after}`,
      'elision',
    );
  } else if (expected.kind === 'object' && actual.kind === 'object') {
    compareObjects(comparison, expected, actual, place, compareJson);
  } else if (expected.kind === 'array' && actual.kind === 'array') {
    compareArrays(comparison, expected, actual, place, compareJson);
  } else if (expected.kind === 'string' && actual.kind === 'string') {
    compareStrings(comparison, expected, actual, place);
  } else if (expected.kind !== actual.kind) {
    replaced(comparison, expected, actual, place, 'type');
  } else if (!equalScalars(expected, actual)) {
    replaced(comparison, expected, actual, place, 'value');
  } else showLines(comparison, 'same', actual, place);
}

function compareStrings(
  comparison: Comparison,
  expected: JsonString,
  actual: JsonString,
  place: JsonPosition,
): void {
  const { path, key } = place;
  const outcome = compareString(comparison, expected.value, actual.value, {
    path,
    key,
    line: expected.line,
    whole: true,
  });
  if (outcome.kind === 'differs') {
    showLines(comparison, 'expected', expected, place);
    showLines(comparison, 'actual', actual, place, outcome.note);
  } else showLines(comparison, outcome.kind, actual, place, 'note' in outcome ? outcome.note : undefined);
}

function equalScalars(expected: JsonNode, actual: JsonNode): boolean {
  if (!('text' in expected && 'text' in actual)) return false;
  if (expected.text === actual.text) return true;
  // 1.0 is 1; but two long integers may be one only because a number of JavaScript cannot hold them.
  const [a, b] = [Number(expected.text), Number(actual.text)];
  return expected.kind === 'number' && a === b && Math.abs(a) < Number.MAX_SAFE_INTEGER;
}

function replaced(
  comparison: Comparison,
  expected: JsonNode,
  actual: JsonNode,
  place: JsonPosition,
  kind: 'type' | 'value',
): void {
  const [wanted, got] = [brief(expected), brief(actual)];
  const was =
    kind === 'type' && !['null', 'object', 'array'].includes(expected.kind) ? `, a ${expected.kind}` : '';
  const message = `The example has ${wanted}${was}, but the output has ${got}.`;
  comparison.differ({
    ...{ kind, path: place.path, line: expected.line, message },
    ...{ expected: wanted, actual: got, isJson: true },
  });
  showLines(comparison, 'expected', expected, place);
  showLines(comparison, 'actual', actual, place, kind === 'type' ? 'another type' : 'differs');
}
