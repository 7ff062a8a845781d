import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticOperationSchema } from '@smithy/types';
import type { ViolatedRule, Violation } from '../errors/index.ts';
import type { Structure } from '../protocols/index.ts';
import type { AnyOperation, Constraint } from './types.ts';

/** Everything in an input that breaks the model's or the operation's own rules, in the order of the members. */
export function findViolations(
  input: Structure,
  schema: StaticOperationSchema,
  operation: AnyOperation,
  wireName: (member: string) => string,
): Violation[] {
  const constraints = (operation.constraints ?? {}) as Readonly<Record<string, Constraint | undefined>>;
  return memberNames(schema).flatMap(({ name, required }) => {
    const place = { member: name, wireName: wireName(name) };
    return violations(place, input[name], constraints[name], required);
  });
}

type ViolationPlace = Pick<Violation, 'member' | 'wireName'>;

/** Finds violations in a value, then in its members: `Tags.1.member.Key`. */
function violations(
  place: ViolationPlace,
  value: unknown,
  constraint: Constraint | undefined,
  required: boolean,
): Violation[] {
  const own = value === undefined ? absence(required) : broken(value, constraint);
  return [
    // Shown only where it is wrong: a value may be an object of many megabytes.
    ...own.map((rule) => ({ ...place, value: value === undefined ? undefined : show(value), rule })),
    ...within(place, value, constraint),
  ];
}

function within(place: ViolationPlace, value: unknown, constraint: Constraint | undefined): Violation[] {
  const below = (name: string): ViolationPlace => ({
    member: `${place.member}.${name}`,
    wireName: `${place.wireName}.${name}`,
  });
  const { item, members } = constraint ?? {};
  if (Array.isArray(value) && item)
    return value.flatMap((one, index) => violations(below(`${index + 1}.member`), one, item, true));
  if (typeof value === 'object' && value !== null && members)
    return Object.entries(members).flatMap(([name, rule]) => {
      // AWS begins all names within with a small letter.
      const inner = below(name.charAt(0).toLowerCase() + name.slice(1));
      return violations(inner, (value as Structure)[name], rule, rule.required === true);
    });
  return [];
}

function show(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The seventh element of a structure's schema is the number of its leading members that are required. */
function memberNames(operation: StaticOperationSchema): { name: string; required: boolean }[] {
  const schema = NormalizedSchema.of(operation[4]);
  if (!schema.isStructSchema()) return [];
  const count = Number((schema.getSchema() as unknown as readonly unknown[])[6] ?? 0);
  return [...schema.structIterator()].map(([name], index) => ({ name, required: index < count }));
}

function absence(required: boolean): ViolatedRule[] {
  return required ? [{ kind: 'required' }] : [];
}

function broken(value: unknown, constraint: Constraint | undefined): ViolatedRule[] {
  if (!constraint) return [];
  if (typeof value === 'number') return brokenByNumber(value, constraint);
  if (Array.isArray(value)) return brokenByLength(value, constraint);
  return typeof value === 'object' ? [] : brokenByText(String(value), constraint);
}

function brokenByNumber(value: number, { min, max }: Constraint): ViolatedRule[] {
  const range = [min ?? 0, max ?? Number.MAX_SAFE_INTEGER] as const;
  if (min !== undefined && value < min) return [{ kind: 'min', limit: min, range }];
  if (max !== undefined && value > max) return [{ kind: 'max', limit: max, range }];
  return [];
}

function brokenByText(value: string, constraint: Constraint): ViolatedRule[] {
  const { pattern, rule, values } = constraint;
  const rules = brokenByLength(value, constraint);
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value))
    rules.push({ kind: 'pattern', pattern, ...(rule && { wording: rule }) });
  if (values && !values.includes(value)) rules.push({ kind: 'enum', values });
  return rules;
}

function brokenByLength(
  { length }: ArrayLike<unknown>,
  { minLength, maxLength }: Constraint,
): ViolatedRule[] {
  const rules: ViolatedRule[] = [];
  if (maxLength !== undefined && length > maxLength) rules.push({ kind: 'maxLength', limit: maxLength });
  if (minLength !== undefined && length < minLength) rules.push({ kind: 'minLength', limit: minLength });
  return rules;
}

/**
 * Finds the members of an input that the operation does not read, as paths: `Tags`, `Configuration.Location`.
 * A member that is empty asks for nothing.
 *
 * @example
 * unreadMembers({ Name: 'a', Config: { Size: 1 } }, { reads: ['Name', 'Config.Type'], ... }) // ['Config.Size']
 */
export function unreadMembers(input: Structure, { constraints, reads = [] }: AnyOperation): string[] {
  return unreadPaths(input, [...Object.keys(constraints ?? {}), ...(reads as readonly string[])]);
}

/** The same for a structure and the paths that are read of it. */
export function unreadPaths(value: Structure, read: readonly string[], prefix = ''): string[] {
  return Object.entries(value).flatMap(([name, member]) => {
    const path = prefix + name;
    if (isEmpty(member) || read.includes(path)) return [];
    const below = read.some((one) => one.startsWith(`${path}.`));
    return below && isStructure(member) ? unreadPaths(member, read, `${path}.`) : [path];
  });
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

function isStructure(value: unknown): value is Structure {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
