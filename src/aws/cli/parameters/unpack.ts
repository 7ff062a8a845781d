import type { Value } from '../argparse/index.ts';
import { generalError, parameterError } from '../failures.ts';
import { parseFloatText, parseInteger, reprText } from '../python/builtins.ts';
import { JsonSyntaxError, parsePythonJson } from '../python/python-json.ts';
import type { Shape } from './shapes.ts';
import { parseShorthand, ShorthandError } from './shorthand.ts';

/** Makes a parameter of what stood on the command line. Throws a CliFailure. */
export function unpack(option: string, shape: Shape, value: Value): unknown {
  if (typeof value === 'boolean' || value === null) return value;
  const first = Array.isArray(value) ? value[0] : value;
  const looksLikeJson = typeof first === 'string' && /^\s*[[{]/.test(first);
  if (!looksLikeJson && takesShorthand(shape)) return unpackShorthand(option, shape, value);
  if (Array.isArray(value)) return unpackList(option, shape, value);
  return unpackText(option, shape, String(value));
}

/** Structures, maps, and lists of these. */
function takesShorthand(shape: Shape): boolean {
  const one = shape.kind === 'list' ? shape.item() : shape;
  return one.kind === 'structure' || one.kind === 'map' || one.kind === 'list';
}

function unpackShorthand(option: string, shape: Shape, value: Value): unknown {
  try {
    if (Array.isArray(value)) return value.map((text) => coerce(parseShorthand(text), shape.item()));
    const text = String(value);
    if (isValueStructure(shape) && !text.includes('=')) return { Value: text };
    return coerce(parseShorthand(text), shape);
  } catch (error) {
    if (error instanceof ShorthandError) throw parameterError(option, error.message);
    throw error;
  }
}

/** `--instance-initiated-shutdown-behavior stop` for `{ Value: 'stop' }`. */
function isValueStructure(shape: Shape): boolean {
  const members = shape.members();
  return members.length === 1 && members[0]?.name === 'Value' && members[0].shape.kind === 'string';
}

/**
 * Gives the texts of a shorthand their types, and makes a list of a single value where one is asked for: the CLI leaves
 * that value a text.
 */
function coerce(value: unknown, shape: Shape): unknown {
  if (shape.kind === 'list')
    return Array.isArray(value) ? value.map((item) => coerce(item, shape.item())) : [value];
  if (shape.kind === 'structure' && isRecord(value)) {
    const members = new Map(shape.members().map((member) => [member.name, member.shape]));
    return mapValues(value, (item, name) => {
      const member = members.get(name);
      return member ? coerce(item, member) : item;
    });
  }
  if (shape.kind === 'map' && isRecord(value)) return mapValues(value, (item) => coerce(item, shape.item()));
  return typeof value === 'string' ? coerceText(value, shape) : value;
}

function coerceText(text: string, shape: Shape): unknown {
  if (shape.kind === 'boolean') return { true: true, false: false }[text.toLowerCase()] ?? text;
  return isNumber(shape) ? toNumber(text, shape) : text;
}

function unpackList(option: string, shape: Shape, values: readonly string[]): unknown {
  if (values.length === 1 && values[0]?.trim().startsWith('[')) return fromJson(option, values[0]);
  return values.map((text) => unpackText(option, shape.item(), text));
}

function unpackText(option: string, shape: Shape, text: string): unknown {
  if (shape.kind === 'structure' || shape.kind === 'map') {
    if (text.trimStart().startsWith('{')) return fromJson(option, text);
    throw parameterError(option, `Invalid JSON:\n${text}`);
  }
  if (shape.kind === 'list') return fromJson(option, text);
  return isNumber(shape) ? toNumber(text, shape) : text;
}

const isNumber = (shape: Shape) => ['integer', 'long', 'float'].includes(shape.kind);

function toNumber(text: string, shape: Shape): number {
  const value = shape.kind === 'float' ? parseFloatText(text) : parseInteger(text);
  if (value !== undefined) return value;
  if (shape.kind === 'float') throw generalError(`could not convert string to float: ${reprText(text)}`);
  throw generalError(`invalid literal for int() with base 10: ${reprText(text)}`);
}

function fromJson(option: string, text: string): unknown {
  try {
    return parsePythonJson(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    throw parameterError(option, `Invalid JSON: ${error.message}\nJSON received: ${text}`);
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Uint8Array);

const mapValues = (record: Record<string, unknown>, change: (value: unknown, name: string) => unknown) =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
