import type { Step } from './types.ts';

/** Reads a message that is a JSON object, or a list; undefined for any other. */
export function readJsonObject(message: string): object | undefined {
  // Most messages are no JSON: a look at their beginning is cheaper than an exception.
  if (!/^\s*[{[]/.test(message)) return undefined;
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}

/** The values at the end of a selector's steps; none where the event does not have it. */
export function valuesAt(root: unknown, steps: readonly Step[]): unknown[] {
  return steps.reduce<unknown[]>((values, step) => values.flatMap((value) => stepInto(value, step)), [root]);
}

function stepInto(value: unknown, step: Step): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('any' in step) return Object.values(value);
  if ('index' in step) return Array.isArray(value) && step.index < value.length ? [value[step.index]] : [];
  return !Array.isArray(value) && Object.hasOwn(value, step.name)
    ? [(value as Record<string, unknown>)[step.name]]
    : [];
}
