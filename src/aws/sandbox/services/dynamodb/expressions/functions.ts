import { type AttributeType, typeOf } from '../values/index.ts';
import { invalidExpression } from './parse.ts';
import type { ResolveContext } from './placeholders.ts';
import type { Call, Operand } from './types.ts';

interface FunctionRule {
  /** Number of operands. */
  readonly operands: number;
  /** Places that it may stand in: as a condition, as an operand of one, in an update. */
  readonly places: readonly ExpressionPart[];
  /** Its first operand must be a path. */
  readonly path?: true;
  /** Types that its operands may have, where they are values. */
  readonly types?: readonly AttributeType[];
  /** Types that they may not have. */
  readonly notTypes?: readonly AttributeType[];
}

type ExpressionPart = 'condition' | 'operand' | 'update';

/** Source: Developer Guide, "Condition and filter expressions, operators, and functions" and "Using update expressions". */
const rules: Readonly<Record<string, FunctionRule>> = {
  attribute_exists: { operands: 1, places: ['condition'], path: true },
  attribute_not_exists: { operands: 1, places: ['condition'], path: true },
  attribute_type: { operands: 2, places: ['condition'] },
  begins_with: { operands: 2, places: ['condition'], types: ['S', 'B'] },
  contains: { operands: 2, places: ['condition'] },
  size: { operands: 1, places: ['operand'], notTypes: ['N', 'BOOL', 'NULL'] },
  if_not_exists: { operands: 2, places: ['update'], path: true },
  list_append: { operands: 2, places: ['update'], types: ['L'] },
  '+': { operands: 2, places: ['update'], types: ['N'] },
  '-': { operands: 2, places: ['update'], types: ['N'] },
};

const ATTRIBUTE_TYPES = ['B', 'NULL', 'SS', 'BOOL', 'L', 'BS', 'N', 'NS', 'S', 'M'];

/** Throws where a function is not known, or may not stand in a place. */
export function refuseMisplaced(
  { name }: { readonly name: string },
  place: ExpressionPart,
  { expression }: ResolveContext,
): void {
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  const update = rule?.places.includes('update');
  if (!rule || update !== (place === 'update')) {
    const known = rule && update;
    throw invalidExpression(
      expression,
      known
        ? `The function is not allowed in a condition expression; function: ${name}`
        : `Invalid function name; function: ${name}`,
    );
  }
  if (!rule.places.includes(place))
    throw invalidExpression(
      expression,
      `The function is not allowed to be used this way in an expression; function: ${name}`,
    );
}

/** Throws where the operands are not those that the function takes. */
export function checkFunction({ name, args }: Call, { expression }: ResolveContext): void {
  const rule = rules[name];
  if (!rule) return;
  if (args.length !== rule.operands)
    throw invalidExpression(
      expression,
      `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${args.length}`,
    );
  const [first] = args;
  if (rule.path && first?.kind !== 'path')
    throw invalidExpression(
      expression,
      `Operator or function requires a document path; operator or function: ${name}`,
    );
  for (const type of args.flatMap(immediateType))
    if ((rule.types && !rule.types.includes(type)) || rule.notTypes?.includes(type))
      throw invalidExpression(expression, wrongType(name, type));
  if (name === 'attribute_type') checkTypeName(args[1], expression);
}

function checkTypeName(operand: Operand | undefined, expression: ResolveContext['expression']): void {
  const value = operand?.kind === 'value' ? operand.value : undefined;
  if (value?.S === undefined)
    throw invalidExpression(
      expression,
      wrongType('attribute_type', value ? typeOf(value) : '{NS,SS,L,BS,N,M,B,BOOL,NULL,S}'),
    );
  if (!ATTRIBUTE_TYPES.includes(value.S))
    throw invalidExpression(
      expression,
      `Invalid attribute type name found; type: ${value.S}, valid types: {${ATTRIBUTE_TYPES.join(',')}}`,
    );
}

function wrongType(name: string, type: string): string {
  return `Incorrect operand type for operator or function; operator or function: ${name}, operand type: ${type}`;
}

function immediateType(operand: Operand): AttributeType[] {
  return operand.kind === 'value' ? [typeOf(operand.value)] : [];
}
