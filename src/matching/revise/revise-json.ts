import { type JsonArray, type JsonNode, type JsonObject, parseJson } from '../../procedure/json/index.ts';
import type { ComparisonState } from '../comparison.ts';
import { pairItems } from '../json/arrays.ts';
import { compareJson } from '../json/compare-json.ts';
import { pairKey } from '../json/element-keys.ts';
import { pairDocuments } from '../json/json-documents.ts';
import { keyed } from '../json/print.ts';
import { type JsonLayout, layoutOf, printIn, type RevisedPart, rebuild } from './json-layout.ts';
import { mergeTexts } from './tokens.ts';
import type { RevisionContext } from './types.ts';

interface Revising extends RevisionContext {
  readonly body: string;
  readonly layout: JsonLayout;
}

/** Only values, keys and elements that differ are written; all that stands between them stays. */
export function reviseJson(body: string, printed: string, context: RevisionContext): string {
  const [wanted, got] = [parseJson(body, 'example'), parseJson(printed, 'output')];
  if ('fault' in wanted || 'fault' in got) return body;
  const revising = { ...context, body, layout: layoutOf(body) };
  const pairs = pairDocuments(context.comparison, wanted.values, got.values);
  const parts = wanted.values.map((value, index) => {
    const other = got.values[pairs.find((pair) => pair.expected === index)?.actual ?? -1];
    return other ? nodeText(revising, value, other, undefined) : body.slice(value.start, value.end);
  });
  let text = '';
  let at = 0;
  for (const [index, { start, end }] of wanted.values.entries()) {
    text += body.slice(at, start) + parts[index];
    at = end;
  }
  return text + body.slice(at);
}

function nodeText(revising: Revising, expected: JsonNode, actual: JsonNode, key: string | undefined): string {
  const { comparison, body, publish, layout } = revising;
  const written = body.slice(expected.start, expected.end);
  if (expected.kind === 'elision' || fits(comparison, expected, actual, key)) return written;
  if (expected.kind === 'object' && actual.kind === 'object') return objectText(revising, expected, actual);
  if (expected.kind === 'array' && actual.kind === 'array') return arrayText(revising, expected, actual, key);
  if (expected.kind === 'string' && actual.kind === 'string') {
    const place = { path: '', key, whole: true };
    return JSON.stringify(mergeTexts(comparison, expected.value, actual.value, place, publish));
  }
  return printIn(layout, actual, '', publish);
}

/** Nothing differs, and nothing is there that the example does not show. */
function fits(
  comparison: ComparisonState,
  expected: JsonNode,
  actual: JsonNode,
  key: string | undefined,
): boolean {
  const attempt = comparison.attempt();
  compareJson(attempt, expected, actual, { path: '', key, depth: 0, before: '', after: '' });
  if (attempt.failed || attempt.notices.length > 0) return false;
  comparison.absorb(attempt);
  return true;
}

function objectText(revising: Revising, expected: JsonObject, actual: JsonObject): string {
  const { body, comparison, layout, publish } = revising;
  const members = [...expected.entries].map(([key, value]) => ({
    key,
    start: expected.keyStarts.get(key) ?? value.start,
    end: value.end,
  }));
  const parts: RevisedPart[] = [...expected.entries].flatMap(([key, value], index): RevisedPart[] => {
    const other = actual.entries.get(key);
    if (!other) return [];
    const inner = key === 'Value' ? (pairKey(expected) ?? key) : key;
    const before = body.slice(members[index]?.start, value.start);
    return [{ of: index, text: before + nodeText(revising, value, other, inner) }];
  });
  const mayHaveMore = expected.elided || comparison.mode === 'contains';
  let after = -1; // the member of the example behind which the next new one stands
  for (const [key, value] of mayHaveMore ? [] : actual.entries) {
    const known = members.findIndex((member) => member.key === key);
    if (known >= 0) after = known;
    else {
      const place = parts.findLastIndex((part) => (part.of ?? part.after ?? -1) <= after) + 1;
      const text = (indent: string) => keyed(key) + printIn(layout, value, indent, publish);
      parts.splice(place, 0, { after, text });
    }
  }
  return rebuild({ body, layout, container: expected, items: members, parts });
}

function arrayText(
  revising: Revising,
  expected: JsonArray,
  actual: JsonArray,
  key: string | undefined,
): string {
  const { body, comparison, layout, publish } = revising;
  const { pairs } = pairItems(comparison, expected, actual, key, compareJson);
  const isElided = expected.items.some(({ kind }) => kind === 'elision');
  const mayHaveMore = comparison.mode === 'contains' || isElided;
  const found = new Map(pairs.map((pair) => [pair.expected, pair]));
  const parts: RevisedPart[] = expected.items.flatMap((item, index): RevisedPart[] => {
    const other = actual.items[found.get(index)?.actual ?? -1];
    if (!other) return item.kind === 'elision' ? [{ of: index, text: body.slice(item.start, item.end) }] : [];
    return [{ of: index, text: nodeText(revising, item, other, key) }];
  });
  let after = -1;
  for (const pair of mayHaveMore ? [] : pairs) {
    const item = actual.items[pair.actual ?? -1];
    if (pair.expected !== undefined) after = pair.expected;
    else if (item) {
      const place = parts.findLastIndex((part) => (part.of ?? part.after ?? -1) <= after) + 1;
      parts.splice(place, 0, { after, text: (indent) => printIn(layout, item, indent, publish) });
    }
  }
  return rebuild({ body, layout, container: expected, items: expected.items, parts });
}
