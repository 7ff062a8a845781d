import { invalidParameterFailure } from '../failures.ts';
import { str, typeName } from '../python/builtins.ts';
import { isTimestamp } from '../python/timestamps.ts';
import type { Shape } from './shapes.ts';
import { isRecord } from './unpack.ts';

/** Checks parameters as botocore does before a request: types, what is required, least values. Throws all at once. */
export function validateParameters(parameters: Readonly<Record<string, unknown>>, shape: Shape): void {
  const problems = check(parameters, shape, '');
  if (problems.length > 0)
    throw invalidParameterFailure(`Parameter validation failed:\n${problems.join('\n')}`);
}

const named = (path: string) => path.replace(/^\./, '') || 'input';

const validTypes: Readonly<Record<Shape['kind'], string>> = {
  string: "<class 'str'>",
  integer: "<class 'int'>",
  long: "<class 'int'>",
  float: "<class 'float'>, <class 'decimal.Decimal'>, <class 'int'>",
  boolean: "<class 'bool'>",
  blob: "<class 'bytes'>, <class 'bytearray'>, file-like object",
  timestamp: "<class 'datetime.datetime'>, timestamp-string",
  structure: "<class 'dict'>",
  list: "<class 'list'>, <class 'tuple'>",
  map: "<class 'dict'>",
};

function check(value: unknown, shape: Shape, path: string): string[] {
  if (!hasType(value, shape.kind))
    return [
      `Invalid type for parameter ${named(path)}, value: ${str(value)}, type: ${typeName(value)}, valid types: ${validTypes[shape.kind]}`,
    ];
  const own = tooSmall(value, shape, path);
  if (Array.isArray(value))
    return [...own, ...value.flatMap((item, index) => check(item, shape.item(), `${path}[${index}]`))];
  if (!isRecord(value)) return own;
  if (shape.kind === 'map')
    return Object.entries(value).flatMap(([key, item]) => check(item, shape.item(), `${path}.${key}`));
  return checkMembers(value, shape, path);
}

function hasType(value: unknown, kind: Shape['kind']): boolean {
  if (kind === 'structure' || kind === 'map') return isRecord(value);
  if (kind === 'list') return Array.isArray(value);
  if (kind === 'boolean') return typeof value === 'boolean';
  if (kind === 'string') return typeof value === 'string';
  if (kind === 'timestamp') return isTimestamp(value);
  if (kind === 'blob') return typeof value === 'string' || value instanceof Uint8Array;
  // Python's bool is an int.
  if (typeof value === 'boolean') return true;
  return typeof value === 'number' && (kind === 'float' || Number.isInteger(value));
}

function tooSmall(value: unknown, shape: Shape, path: string): string[] {
  const { least } = shape;
  if (least === undefined) return [];
  const isLength = typeof value === 'string' || Array.isArray(value);
  const size = typeof value === 'string' ? [...value].length : Array.isArray(value) ? value.length : value;
  if (typeof size !== 'number' || size >= least) return [];
  const [what, limit] = isLength ? ['length', 'valid min length'] : ['value', 'valid min value'];
  return [`Invalid ${what} for parameter ${named(path)}, value: ${size}, ${limit}: ${least}`];
}

function checkMembers(value: Record<string, unknown>, shape: Shape, path: string): string[] {
  const members = shape.members();
  const missing = members
    .filter((member) => member.required && !(member.name in value))
    .map((member) => `Missing required parameter in ${named(path)}: "${member.name}"`);
  const known = new Map(members.map((member) => [member.name, member.shape]));
  const names = [...known.keys()].join(', ');
  const unknown = Object.keys(value)
    .filter((name) => !known.has(name))
    .map((name) => `Unknown parameter in ${named(path)}: "${name}", must be one of: ${names}`);
  const inside = Object.entries(value).flatMap(([name, item]) => {
    const member = known.get(name);
    return member ? check(item, member, `${path}.${name}`) : [];
  });
  return [...missing, ...unknown, ...inside];
}
