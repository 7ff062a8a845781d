import { parseConditionExpression, parseProjection, parseUpdate } from './parse.ts';
import { type Placeholders, refuseReserved } from './placeholders.ts';
import { resolveCondition } from './resolve.ts';
import { refuseOverlaps, resolveUpdate } from './resolve-update.ts';
import type { Condition, DocumentPath, UpdateAction } from './types.ts';

export { project } from './documents.ts';
export { holds } from './evaluate.ts';
export { readKeyCondition } from './key-condition.ts';
export { requestedAttributes } from './parse.ts';
export { type PlaceholderInput, type Placeholders, readPlaceholders } from './placeholders.ts';
export type { Condition, DocumentPath, UpdateAction } from './types.ts';
export { applyUpdate } from './update.ts';

/** Reads a condition, filter or key condition; undefined where the request has none. */
export function readCondition(
  parameter: string,
  text: string | undefined,
  placeholders: Placeholders,
): Condition | undefined {
  if (text === undefined) return undefined;
  const expression = { parameter, text };
  return resolveCondition(parseConditionExpression(expression), { expression, placeholders });
}

/** Reads a projection; undefined where the request has none. */
export function readProjection(
  text: string | undefined,
  placeholders: Placeholders,
): DocumentPath[] | undefined {
  if (text === undefined) return undefined;
  const expression = { parameter: 'ProjectionExpression', text };
  const raw = parseProjection(expression);
  for (const path of raw) refuseReserved(path, expression);
  const paths = raw.map((path) => placeholders.path(path, expression));
  refuseOverlaps(paths, { expression });
  return paths;
}

/** Reads an update; without one, an update changes nothing but makes the item. */
export function readUpdate(text: string | undefined, placeholders: Placeholders): UpdateAction[] {
  if (text === undefined) return [];
  const expression = { parameter: 'UpdateExpression', text };
  return resolveUpdate(parseUpdate(expression), { expression, placeholders });
}
