import type { NormalizedSchema } from '@smithy/core/schema';
import { fromBase64, toBase64 } from '@smithy/core/serde';
import type { Structure } from './types.ts';

/** A JSON value that has another type than its schema. The message is AWS's, as Coral services word it. */
export class UnreadableJson extends Error {}

/**
 * Reads a JSON value by its schema: times become Dates, blobs bytes. Members that the schema does not have and null
 * are left out, as AWS leaves them out. Throws an UnreadableJson.
 */
export function readJson(schema: NormalizedSchema, value: unknown): unknown {
  if (schema.isDocumentSchema()) return value;
  if (schema.isStructSchema()) return readStructure(schema, value);
  if (schema.isListSchema()) return readList(schema, value);
  if (schema.isMapSchema()) return readMap(schema, value);
  return readScalar(schema, value);
}

function readStructure(schema: NormalizedSchema, value: unknown): Structure {
  const record = recordOf(value);
  const result: Structure = {};
  for (const [name, member] of schema.structIterator()) {
    const key = jsonName(name, member);
    const found = Object.hasOwn(record, key) ? record[key] : undefined;
    if (found != null) result[name] = readJson(member, found);
  }
  return result;
}

function readList(schema: NormalizedSchema, value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new UnreadableJson(unexpected(value, 'list'));
  const item = schema.getValueSchema();
  return value.map((one) => (one === null ? null : readJson(item, one)));
}

function readMap(schema: NormalizedSchema, value: unknown): Structure {
  const item = schema.getValueSchema();
  const result: Structure = Object.create(null);
  for (const [key, one] of Object.entries(recordOf(value)))
    if (one !== null) result[key] = readJson(item, one);
  return result;
}

function recordOf(value: unknown): Structure {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Structure;
  throw new UnreadableJson(unexpected(value, 'structure or map'));
}

function readScalar(schema: NormalizedSchema, value: unknown): unknown {
  if (schema.isBooleanSchema()) return typed(value, 'boolean', 'Boolean');
  if (schema.isNumericSchema()) return typed(value, 'number', 'Integer');
  if (schema.isTimestampSchema()) return readTime(value);
  if (schema.isBlobSchema()) return readBlob(value);
  return typed(value, 'string', 'String');
}

function typed(value: unknown, type: string, name: string): unknown {
  if (typeof value === type) return value;
  throw new UnreadableJson(unexpected(value, name));
}

function readTime(value: unknown): Date {
  const time = typeof value === 'number' ? new Date(value * 1000) : new Date(String(value));
  if (Number.isNaN(time.getTime())) throw new UnreadableJson(unexpected(value, 'Timestamp'));
  return time;
}

function readBlob(value: unknown): Uint8Array {
  try {
    return fromBase64(String(typed(value, 'string', 'ByteBuffer')));
  } catch (error) {
    if (error instanceof UnreadableJson) throw error;
    throw new UnreadableJson('Invalid Base64 string');
  }
}

/** Source: answers of DynamoDB and KMS to values of a wrong type, quoted in public issue threads. */
function unexpected(value: unknown, wanted: string): string {
  if (Array.isArray(value)) return 'Start of list found where not expected';
  if (typeof value === 'object') return 'Start of structure or map found where not expected.';
  if (wanted === 'list') return 'Expected list or null';
  if (wanted === 'structure or map') return 'Expected null';
  return `${tokenOf(value)} can not be converted to ${wanted === 'Integer' ? 'an Integer' : `a ${wanted}`}`;
}

function tokenOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'TRUE_VALUE' : 'FALSE_VALUE';
  if (typeof value === 'string') return 'STRING_VALUE';
  return Number.isInteger(value) ? 'NUMBER_VALUE' : 'DECIMAL_VALUE';
}

/** A value as JSON data by its schema: times as epoch seconds, blobs as base64; members that are undefined are left out. */
export function writeJson(schema: NormalizedSchema, value: unknown): unknown {
  if (value === null || schema.isDocumentSchema()) return value;
  if (schema.isStructSchema()) return writeStructure(schema, value as Structure);
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    return (value as unknown[]).map((one) => writeJson(item, one));
  }
  if (schema.isMapSchema()) {
    const item = schema.getValueSchema();
    const entries = Object.entries(value as Structure).filter(([, one]) => one !== undefined);
    return Object.fromEntries(entries.map(([key, one]) => [key, writeJson(item, one)]));
  }
  if (value instanceof Date) return writeTime(schema, value);
  return value instanceof Uint8Array ? toBase64(value) : value;
}

function writeStructure(schema: NormalizedSchema, value: Structure): Structure {
  const result: Structure = {};
  for (const [name, member] of schema.structIterator())
    if (value[name] != null) result[jsonName(name, member)] = writeJson(member, value[name]);
  return result;
}

/** `@timestampFormat` `date-time`, by its number in schemas; JSON's default is epoch seconds. */
const DATE_TIME = 5;

function writeTime(schema: NormalizedSchema, value: Date): unknown {
  return schema.getSchema() === DATE_TIME
    ? value.toISOString().replace('.000Z', 'Z')
    : value.getTime() / 1000;
}

function jsonName(name: string, member: NormalizedSchema): string {
  return (member.getMergedTraits().jsonName as string | undefined) ?? name;
}
