import { FromStringShapeDeserializer } from '@smithy/core/protocols';
import type { NormalizedSchema } from '@smithy/core/schema';
import { dateToUtcString, toBase64 } from '@smithy/core/serde';

/** Smithy's timestamp formats by their number in schemas. */
const UNDECLARED = 4;
const DATE_TIME = 5;
const HTTP_DATE = 6;
const EPOCH_SECONDS = 7;

const reader = new FromStringShapeDeserializer({
  timestampFormat: { useTrait: true, default: DATE_TIME },
  httpBindings: true,
});

/** A text that is not of its type. */
export class UnreadableValue extends Error {
  readonly path: string;
  readonly text: string;
  readonly type: string;

  constructor(path: string, text: string, type: string) {
    super(`${path} is not a ${type}.`);
    this.path = path;
    this.text = text;
    this.type = type;
  }
}

/** A simple value from its text. Throws an UnreadableValue. */
export function readScalar(schema: NormalizedSchema, text: string, path: string): unknown {
  const type = scalarType(schema);
  if (type === 'number' && !/^-?\d+(\.\d+)?$/.test(text)) throw new UnreadableValue(path, text, type);
  if (type === 'boolean' && !/^(true|false)$/i.test(text)) throw new UnreadableValue(path, text, type);
  try {
    return reader.read(schema, text);
  } catch {
    throw new UnreadableValue(path, text, type);
  }
}

/** The text of a simple value. `milliseconds` keeps the `.000` that EC2 and S3 write. */
export function writeScalar(schema: NormalizedSchema, value: unknown, milliseconds: boolean): string {
  if (value instanceof Date) return writeTime(schema, value, milliseconds);
  if (value instanceof Uint8Array) return toBase64(value);
  return String(value);
}

function writeTime(schema: NormalizedSchema, value: Date, milliseconds: boolean): string {
  const declared = schema.getSchema();
  // A header's timestamps are HTTP dates unless the model says otherwise.
  const format = declared === UNDECLARED && schema.getMergedTraits().httpHeader ? HTTP_DATE : declared;
  if (format === HTTP_DATE) return dateToUtcString(value);
  if (format === EPOCH_SECONDS) return String(value.getTime() / 1000);
  const text = value.toISOString();
  return milliseconds ? text : text.replace('.000Z', 'Z');
}

function scalarType(schema: NormalizedSchema): string {
  if (schema.isNumericSchema()) return 'number';
  if (schema.isBooleanSchema()) return 'boolean';
  if (schema.isTimestampSchema()) return 'timestamp';
  if (schema.isBlobSchema()) return 'base64 value';
  return 'string';
}
