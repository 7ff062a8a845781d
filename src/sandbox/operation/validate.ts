import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticOperationSchema } from '@smithy/types';
import type { Rule, Violation } from '../errors/index.ts';
import type { Structure } from '../protocols/index.ts';
import type { AnyOperation, Constraint } from './types.ts';

/** Everything in an input that breaks the model's or the operation's own rules, in the order of the members. */
export function validate(
  input: Structure,
  schema: StaticOperationSchema,
  operation: AnyOperation,
  wireName: (member: string) => string,
): Violation[] {
  const constraints = (operation.constraints ?? {}) as Readonly<Record<string, Constraint | undefined>>;
  return memberNames(schema).flatMap(({ name, required }) => {
    const value = input[name];
    const shown = value === undefined ? undefined : String(value);
    const rules = value === undefined ? absence(required) : broken(value, constraints[name]);
    return rules.map((rule) => ({ member: name, wireName: wireName(name), value: shown, rule }));
  });
}

/** The seventh element of a structure's schema is the number of its leading members that are required. */
function memberNames(operation: StaticOperationSchema): { name: string; required: boolean }[] {
  const schema = NormalizedSchema.of(operation[4]);
  if (!schema.isStructSchema()) return [];
  const count = Number((schema.getSchema() as unknown as readonly unknown[])[6] ?? 0);
  return [...schema.structIterator()].map(([name], index) => ({ name, required: index < count }));
}

function absence(required: boolean): Rule[] {
  return required ? [{ kind: 'required' }] : [];
}

function broken(value: unknown, constraint: Constraint | undefined): Rule[] {
  if (!constraint) return [];
  return typeof value === 'number'
    ? brokenByNumber(value, constraint)
    : brokenByText(String(value), constraint);
}

function brokenByNumber(value: number, { min, max }: Constraint): Rule[] {
  const range = [min ?? 0, max ?? Number.MAX_SAFE_INTEGER] as const;
  if (min !== undefined && value < min) return [{ kind: 'min', limit: min, range }];
  if (max !== undefined && value > max) return [{ kind: 'max', limit: max, range }];
  return [];
}

function brokenByText(value: string, constraint: Constraint): Rule[] {
  const { minLength, maxLength, pattern, values } = constraint;
  const rules: Rule[] = [];
  if (maxLength !== undefined && value.length > maxLength)
    rules.push({ kind: 'maxLength', limit: maxLength });
  if (minLength !== undefined && value.length < minLength)
    rules.push({ kind: 'minLength', limit: minLength });
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value))
    rules.push({ kind: 'pattern', pattern });
  if (values && !values.includes(value)) rules.push({ kind: 'enum', values });
  return rules;
}
