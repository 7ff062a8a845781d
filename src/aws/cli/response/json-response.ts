import type { NormalizedSchema } from '@smithy/core/schema';
import { orderedMembers } from '../parameters/index.ts';
import type { ResponseReadOptions } from './xml-response.ts';

/** A JSON body as data; what is no JSON is a message, as botocore takes it. */
export function parseBody(text: string): unknown {
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return { message: text };
  }
}

/** Reads JSON data by its schema as botocore does: null and what the model does not have is left out, blobs stay base64. */
export function readJsonStructure(
  value: unknown,
  schema: NormalizedSchema,
  reading: ResponseReadOptions,
): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  if (typeof value !== 'object' || value === null) return found;
  for (const [name, member] of orderedMembers(schema, reading.model)) {
    const key = String(member.getMergedTraits().jsonName ?? name);
    const one = (value as Record<string, unknown>)[key];
    if (one != null) found[name] = readJsonValue(one, member, reading);
  }
  return found;
}

function readJsonValue(value: unknown, schema: NormalizedSchema, reading: ResponseReadOptions): unknown {
  if (value === null || schema.isDocumentSchema()) return value;
  if (schema.isStructSchema()) return readJsonStructure(value, schema, reading);
  if (schema.isListSchema() && Array.isArray(value))
    return value.map((item) => readJsonValue(item, schema.getValueSchema(), reading));
  if (schema.isMapSchema() && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        readJsonValue(item, schema.getValueSchema(), reading),
      ]),
    );
  return schema.isTimestampSchema() ? reading.timestamp(String(value)) : value;
}
