import { compareValues, typeOf } from '../values/index.ts';
import { checkFunction, refuseMisplaced } from './functions.ts';
import { invalidExpression } from './parse.ts';
import { type ResolveContext, refuseReserved } from './placeholders.ts';
import type { Condition, DocumentPath, Operand, Parenthesized, RawCondition, RawOperand } from './types.ts';

/** Checks a condition and looks its names and values up. Throws ValidationException. */
export function resolveCondition(raw: RawCondition, context: ResolveContext): Condition {
  const operand = (one: RawOperand) => resolveOperand(one, 'condition', context);
  switch (raw.kind) {
    case 'group':
      refuseRedundant(raw, context);
      return resolveCondition(raw.of, context);
    case 'and':
    case 'or':
      return {
        kind: raw.kind,
        left: resolveCondition(raw.left, context),
        right: resolveCondition(raw.right, context),
      };
    case 'not':
      return { kind: 'not', of: resolveCondition(raw.of, context) };
    case 'call':
      refuseMisplaced(raw, 'condition', context);
      return resolveCall(raw, 'condition', context);
    case 'in':
      return { ...raw, of: operand(raw.of), list: raw.list.map(operand) };
    case 'between': {
      const between = { ...raw, of: operand(raw.of), low: operand(raw.low), high: operand(raw.high) };
      checkBounds(between.low, between.high, context);
      return between;
    }
    case 'compare': {
      const compared = { ...raw, left: operand(raw.left), right: operand(raw.right) };
      refuseSame(raw.operator, [compared.left, compared.right], context);
      return compared;
    }
  }
}

/** The same for an operand, of a condition or of an update. */
export function resolveOperand(
  raw: RawOperand,
  place: 'condition' | 'update',
  context: ResolveContext,
): Operand {
  const { expression, placeholders } = context;
  if (raw.kind === 'group') {
    refuseRedundant(raw, context);
    return resolveOperand(raw.of, place, context);
  }
  if (raw.kind === 'value') return { kind: 'value', value: placeholders.value(raw.name, expression) };
  if (raw.kind === 'call') {
    refuseMisplaced(raw, place === 'update' ? 'update' : 'operand', context);
    return resolveCall(raw, place, context);
  }
  refuseReserved(raw, expression);
  return { kind: 'path', path: placeholders.path(raw, expression) };
}

function resolveCall(
  { name, args }: Extract<RawOperand, { kind: 'call' }>,
  place: 'condition' | 'update',
  context: ResolveContext,
) {
  const resolved = {
    kind: 'call' as const,
    name,
    args: args.map((one) => resolveOperand(one, place, context)),
  };
  checkFunction(resolved, context);
  refuseSame(name, resolved.args, context);
  return resolved;
}

function refuseRedundant(
  { of }: Parenthesized<{ readonly kind: string }>,
  { expression }: ResolveContext,
): void {
  if (of.kind === 'group') throw invalidExpression(expression, 'The expression has redundant parentheses;');
}

/** A comparison of a path with itself says nothing. */
function refuseSame(operator: string, operands: readonly Operand[], { expression }: ResolveContext): void {
  const [first, second] = operands;
  if (operands.length !== 2 || first?.kind !== 'path' || second?.kind !== 'path') return;
  if (/^(if_not_exists|list_append|[+-])$/.test(operator)) return;
  if (showPath(first.path) !== showPath(second.path)) return;
  throw invalidExpression(
    expression,
    `The first operand must be distinct from the remaining operands for this operator or function; operator: ${operator}, first operand: ${showPath(first.path)}`,
  );
}

function checkBounds(low: Operand, high: Operand, { expression }: ResolveContext): void {
  if (low.kind !== 'value' || high.kind !== 'value') return;
  const bounds = `lower bound operand: ${show(low)}, upper bound operand: ${show(high)}`;
  if (typeOf(low.value) !== typeOf(high.value))
    throw invalidExpression(
      expression,
      `The BETWEEN operator requires same data type for lower and upper bounds; ${bounds}`,
    );
  if ((compareValues(low.value, high.value) ?? 0) > 0)
    throw invalidExpression(
      expression,
      `The BETWEEN operator requires upper bound to be greater than or equal to lower bound; ${bounds}`,
    );
}

function show({ value }: Extract<Operand, { kind: 'value' }>): string {
  const [[type, shown] = []] = Object.entries(value);
  return `AttributeValue: {${type}:${shown}}`;
}

/** `[Author, Books, [0]]` */
export function showPath(path: DocumentPath): string {
  return `[${path.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join(', ')}]`;
}
