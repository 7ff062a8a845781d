import type { JsonNode, JsonString } from '../../procedure/json/index.ts';
import type { ComparisonState } from '../comparison.ts';
import { shortened } from '../messages.ts';
import {
  compareString,
  epochOf,
  instant,
  isGiven,
  isSameValue,
  isTimeKey,
  sameUnit,
} from '../values/index.ts';
import { compareArrays } from './arrays.ts';
import { compareObjects } from './objects.ts';
import { brief, indent, type JsonPosition, showLines } from './print.ts';

/** Compares two JSON values as trees: key order is no matter, everything else is. */
export function compareJson(
  comparison: ComparisonState,
  expected: JsonNode,
  actual: JsonNode,
  place: JsonPosition,
): void {
  comparison.spend();
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
  } else if (isAnotherTime(comparison, expected, actual, place)) {
    acceptTime(comparison, expected, actual, place);
  } else if (expected.kind !== actual.kind) {
    replaced(comparison, expected, actual, place, 'type');
  } else if (!equalScalars(expected, actual)) {
    replaced(comparison, expected, actual, place, 'value');
  } else showLines(comparison, 'same', actual, place);
}

function compareStrings(
  comparison: ComparisonState,
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

type Scalar = Extract<JsonNode, { kind: 'number' | 'string' }>;

/** A number since 1970 under the key of a time, and another one, or the time as the other version of the CLI writes it. */
function isAnotherTime(
  { context }: ComparisonState,
  expected: JsonNode,
  actual: JsonNode,
  { key }: JsonPosition,
): boolean {
  if (!isScalar(expected) || !isScalar(actual) || !isTimeKey(key)) return false;
  const [wanted, got] = [textOf(expected), textOf(actual)];
  if (wanted === got) return false;
  if (!isSameValue('timestamp', wanted, got) && isGiven(context, 'timestamp', wanted)) return false;
  if (expected.kind === 'number' && actual.kind === 'number')
    return epochOf(wanted) !== undefined && epochOf(got) !== undefined && sameUnit(wanted, got);
  if (expected.kind === actual.kind) return false;
  const [number, text] = expected.kind === 'number' ? [wanted, got] : [got, wanted];
  return epochOf(number) !== undefined && text.includes('T') && instant(text) !== undefined;
}

function acceptTime(
  comparison: ComparisonState,
  expected: JsonNode,
  actual: JsonNode,
  place: JsonPosition,
): void {
  if (!isScalar(expected) || !isScalar(actual)) return;
  comparison.accept('timestamp', textOf(expected), textOf(actual), place.path);
  if (expected.kind !== actual.kind)
    comparison.notice(
      place.path,
      `The output has the time as a ${actual.kind}, as the other version of the AWS CLI writes it.`,
    );
  showLines(comparison, 'accepted', actual, place, 'timestamp');
}

const isScalar = (node: JsonNode): node is Scalar => node.kind === 'number' || node.kind === 'string';
const textOf = (node: Scalar): string => (node.kind === 'string' ? node.value : node.text);

function equalScalars(expected: JsonNode, actual: JsonNode): boolean {
  if (!('text' in expected && 'text' in actual)) return false;
  if (expected.text === actual.text) return true;
  // 1.0 is 1; but two long integers may be one only because a number of JavaScript cannot hold them.
  const [a, b] = [Number(expected.text), Number(actual.text)];
  return expected.kind === 'number' && a === b && Math.abs(a) < Number.MAX_SAFE_INTEGER;
}

function replaced(
  comparison: ComparisonState,
  expected: JsonNode,
  actual: JsonNode,
  place: JsonPosition,
  kind: 'type' | 'value',
): void {
  if (comparison.failTrial()) return;
  const [wanted, got] = [brief(expected), brief(actual)];
  const was =
    kind === 'type' && !['null', 'object', 'array'].includes(expected.kind) ? `, a ${expected.kind}` : '';
  const message = `The example has ${shortened(wanted)}${was}, but the output has ${shortened(got)}.`;
  comparison.differ({
    ...{ kind, path: place.path, line: expected.line, message },
    ...{ expected: wanted, actual: got, isJson: true },
  });
  showLines(comparison, 'expected', expected, place);
  showLines(comparison, 'actual', actual, place, kind === 'type' ? 'another type' : 'differs');
}
