import { typeOf } from '../values/index.ts';
import { invalidExpression } from './parse.ts';
import { type ResolveContext, refuseReserved } from './placeholders.ts';
import { resolveOperand, showPath } from './resolve.ts';
import type { DocumentPath, RawAction, RawSection, UpdateAction } from './types.ts';

/** Checks the sections of an update and looks their names and values up. Throws ValidationException. */
export function resolveUpdate(sections: readonly RawSection[], context: ResolveContext): UpdateAction[] {
  refuseRepeated(sections, context);
  for (const { actions } of sections)
    for (const { path } of actions) refuseReserved(path, context.expression);
  const actions = sections.flatMap((section) => section.actions.map((one) => resolveAction(one, context)));
  refuseOverlaps(
    actions.map(({ path }) => path),
    context,
  );
  return actions;
}

function resolveAction(raw: RawAction, context: ResolveContext): UpdateAction {
  const { expression, placeholders } = context;
  const path = placeholders.path(raw.path, expression);
  if (raw.kind === 'remove') return { kind: raw.kind, path };
  if (raw.kind === 'set')
    return { kind: raw.kind, path, value: resolveOperand(raw.value, 'update', context) };
  const value = placeholders.value(raw.value.name, expression);
  const type = LONG_TYPES[typeOf(value)];
  if (type !== undefined && !(raw.kind === 'add' && type === 'NUMBER'))
    throw invalidExpression(
      expression,
      `Incorrect operand type for operator or function; operator: ${raw.kind.toUpperCase()}, operand type: ${type}`,
    );
  return { kind: raw.kind, path, value };
}

/** Types that ADD and DELETE do not take, as their errors call them; ADD takes numbers. */
const LONG_TYPES: Readonly<Record<string, string>> = {
  S: 'STRING',
  N: 'NUMBER',
  B: 'BINARY',
  NULL: 'NULL',
  BOOL: 'BOOLEAN',
  L: 'LIST',
  M: 'MAP',
};

function refuseRepeated(sections: readonly RawSection[], { expression }: ResolveContext): void {
  for (const [index, { name }] of sections.entries())
    if (sections.findIndex((section) => section.name === name) < index)
      throw invalidExpression(
        expression,
        `The "${name}" section can only be used once in an update expression;`,
      );
}

/** Refuses paths of which one leads through another, and paths that see a list and a map in one place. */
export function refuseOverlaps(
  paths: readonly DocumentPath[],
  { expression }: Pick<ResolveContext, 'expression'>,
): void {
  for (const [index, second] of paths.entries())
    for (const first of paths.slice(0, index)) {
      const relation = relationOf(first, second);
      if (relation)
        throw invalidExpression(
          expression,
          `Two document paths ${relation} with each other; must remove or rewrite one of these paths; path one: ${showPath(first)}, path two: ${showPath(second)}`,
        );
    }
}

function relationOf(first: DocumentPath, second: DocumentPath): 'overlap' | 'conflict' | undefined {
  for (let i = 0; i < Math.min(first.length, second.length); i++) {
    if (typeof first[i] !== typeof second[i]) return 'conflict';
    if (first[i] !== second[i]) return undefined;
  }
  return 'overlap';
}
