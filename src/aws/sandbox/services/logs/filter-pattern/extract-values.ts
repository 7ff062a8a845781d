import { splitFields } from './fields.ts';
import { readJsonObject, valuesAt } from './selectors.ts';
import type { Condition, FilterPattern, Selector } from './types.ts';

/**
 * The values that a pattern finds in a message: its fields (`$status`; `$3` for the third where it has no name), or the
 * properties that it looks at (`$.user.id`). Terms have none. Source for fields: API reference, TestMetricFilter.
 */
export function extractValues(pattern: FilterPattern, message: string): Record<string, string> {
  if (pattern.kind === 'terms') return {};
  if (pattern.kind === 'fields')
    return Object.fromEntries(
      (splitFields(message, pattern.fields) ?? []).map(({ field, value, number }) => [
        `$${field.kind === 'field' ? field.name : number}`,
        value,
      ]),
    );
  const root = readJsonObject(message);
  return Object.fromEntries(
    selectorsOf(pattern.condition).flatMap(({ steps, text }) =>
      valuesAt(root, steps)
        .slice(0, 1)
        .map((value) => [text, typeof value === 'string' ? value : JSON.stringify(value)]),
    ),
  );
}

function selectorsOf(condition: Condition<Selector>): Selector[] {
  if ('left' in condition) return [...selectorsOf(condition.left), ...selectorsOf(condition.right)];
  return [condition.subject];
}
